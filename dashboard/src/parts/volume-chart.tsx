import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { mentionsOf } from '../language/answer.ts'
import { useDesk } from '../state/desk.ts'
import type { Interval, Span } from '../time/buckets.ts'
import type { Piece } from '../time/spread.ts'
import { scaleTo, ticksOf } from '../time/ticks.ts'
import { go } from '../state/address.ts'
import { bandOf, mostUsual } from './band.ts'

const TOP = 12
const BOTTOM = 26
const WIDEST_BAR = 44

/**
 * How much was said, piece by piece: posts and reposts stacked, a dash at the number of distinct voices where it is
 * visibly lower, and behind them what is usual, as a band. Each bar is a link to its posts; arrow keys walk along them, dragging chooses several.
 */
export function VolumeChart({ pieces, interval, part, hrefOfPart }: {
  pieces: readonly Piece[]
  interval: Interval
  part: Span | null
  hrefOfPart: (part: Span | null) => string
}) {
  const { m, f } = useDesk()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [pointed, setPointed] = useState<number | null>(null)
  const [stop, setStop] = useState<number | null>(null)
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const dragged = useRef(false)

  const height = width < 560 ? 196 : 248
  const heard = Math.max(...pieces.map((piece) => mentionsOf(piece.volume)), 1)
  const most = Math.max(heard, mostUsual(pieces, heard))
  const scale = scaleTo(most)
  const highest = Math.max(most, scale[scale.length - 1]!)
  const left = Math.max(24, f.number(highest).length * 8 + 12)
  const inner = Math.max(10, width - left - 1)
  const step = inner / Math.max(1, pieces.length)
  const gap = step > 8 ? 2 : step > 3 ? 1 : 0
  const wide = Math.max(1, Math.min(step - gap, WIDEST_BAR))
  const x = (i: number) => left + i * step + (step - wide) / 2
  const y = (count: number) => TOP + (1 - count / highest) * (height - TOP - BOTTOM)
  const ground = y(0)
  const ticks = ticksOf(pieces.map((piece) => piece.span), interval, f.zone, Math.max(2, Math.floor(inner / 76)))
  const hasVoices = pieces.some((piece) => piece.volume.voices > 0)
  const tabStop = stop ?? Math.max(0, pieces.findLastIndex((piece) => mentionsOf(piece.volume) > 0))
  const label = (piece: Piece) =>
    m.chart.bar(
      f.piece(piece.span, interval),
      m.count.posts(f, piece.volume.posts),
      m.count.reposts(f, piece.volume.reposts),
      hasVoices ? m.count.voices(f, piece.volume.voices) : null,
      piece.usual ? m.usual.range(f, piece.usual.low, piece.usual.high) : null,
    )
  const isChosen = (span: Span) => part === null || (span.from < part.to && part.from < span.to)

  const indexAt = (event: PointerEvent) => {
    const bounds = box.current!.getBoundingClientRect()
    const i = Math.floor((event.clientX - bounds.left - left) / step)
    return Math.min(pieces.length - 1, Math.max(0, i))
  }
  const walk = (event: KeyboardEvent, i: number) => {
    const target =
      event.key === 'ArrowRight' ? i + 1
      : event.key === 'ArrowLeft' ? i - 1
      : event.key === 'Home' ? 0
      : event.key === 'End' ? pieces.length - 1
      : null
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = Math.min(pieces.length - 1, Math.max(0, target))
    setStop(next)
    box.current?.querySelectorAll<SVGAElement>('a.slot')[next]?.focus()
  }

  const shown = drag ? null : pointed
  return (
    <div class="chart" ref={box}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={`${m.chart.title(m.interval.names[interval])}. ${m.chart.help}`}
          onPointerDown={(event) => {
            dragged.current = false
            if (event.button === 0 && event.pointerType === 'mouse') setDrag({ from: indexAt(event), to: indexAt(event) })
          }}
          onPointerMove={(event) => {
            const i = indexAt(event)
            setPointed(i)
            if (drag && i !== drag.to) {
              dragged.current = true
              setDrag({ ...drag, to: i })
            }
          }}
          onPointerUp={() => {
            if (drag && drag.from !== drag.to) {
              const [a, b] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
              go(hrefOfPart({ from: pieces[a]!.span.from, to: pieces[b]!.span.to }))
            }
            setDrag(null)
          }}
          onPointerLeave={() => {
            setPointed(null)
            setDrag(null)
          }}
          onClickCapture={(event) => {
            // The click at the end of a drag would open only the bar under the pointer.
            if (dragged.current) event.preventDefault()
          }}
          onDragStart={(event) => event.preventDefault()}
        >
          <path class="band" aria-hidden="true" d={bandOf(pieces, (i) => left + i * step, (count) => Math.max(0, y(count)))} />
          <g aria-hidden="true">
            {scale.map((value) => (
              <g key={value} class="grid">
                <line x1={left} x2={width} y1={Math.round(y(value)) + 0.5} y2={Math.round(y(value)) + 0.5} class={value === 0 ? 'ground' : ''} />
                <text x={left - 8} y={y(value) + 4} text-anchor="end">{f.number(value)}</text>
              </g>
            ))}
            {ticks.map((tick) => {
              const centre = left + (tick.index + 0.5) * step
              return (
                <g key={tick.index} class="tick">
                  <line x1={centre} x2={centre} y1={ground} y2={ground + 4} />
                  <text x={Math.min(width - 18, Math.max(left + 14, centre))} y={height - 6} text-anchor="middle">{f.tick(tick.start, tick.unit)}</text>
                </g>
              )
            })}
          </g>
          {pieces.map((piece, i) => {
            const { posts, reposts, voices } = piece.volume
            const high = (count: number) => (count === 0 ? 0 : Math.max(1.5, ground - y(count)))
            const low = high(posts)
            const upper = high(reposts)
            const inDrag = drag && i >= Math.min(drag.from, drag.to) && i <= Math.max(drag.from, drag.to)
            return (
              <a
                key={piece.span.from}
                class={['slot', isChosen(piece.span) ? '' : 'dim', shown === i || inDrag ? 'pointed' : ''].join(' ')}
                href={hrefOfPart(piece.span)}
                draggable={false}
                aria-label={label(piece)}
                aria-current={part?.from === piece.span.from && part.to === piece.span.to ? 'true' : undefined}
                tabindex={i === tabStop ? 0 : -1}
                onKeyDown={(event) => walk(event, i)}
                onFocus={() => {
                  setStop(i)
                  setPointed(i)
                }}
                onBlur={() => setPointed(null)}
              >
                <rect class="slot-area" x={left + i * step} y={0} width={step} height={height - BOTTOM} />
                {posts > 0 && <rect class="bar-posts" x={x(i)} y={ground - low} width={wide} height={low} />}
                {reposts > 0 && <rect class="bar-reposts" x={x(i)} y={ground - low - upper} width={wide} height={upper} />}
                {voices > 0 && y(voices) - (ground - low - upper) > 3 && <rect class="dash-voices" x={x(i)} y={y(voices) - 0.75} width={wide} height={1.5} />}
              </a>
            )
          })}
        </svg>
      )}
      {shown !== null && pieces[shown] && (
        <Tip piece={pieces[shown]} interval={interval} hasVoices={hasVoices} at={left + (shown + 0.5) * step} width={width} />
      )}
    </div>
  )
}

