// Data that is loaded and kept up to date.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { Problem } from '../rest.ts'
import { usePause } from './pause.tsx'

export interface Loaded<T> {
  readonly data: T | null
  /** True while the data shown belongs to an earlier question. */
  readonly stale: boolean
  /** Why the last attempt failed; data of an earlier one may still be there. */
  readonly problem: Problem | null
  /** When the data came. */
  readonly at: number
  reload(): void
}

/** What came without asking for it. */
export interface Told<T> {
  readonly data: T
  /** When it came. */
  readonly at: number
}

const RETRY = 5000
const LONGEST_RETRY = 60_000
/** At most so often because of news. */
const NEWS_EVERY = 2000

/**
 * Loads at once, again whenever the question changes, and every so many milliseconds while the page is visible. What
 * failed is tried again; when `news` changes it is asked again soon, but not all the time, and never in place of a question
 * under way, which else might never be answered; an answer to an earlier question is never shown as one to the present.
 * While all is held still, a question is asked until it is answered once, and no more. What is `told` takes the place of an
 * answer, the later of both is shown, and nothing is asked: null if it is told, but was not yet; undefined if nobody tells.
 */
export function useLoaded<T>(
  question: string | null,
  load: (signal: AbortSignal) => Promise<T>,
  every: number | null = null,
  onUnauthorised?: () => void,
  news?: unknown,
  told?: Told<T> | null,
): Loaded<T> {
  const [state, setState] = useState<{ question: string | null; data: T | null; problem: Problem | null; at: number }>({
    question: null,
    data: null,
    problem: null,
    at: 0,
  })
  const latest = useRef(load)
  latest.current = load
  const pace = useRef(every)
  const ask = useRef<() => void>(() => {})
  const isHeld = usePause().since !== null
  const held = useRef(isHeld)
  held.current = isHeld
  const answered = useRef<string | null>(null)
  const isTold = told !== undefined

  useEffect(() => {
    if (question === null || isTold) return
    const asked = question
    const mayRest = () => held.current && answered.current === asked
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let underWay = false
    let wanted = false

    const attempt = async () => {
      clearTimeout(timer)
      if (underWay) {
        wanted = true
        return
      }
      underWay = true
      wanted = false
      const next = await answer()
      underWay = false
      if (stop.signal.aborted) return
      const soon = wanted ? Math.min(NEWS_EVERY, next ?? NEWS_EVERY) : next
      if (soon !== null) timer = setTimeout(tick, soon)
    }
    /** When to ask again: after so many milliseconds; null: not by itself. */
    const answer = async (): Promise<number | null> => {
      try {
        const data = await latest.current(stop.signal)
        if (stop.signal.aborted || mayRest()) return null
        answered.current = asked
        setState({ question: asked, data, problem: null, at: Date.now() })
        return pace.current
      } catch (cause) {
        if (stop.signal.aborted || mayRest()) return null
        const problem = cause instanceof Problem ? cause : new Problem(-1, { detail: String(cause) })
        if (problem.status === 401) onUnauthorised?.()
        setState((before) => ({ ...before, question: asked, data: before.question === asked ? before.data : null, problem }))
        const lasting = problem.status >= 400 && problem.status < 500 && problem.status !== 429
        return lasting ? null : Math.min(Math.max(RETRY, problem.retryAfter), LONGEST_RETRY)
      }
    }
    const tick = () => {
      if (mayRest()) return
      // A hidden page asks nothing; it catches up when it is seen again.
      if (document.hidden) timer = setTimeout(tick, 1000)
      else void attempt()
    }
    ask.current = () => void attempt()
    void attempt()
    return () => {
      stop.abort()
      clearTimeout(timer)
      ask.current = () => {}
    }
  }, [question, isTold])

  useEffect(() => {
    if (question === null || !told) return
    answered.current = question
    setState((before) => before.question === question && before.data !== null && before.at > told.at
      ? before
      : { question, data: told.data, problem: null, at: told.at })
  }, [question, told])

  useEffect(() => {
    const before = pace.current
    pace.current = every
    // Asked more often from now on: not only after the long pause that has begun.
    if (!held.current && every !== null && (before === null || every < before)) ask.current()
  }, [every])

  const wasHeld = useRef(isHeld)
  useEffect(() => {
    // What is loaded once and kept was not held, either.
    if (wasHeld.current && !isHeld && pace.current !== null) ask.current()
    wasHeld.current = isHeld
  }, [isHeld])

  const lastNews = useRef(0)
  useEffect(() => {
    if (news === undefined || isHeld) return
    const wait = Math.max(0, lastNews.current + NEWS_EVERY - Date.now())
    const timer = setTimeout(() => {
      lastNews.current = Date.now()
      ask.current()
    }, wait)
    return () => clearTimeout(timer)
  }, [news, isHeld])

  const reload = useCallback(() => ask.current(), [])
  const current = state.question === question
  return { data: state.data, stale: !current, problem: current ? state.problem : null, at: state.at, reload }
}

/** The value as it was so many milliseconds ago, once it has stopped changing. */
export function useSettled<T>(value: T, after: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return settled
}

/** Whether something is so, and has been for so many milliseconds. */
export function useLasting(isSo: boolean, after: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isSo) return setLasts(false)
    const timer = setTimeout(() => setLasts(true), after)
    return () => clearTimeout(timer)
  }, [isSo, after])
  return isSo && lasts
}

/** The present, renewed every so many milliseconds. */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
