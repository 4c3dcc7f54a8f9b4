import { mentionsOf } from '../language/answer.ts'
import { useDesk } from '../state/desk.ts'
import type { Piece } from '../time/spread.ts'
import { scaleTo, ticksOf } from '../time/ticks.ts'
import { bandOf, mostUsual } from './band.ts'

/** How much was said hour by hour before what is usual, to be read from afar; the hour that runs is not over and looks so. */
export function WallCourse({ pieces, zone }: {
  pieces: readonly Piece[]
  /** In whose hours the pieces are. */
  zone: string
}) {
  const { m, f } = useDesk()
  const counts = pieces.map((piece) => mentionsOf(piece.volume))
  const heard = Math.max(...counts, 1)
  const most = Math.max(heard, mostUsual(pieces, heard))
  const scale = scaleTo(most, 5)
  const highest = Math.max(most, scale[scale.length - 1]!)
  const ticks = ticksOf(pieces.map((piece) => piece.span), 'hour', zone, 5)
  const step = 100 / Math.max(1, pieces.length)
  const band = bandOf(pieces, (i) => i * step, (count) => Math.max(0, 100 - (100 * count) / highest))
  const title = band ? m.wall.courseUsual : m.wall.course
  const high = (count: number) => (count === 0 ? 0 : Math.max(1, (100 * count) / highest))
  return (
    <figure class="wall-course" role="img" aria-label={`${title}: ${f.number(counts.reduce((sum, count) => sum + count, 0))}`}>
      <figcaption>{title}</figcaption>
      <div class="wall-plot" aria-hidden="true">
        <ul class="wall-scale">
          {scale.map((value) => <li key={value} class={value === 0 ? 'ground' : ''} style={{ bottom: `${(100 * value) / highest}%` }}>{value > 0 && <span>{f.number(value)}</span>}</li>)}
        </ul>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          {band && <path class="band" d={band} />}
          {counts.map((count, i) => (
            <rect key={pieces[i]!.span.from} class={i === counts.length - 1 ? 'running' : ''} x={(i + 0.12) * step} width={0.76 * step} y={100 - high(count)} height={high(count)} />
          ))}
        </svg>
      </div>
      <ul class="wall-ticks" aria-hidden="true">
        {ticks.filter((tick) => tick.index < pieces.length - 2).map((tick) => <li key={tick.start} style={{ left: `${(tick.index + 0.5) * step}%` }}>{f.tick(tick.start, tick.unit)}</li>)}
        <li class="now">{m.wall.now}</li>
      </ul>
    </figure>
  )
}
