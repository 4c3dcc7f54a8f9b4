import { useEffect, useRef, useState } from 'preact/hooks'
import type { LiveView, Watch } from '../contract.ts'
import { Icon, type IconName } from '../parts/icons.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { type Particulars, WallFace } from '../parts/wall-face.tsx'
import { Problem, rest } from '../rest.ts'
import { go, hrefOf, onlyRange } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'
import { sharesHours, useLive } from '../state/live.ts'
import { useLoaded } from '../state/polling.ts'
import { preferences } from '../state/preferences.ts'
import { type Round, begin, isEnough, loudest, placeIn, step } from '../state/rotation.ts'
import { useKeys } from '../state/shortcuts.ts'
import { useWakefulness } from '../state/wake.ts'
import { before, spanOf } from '../time/range.ts'

const EVERY = 5000
const EVERY_WHILE_TOLD = 30_000
/** How long a watch is shown before the next. */
const TURN = 20_000
/** A quote stays at least so long, so that it can be read to its end. */
const QUOTE_EVERY = 30_000
/** What has not come by then is shown next time. */
const PATIENCE = 5000
const FADE = 300
const IDLE = 3000
const WORDS = 3

const nothingMore: Particulars = { before: undefined, words: [], newest: null }

interface Heard {
  readonly watches: readonly Watch[]
  readonly views: ReadonlyMap<string, LiveView>
}

