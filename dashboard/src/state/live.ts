// What is heard right now, told by the server as it happens.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bucket, LiveView, OwnWords } from '../contract.ts'
import { streamOf } from '../rest.ts'
import { usePause } from './pause.tsx'
import type { Told } from './polling.ts'

export interface Live {
  /** The last 24 hours of each watch that was told of. */
  readonly views: ReadonlyMap<string, LiveView>
  /** The own words of the one watch in its last 24 hours; null until they were told, and where all are followed. */
  readonly words: Told<OwnWords> | null
  /** True while the connection stands. */
  readonly connected: boolean
  /** When the views were last told of; 0 if never. */
  readonly at: number
}

type Changes = Partial<Record<keyof LiveView, unknown>> & { readonly watch: string; readonly series?: Readonly<Record<string, object | null>> }

const SHOW_EVERY = 250
const AGAIN_AFTER = 5000
/** The server says something every ten seconds; from a network that is gone comes nothing, and no error either. */
const SILENT_FOR = 30_000
const LISTEN_EVERY = 5000
const CLOCKS_DIFFER = 5 * 60_000

/** The view with these changes: a JSON merge patch, with `series` by the start of each bucket. */
export function applied(view: LiveView, changes: Changes): LiveView {
  const next: Record<string, unknown> = { ...view }
  for (const [name, value] of Object.entries(changes)) {
    if (name === 'series') next['series'] = appliedSeries(view.series, value as Readonly<Record<string, object | null>>)
    else if (value === null) delete next[name]
    else next[name] = value
  }
  return next as unknown as LiveView
}

function appliedSeries(series: readonly Bucket[], changes: Readonly<Record<string, object | null>>): Bucket[] {
  const byStart = new Map(series.map((bucket) => [bucket.start, bucket]))
  for (const [start, content] of Object.entries(changes)) {
    if (content === null) byStart.delete(start)
    else byStart.set(start, { start, ...content } as Bucket)
  }
  return [...byStart.values()].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
}

/**
 * Follows a watch, or all of a project. While the page is hidden nobody is followed; what was missed comes with the
 * first words of the next connection. The same while it is held still; what was shown stays. Changes are shown together
 * four times a second at most.
 */
export function useLive(project: string, watch: string | null): Live {
  const [live, setLive] = useState<Live>({ views: new Map(), words: null, connected: false, at: 0 })
  const isHeld = usePause().since !== null
  const shown = useRef<ReadonlyMap<string, LiveView>>(live.views)
  const question = streamOf(project, watch)
  const asked = useRef(question)

  useEffect(() => {
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    if (asked.current !== question) {
      asked.current = question
      shown.current = new Map()
      setLive({ views: shown.current, words: null, connected: false, at: 0 })
    }
    if (isHeld) return
    // Who goes on after holding still sees what was there until it is told anew.
    let views = new Map(shown.current)
    let words: Told<OwnWords> | null = null
    let at = 0
    let heardAt = 0

    const show = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        shown.current = new Map(views)
        setLive((before) => ({ views: shown.current, words: words ?? before.words, connected: source?.readyState === EventSource.OPEN, at: at || before.at }))
      }, SHOW_EVERY)
    }
    const told = (event: Event) => {
      at = heardAt = Date.now()
      return JSON.parse((event as MessageEvent<string>).data) as Changes
    }
    const connect = () => {
      source = new EventSource(question)
      heardAt = Date.now()
      source.addEventListener('view', (event) => {
        const view = told(event) as unknown as LiveView
        views.set(view.watch, view)
        show()
      })
      source.addEventListener('difference', (event) => {
        const changes = told(event)
        const before = views.get(changes.watch)
        if (before) views.set(changes.watch, applied(before, changes))
        show()
      })
      source.addEventListener('words', (event) => {
        heardAt = Date.now()
        words = { data: JSON.parse((event as MessageEvent<string>).data) as OwnWords, at: heardAt }
        show()
      })
      source.addEventListener('gone', (event) => {
        views.delete(told(event).watch)
        show()
      })
      source.addEventListener('reset', () => {
        views = new Map()
        show()
      })
      source.addEventListener('beat', () => {
        heardAt = Date.now()
      })
      source.addEventListener('open', () => {
        heardAt = Date.now()
        show()
      })
      source.addEventListener('error', () => {
        show()
        // The browser tries again by itself unless it was refused.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_AFTER)
      })
    }
    const close = () => {
      clearTimeout(again)
      source?.close()
      source = null
    }
    const visibility = () => {
      if (document.hidden) close()
      else if (!source) connect()
    }
    visibility()
    document.addEventListener('visibilitychange', visibility)
    const listening = setInterval(() => {
      if (source?.readyState !== EventSource.OPEN || Date.now() - heardAt < SILENT_FOR) return
      close()
      connect()
    }, LISTEN_EVERY)
    return () => {
      clearInterval(listening)
      document.removeEventListener('visibilitychange', visibility)
      clearTimeout(timer)
      close()
    }
  }, [question, isHeld])
  return live
}

/**
 * Whether what was told of is as new as what was asked for until this moment. The server tells every minute, by a clock of
 * its own: a few minutes are not what makes it old.
 */
export function isUpTo(told: LiveView, moment: number): boolean {
  return told.to !== null && Date.parse(told.to) >= moment - CLOCKS_DIFFER
}

/** A bucket of the stream is an hour of UTC; where the clocks of the zone strike with it, it is an hour there, too. */
export function sharesHours(zone: string, instant: number): boolean {
  const minute = new Intl.DateTimeFormat('en-GB', { timeZone: zone, minute: '2-digit' }).format(instant)
  return Number(minute) === new Date(instant).getUTCMinutes()
}