function Tip({ piece, interval, hasVoices, at, width }: { piece: Piece; interval: Interval; hasVoices: boolean; at: number; width: number }) {
  const { m, f } = useDesk()
  const ref = useRef<HTMLDivElement>(null)
  const [shift, setShift] = useState(0)
  useLayoutEffect(() => {
    const half = ref.current!.offsetWidth / 2
    setShift(Math.min(width - half, Math.max(half, at)))
  }, [at, width])
  const { posts, reposts, voices } = piece.volume
  return (
    <div class="tip" ref={ref} style={{ left: `${shift}px` }} aria-hidden="true">
      <b>{f.piece(piece.span, interval)}</b>
      <span>{m.count.posts(f, posts)}</span>
      {reposts > 0 && <span>{m.count.reposts(f, reposts)}</span>}
      {hasVoices && <span>{m.count.voices(f, voices)}</span>}
      {piece.usual && <span class="tip-usual">{m.usual.word} {m.usual.range(f, piece.usual.low, piece.usual.high)}</span>}
    </div>
  )
}

/** The same as rows; each leads to its posts, too. */
export function VolumeTable({ pieces, interval, hrefOfPart }: {
  pieces: readonly Piece[]
  interval: Interval
  hrefOfPart: (part: Span | null) => string
}) {
  const { m, f } = useDesk()
  // Silence where something is usual is worth a line, too.
  const filled = pieces.filter((piece) => mentionsOf(piece.volume) > 0 || (piece.usual && piece.usual.low > 0))
  const hasUsual = filled.some((piece) => piece.usual)
  return (
    <details class="twin">
      <summary>{m.chart.table}</summary>
      {filled.length === 0 ? <p>{m.chart.empty}</p> : (
        <div class="scroll-x" tabIndex={0} role="region" aria-label={m.chart.table}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{m.chart.period}</th>
                <th scope="col" class="number">{m.overview.posts}</th>
                <th scope="col" class="number">{m.overview.reposts}</th>
                <th scope="col" class="number">{m.overview.voices}</th>
                <th scope="col" class="number">{m.noun.anonymous}</th>
                {hasUsual && <th scope="col" class="number">{m.usual.fromTo}</th>}
              </tr>
            </thead>
            <tbody>
              {filled.map(({ span, volume, usual }) => (
                <tr key={span.from}>
                  <th scope="row"><a href={hrefOfPart(span)}>{f.piece(span, interval)}</a></th>
                  <td class="number">{f.number(volume.posts)}</td>
                  <td class="number">{f.number(volume.reposts)}</td>
                  <td class="number">{f.number(volume.voices)}</td>
                  <td class="number">{f.number(volume.anonymous)}</td>
                  {hasUsual && <td class="number">{usual && m.usual.range(f, usual.low, usual.high)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [])
  return width
}