/** For a screen on a wall: one watch after the other in large type, or a single one; nothing to scroll, nothing to click. */
export function WallScreen({ only, from }: {
  /** The one watch to show; null for all in turn. */
  only: string | null
  /** The page it was come from, if it was one of this project. */
  from: string | null
}) {
  const { m, f, project, address, signedOut } = useDesk()
  const wall = useRef<HTMLElement>(null)
  const live = useLive(project.id, null)
  const loaded = useLoaded<Heard>(
    JSON.stringify([project.id, 'wall', f.zone]),
    async (signal) => {
      const span = spanOf({ kind: 'rolling', length: '24h' }, Date.now(), f.zone)
      const [watches, views] = await Promise.all([rest.watches(project.id, signal), rest.views(project.id, span, 'hour', f.zone, signal)])
      return { watches, views: new Map(views.map((view) => [view.watch, view])) }
    },
    live.connected ? EVERY_WHILE_TOLD : EVERY,
    signedOut,
  )
  const watches = loaded.data?.watches.filter((watch) => only === null || watch.id === only) ?? []
  const views = new Map(watches.flatMap((watch) => {
    const view = newest(watch.id)
    return view?.from && view.to ? [[watch.id, view] as const] : []
  }))
  const loud = loudest(watches, views)

  const [round, setRound] = useState<Round | null>(null)
  const [stopped, setStopped] = useState(false)
  const isGone = round !== null && !loud.includes(round.current)
  useEffect(() => {
    if (round === null && loud.length > 0) setRound(begin(loud))
    else if (isGone) setRound(step(round, 1, loud))
  }, [round === null, isGone, loud.length])
  const turn = (by: 1 | -1) => setRound((at) => at && step(at, by, loud))
  const latestTurn = useRef(turn)
  latestTurn.current = turn
  // Of another one there would be only half of it to show.
  const isLost = loaded.problem !== null
  useEffect(() => {
    if (stopped || isLost || loud.length < 2) return
    const timer = setInterval(() => {
      if (!document.hidden) latestTurn.current(1)
    }, TURN)
    return () => clearInterval(timer)
  }, [round?.current, stopped, isLost, loud.length < 2])

  const particulars = useParticulars(round?.current ?? null)
  const face = useFading(particulars)
  const watch = watches.find((known) => known.id === face.shown?.watch)
  const view = watch && views.get(watch.id)

  const [light, setLight] = useState(preferences.lightWall)
  const isFull = useFullScreen()
  const isBusy = usePointer(wall)
  useWakefulness()
  useEffect(() => {
    document.title = `${m.wall.title} · ${project.name} · Habitus`
  }, [m, project.name])
  const colour = () => {
    preferences.setLightWall(!light)
    setLight(!light)
  }
  const full = () => {
    // Where it is not allowed the page stays as it is.
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    else void document.documentElement.requestFullscreen?.().catch(() => {})
  }
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    const usual = only === null ? { page: 'overview' as const, project: project.id } : { page: 'watch' as const, project: project.id, watch: only }
    go(from ?? hrefOf(usual, onlyRange(address.filters)), { replace: true })
  }
  const hold = () => setStopped(!stopped)
  const canTurn = loud.length > 1
  useKeys({
    ArrowRight: () => { if (canTurn) turn(1) },
    ArrowLeft: () => { if (canTurn) turn(-1) },
    ' ': () => { if (canTurn) hold() },
    Escape: leave,
    f: full,
    l: colour,
  })

  const at = round && face.shown && placeIn({ order: round.order, current: face.shown.watch }, loud)
  const isSettled = loaded.data !== null && loud.length === 0
  return (
    <main id="content" class={['wall', light ? 'light' : 'dark', isBusy ? 'busy' : ''].join(' ')} tabIndex={-1} ref={wall} aria-busy={!view && !isSettled && !loaded.problem}>
      {view && loud.length > 0 && <WallFace key={watch.id} name={watch.name} view={view} particulars={face.shown?.particulars ?? nothingMore} isLeaving={face.isLeaving} />}
      {isSettled && nothing()}
      {!loaded.data && loaded.problem && <Trouble m={m} problem={loaded.problem} retry={loaded.reload} />}
      <footer class="wall-foot">
        {view && loud.length > 0 && canTurn && at && at.place > 0 && <span class="wall-place">{m.wall.place(f, at.place, at.of)}</span>}
        {view && loud.length > 0 && canTurn && stopped && <span class="wall-stopped"><Icon name="hold" />{m.wall.stopped}</span>}
        {view?.last && loud.length > 0 && <span>{m.wall.last(f.moment(Date.parse(view.last), Date.now()))}</span>}
        {loaded.data && (isLost
          ? <span class="live lost" role="status">{m.live.stale(f.time(Math.max(loaded.at, live.at)))}</span>
          : <span class="live">{m.live.on}</span>)}
        <span class="wall-project">{project.name}</span>
      </footer>
      <div class="wall-tools" role="toolbar" aria-label={m.wall.tools}>
        {canTurn && tool('left', m.wall.previous, () => turn(-1), 'ArrowLeft')}
        {canTurn && tool(stopped ? 'play' : 'hold', stopped ? m.wall.goOn : m.wall.stop, hold, 'Space')}
        {canTurn && tool('right', m.wall.next, () => turn(1), 'ArrowRight')}
        {tool(light ? 'moon' : 'sun', light ? m.wall.dark : m.wall.light, colour, 'l')}
        {document.fullscreenEnabled && tool('full', isFull ? m.wall.notFull : m.wall.full, full, 'f')}
        {tool('close', m.wall.leave, leave, 'Escape')}
      </div>
    </main>
  )

  /** Told or loaded, whichever reaches further. */
  function newest(id: string): LiveView | undefined {
    const was = loaded.data?.views.get(id)
    const told = live.views.get(id)
    if (!told?.to || !sharesHours(f.zone, Date.parse(told.to))) return was
    if (was?.to && Date.parse(was.to) > Date.parse(told.to)) return was
    return { ...told, expected: was?.expected ?? null }
  }

  function tool(icon: IconName, name: string, act: () => void, key: string) {
    return <button type="button" class="button icon-only" aria-label={name} title={name} aria-keyshortcuts={key} onClick={act}><Icon name={icon} /></button>
  }

  function nothing() {
    const missing = only !== null && watches.length === 0
    const few = watches.some((known) => views.has(known.id) && !isEnough(views.get(known.id)!.total))
    return (
      <div class="wall-nothing">
        <h1>{missing ? m.watch.unknown : only === null ? m.wall.noneTitle : m.wall.noneOf(watches[0]!.name)}</h1>
        <p>{missing ? m.watch.unknownText : only === null ? m.wall.noneText : few ? m.wall.fewText : m.wall.noneOfText}</p>
      </div>
    )
  }
}

interface Shown {
  readonly watch: string
  readonly particulars: Particulars
}

/** What is told of a watch beside its figures; of the last one asked for until that of the next has come. */
function useParticulars(watch: string | null): Shown | null {
  const { f, project, signedOut } = useDesk()
  const kept = useRef(new Map<string, Particulars>())
  const loaded = useLoaded<Shown | null>(
    watch === null ? null : JSON.stringify([project.id, watch, 'particulars']),
    async (signal) => {
      if (watch === null) return null
      const soon = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])
      const span = spanOf({ kind: 'rolling', length: '24h' }, Date.now(), f.zone)!
      const then = before(span)
      const [earlier, own, found] = await Promise.allSettled([
        rest.volume(project.id, watch, then, 'hour', f.zone, soon),
        rest.words(project.id, watch, span, soon),
        rest.mentions(project.id, { watch, span }, 10, null, soon),
      ])
      for (const part of [earlier, own, found]) if (part.status === 'rejected' && part.reason instanceof Problem && part.reason.status === 401) throw part.reason
      // What did not come is as it was last time.
      const last = kept.current.get(watch) ?? nothingMore
      const particulars: Particulars = {
        before: earlier.status === 'rejected' ? last.before : earlier.value.first && Date.parse(earlier.value.first) <= then.from ? earlier.value.total : undefined,
        words: own.status === 'rejected' ? last.words : distinct(own.value.words).slice(0, WORDS),
        newest: found.status === 'rejected' ? last.newest : (found.value.mentions.find((mention) => mention.text && mention.type !== 'repost') ?? found.value.mentions.find((mention) => mention.text) ?? null),
      }
      kept.current.set(watch, particulars)
      // Watches come and go while a wall hangs there for months.
      if (kept.current.size > 500) kept.current.delete(kept.current.keys().next().value!)
      return { watch, particulars }
    },
    QUOTE_EVERY,
    signedOut,
  )
  return loaded.data
}

/** The same word may be their own in two languages; from afar it is one. */
function distinct<T extends { readonly text: string }>(words: readonly T[]): T[] {
  const seen = new Set<string>()
  return words.filter(({ text }) => seen.size < seen.add(text.toLowerCase()).size)
}

/** What is shown goes before what comes next is shown, without motion where none is wanted. */
function useFading(next: Shown | null): { readonly shown: Shown | null; readonly isLeaving: boolean } {
  const [shown, setShown] = useState(next)
  const isChange = next !== null && shown !== null && next.watch !== shown.watch
  const isLeaving = isChange && !matchMedia('(prefers-reduced-motion: reduce)').matches
  useEffect(() => {
    if (next === null || next === shown) return
    if (!isLeaving) return setShown(next)
    const timer = setTimeout(() => setShown(next), FADE)
    return () => clearTimeout(timer)
  }, [next, isLeaving])
  return { shown, isLeaving }
}

function useFullScreen(): boolean {
  const [is, setIs] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const changed = () => setIs(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  return is
}

/** True while somebody moves the pointer, and a moment longer. */
function usePointer(within: { readonly current: HTMLElement | null }): boolean {
  const [moves, setMoves] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = () => {
      setMoves(true)
      clearTimeout(timer)
      timer = setTimeout(() => setMoves(false), IDLE)
    }
    const here = within.current
    here?.addEventListener('pointermove', moved)
    here?.addEventListener('pointerdown', moved)
    return () => {
      clearTimeout(timer)
      here?.removeEventListener('pointermove', moved)
      here?.removeEventListener('pointerdown', moved)
    }
  }, [])
  return moves
}
