import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { LiveView, Mention } from '../contract.ts'
import { type MentionFilter, Problem, rest } from '../rest.ts'
import { type Filters, go, hrefOf, onlyRange, piles } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'
import { useLoaded } from '../state/polling.ts'
import { useKeys } from '../state/shortcuts.ts'
import type { Span } from '../time/buckets.ts'
import { isLive, spanOf } from '../time/range.ts'
import { Icon } from './icons.tsx'
import { MentionItem, isNewDay } from './mention.tsx'
import { QueryField, type Remark } from './query-field.tsx'
import { Trouble } from './trouble.tsx'

const PAGE = 50
const LOOK_EVERY = 5000
const types = ['post', 'comment', 'review', 'reply', 'repost'] as const
const commonLanguages = ['de', 'en', 'fr', 'it', 'es', 'nl', 'pl', 'tr', 'ru', 'uk', 'ar']

interface Page {
  readonly question: string
  /** What the list was asked about when it was loaded; new mentions do not move it. */
  readonly filter: MentionFilter
  readonly total: number
  readonly mentions: readonly Mention[]
  readonly next: string | null
}

/**
 * The posts of a watch, newest first. It never moves by itself: what is new waits behind a button. Only an empty list fills
 * by itself, for nobody reads it; it is empty at first where the stream has counted what the index has not yet taken.
 */
export function MentionList({ watch, asOf, sources }: {
  watch: string
  asOf: LiveView['asOf']
  sources: readonly string[]
}) {
  const { m, f, project, address, signedOut } = useDesk()
  const { place, filters } = address
  const [page, setPage] = useState<Page | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [loadingMore, setLoadingMore] = useState(false)
  const [round, setRound] = useState(0)
  const [stop, setStop] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const head = useRef<HTMLElement>(null)
  const search = useRef<HTMLTextAreaElement>(null)

  const question = JSON.stringify([project.id, watch, filters.part ?? filters.range, filters.q, filters.source, filters.type, filters.lang, filters.author, filters.polarity, filters.oldestFirst, f.zone])
  const filterNow = useCallback((): MentionFilter => ({
    watch,
    span: filters.part ?? spanOf(filters.range, Date.now(), f.zone),
    q: filters.q,
    source: filters.source,
    type: filters.type,
    lang: filters.lang,
    author: filters.author,
    polarity: filters.polarity,
    oldestFirst: filters.oldestFirst,
  }), [question])

  useEffect(() => {
    const stopAsking = new AbortController()
    let again: ReturnType<typeof setTimeout> | undefined
    const filter = filterNow()
    // Who follows a bar to its posts wants to find all it counted; a list that only opens does not wait for the index.
    rest.mentions(project.id, filters.part || filters.polarity ? { ...filter, asOf } : filter, PAGE, null, stopAsking.signal).then(
      (answer) => {
        setPage({ question, filter, total: answer.total, mentions: answer.mentions, next: answer.nextCursor ?? null })
        setProblem(null)
        setStop(null)
      },
      (cause: unknown) => {
        if (stopAsking.signal.aborted) return
        const reason = cause instanceof Problem ? cause : new Problem(-1, { detail: String(cause) })
        if (reason.status === 401) signedOut()
        setProblem(reason)
        if (reason.status <= 0 || reason.status >= 500) again = setTimeout(() => setRound((r) => r + 1), LOOK_EVERY)
      },
    )
    return () => {
      stopAsking.abort()
      clearTimeout(again)
    }
  }, [question, round])

  const more = useCallback(async () => {
    if (!page?.next || loadingMore) return
    setLoadingMore(true)
    try {
      const answer = await rest.mentions(project.id, page.filter, PAGE, page.next)
      setPage((before) => {
        if (before !== page) return before // another question was asked meanwhile
        const known = new Set(before.mentions.map((mention) => mention.id))
        const added = answer.mentions.filter((mention) => !known.has(mention.id))
        return { ...before, mentions: [...before.mentions, ...added], next: answer.nextCursor ?? null }
      })
    } catch (cause) {
      setProblem(cause instanceof Problem ? cause : new Problem(-1, { detail: String(cause) }))
    } finally {
      setLoadingMore(false)
    }
  }, [page, loadingMore, project.id])

  const fresh = useFresh(page, filterNow, filters)
  const showFresh = () => {
    setRound((r) => r + 1)
    if (head.current && head.current.getBoundingClientRect().top < 0) head.current.scrollIntoView({ block: 'start' })
  }

  const isFilling = page?.total === 0 && fresh > 0
  useEffect(() => {
    if (isFilling) setRound((r) => r + 1)
  }, [isFilling])

  const step = (by: number) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-mention]') ?? [])]
    const here = items.findIndex((item) => item.contains(document.activeElement))
    const at = here < 0 ? (by > 0 ? Math.max(0, items.findIndex((item) => item.dataset['mention'] === stop)) : 0) : here + by
    const next = items[Math.min(items.length - 1, Math.max(0, at))]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
    if (here >= items.length - 3) void more()
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement?.querySelector<HTMLElement>('[data-whole]')?.click(),
    n: () => { if (fresh !== 0) showFresh() },
    '/': () => {
      search.current?.focus()
      search.current?.select()
    },
  })

  const isStale = page !== null && page.question !== question
  const isNarrowed = filters.q !== '' || filters.source !== '' || filters.type !== '' || filters.lang !== '' || filters.author !== '' || filters.polarity !== '' || filters.part !== null
  const queryRefused = problem?.status === 422 || (problem?.status === 400 && problem.body.position)
  return (
    <section class="mentions" aria-labelledby="mentions-title" ref={head}>
      <header class="mentions-head">
        <h2 id="mentions-title">
          {m.mentions.title}
          <span class="total" role="status" aria-live="polite">{page && !isStale && !queryRefused ? f.number(page.total) : ''}</span>
        </h2>
        <MentionSearch
          inputRef={search}
          refused={queryRefused ? { about: filters.q, problem: problem.body } : null}
        />
      </header>
      {fresh !== 0 && (
        <p class="fresh"><button type="button" class="button primary" onClick={showFresh}>
          <Icon name="up" />
          {fresh > 0 ? m.mentions.fresh(f, fresh) : m.mentions.changed}
        </button></p>
      )}
      <FilterBar sources={sources} seen={page?.mentions ?? []} />
      {problem && !queryRefused && <Trouble m={m} problem={problem} retry={() => setRound((r) => r + 1)} />}
      {!page && !problem && <Shapes label={m.failure.loading} />}
      {page && page.mentions.length === 0 && !isStale && !queryRefused && (
        <div class="notice">
          <h3>{isNarrowed ? m.mentions.none : m.mentions.noneInRange}</h3>
          {isNarrowed && <p>{m.mentions.noneHint}</p>}
          {isNarrowed && <p><a class="button" href={hrefOf(place, { ...onlyRange(filters), interval: filters.interval })}>{m.mentions.reset}</a></p>}
        </div>
      )}
      {page && page.mentions.length > 0 && (
        <>
          <ol class={isStale ? 'mention-list stale' : 'mention-list'} ref={list} aria-label={m.mentions.list} aria-busy={isStale}>
            {page.mentions.map((mention, i) => (
              <MentionItem
                key={mention.id}
                mention={mention}
                newDay={isNewDay(mention, page.mentions[i - 1], f.zone)}
                isStop={stop ? stop === mention.id : i === 0}
                stop={setStop}
              />
            ))}
          </ol>
          {page.next ? (
            <p class="more">
              <button type="button" class="button" disabled={loadingMore} onClick={() => void more()}>
                {loadingMore ? m.mentions.moreLoading : m.mentions.more(f, Math.max(1, Math.min(PAGE, page.total - page.mentions.length)))}
              </button>
              <Sentinel reached={() => void more()} />
            </p>
          ) : page.mentions.length > 5 && <p class="more end">{m.mentions.end}</p>}
        </>
      )}
    </section>
  )
}

/** How many more mentions there would be if the list were loaded anew; negative if some have gone. */
function useFresh(page: Page | null, filterNow: () => MentionFilter, filters: Filters): number {
  const { project, f, signedOut } = useDesk()
  const live = !filters.part && isLive(filters.range, Date.now(), f.zone)
  const asked = page && live ? `${page.question} ${page.filter.span?.to} ${page.total} ${page.mentions[0]?.id}` : null
  const counted = useLoaded(
    asked,
    (signal) => {
      const now = filterNow()
      // From where the list begins: what only fell out of a rolling range is no change of the list.
      const span: Span | null = now.span && page?.filter.span ? { from: page.filter.span.from, to: now.span.to } : now.span
      return rest.countMentions(project.id, { ...now, span }, signal)
    },
    LOOK_EVERY,
    signedOut,
  )
  return counted.stale || counted.data === null || !page ? 0 : counted.data - page.total
}

function MentionSearch({ inputRef, refused }: { inputRef: { current: HTMLTextAreaElement | null }; refused: Remark | null }) {
  const { m, address } = useDesk()
  const { place, filters } = address
  const [text, setText] = useState(filters.q)
  const asked = useRef(filters.q)
  useEffect(() => {
    // The address changed by other means: a chip, the browser's back.
    if (filters.q !== asked.current) {
      asked.current = filters.q
      setText(filters.q)
    }
  }, [filters.q])
  const ask = (q: string) => {
    asked.current = q.trim()
    go(hrefOf(place, { ...filters, q: asked.current }), { replace: filters.q !== '' })
  }
  useEffect(() => {
    if (text.trim() === asked.current) return
    const timer = setTimeout(() => ask(text), 600)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div class="mention-search" role="search">
      <Icon name="search" />
      <QueryField
        m={m}
        value={text}
        change={setText}
        submit={() => ask(text)}
        remark={refused}
        label={m.mentions.search}
        placeholder={m.mentions.searchHint}
        inputRef={inputRef}
      />
      {text !== '' && (
        <button type="button" class="button icon-only" aria-label={m.mentions.clear} onClick={() => {
          setText('')
          ask('')
          inputRef.current?.focus()
        }}><Icon name="close" /></button>
      )}
    </div>
  )
}

function FilterBar({ sources, seen }: { sources: readonly string[]; seen: readonly Mention[] }) {
  const { m, f, address } = useDesk()
  const { place, filters } = address
  const set = (change: Partial<Filters>) => go(hrefOf(place, { ...filters, ...change }))
  const allSources = [...new Set([...sources, ...seen.map((mention) => mention.source), filters.source])].filter(Boolean).sort()
  const allLanguages = [...new Set([...seen.flatMap((mention) => mention.lang ?? []), ...commonLanguages, filters.lang])].filter(Boolean)
    .map((code) => ({ code, name: f.languageName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, f.language))
  return (
    <div class="filters">
      <Choice label={m.mentions.source} value={filters.source} set={(source) => set({ source })} options={allSources.map((name) => [name, name])} any={m.mentions.any} />
      <Choice label={m.mentions.type} value={filters.type} set={(type) => set({ type })} options={types.map((type) => [type, m.mentions.types[type]])} any={m.mentions.any} />
      <Choice label={m.mentions.lang} value={filters.lang} set={(lang) => set({ lang })} options={allLanguages.map(({ code, name }) => [code, name])} any={m.mentions.any} />
      <Choice label={m.polarity.title} value={filters.polarity} set={(polarity) => set({ polarity: piles.find((pile) => pile === polarity) ?? '' })} options={piles.map((pile) => [pile, m.polarity.names[pile]])} any={m.mentions.any} />
      <Choice label={m.mentions.order} value={filters.oldestFirst ? 'oldest' : ''} set={(order) => set({ oldestFirst: order === 'oldest' })} options={[['oldest', m.mentions.oldest]]} any={m.mentions.newest} />
      {filters.part && chip(partName(filters.part), hrefOf(place, { ...filters, part: null }))}
      {filters.part && (
        <a class="button quiet small" href={hrefOf(place, { ...filters, part: null, interval: null, range: { kind: 'span', ...filters.part } })}>{m.chart.zoom}</a>
      )}
      {filters.author && chip(m.mentions.voice(filters.author.slice(0, 6)), hrefOf(place, { ...filters, author: '' }))}
    </div>
  )

  function partName(part: Span): string {
    const whole = f.time(part.from) === f.time(part.to) && part.to - part.from >= 86_000_000
    return whole ? f.days(part) : `${f.dayTime(part.from)} – ${part.to - part.from < 86_400_000 ? f.time(part.to) : f.dayTime(part.to)}`
  }

  function chip(text: string, remove: string) {
    return <a class="chip" href={remove} >{text}<span class="unseen"> – {m.mentions.lift}</span><Icon name="close" /></a>
  }
}

function Choice({ label, value, set, options, any }: {
  label: string
  value: string
  set: (value: string) => void
  options: readonly (readonly [string, string])[]
  any: string
}) {
  return (
    <label class={value ? 'choice chosen' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{any}</option>
        {options.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </label>
  )
}

/** Loads on when the end of the list comes near; the button before it does the same for the keyboard. */
function Sentinel({ reached }: { reached: () => void }) {
  const ref = useRef<HTMLSpanElement>(null)
  const latest = useRef(reached)
  latest.current = reached
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '400px' })
    observer.observe(ref.current!)
    return () => observer.disconnect()
  }, [reached])
  return <span ref={ref} class="sentinel" aria-hidden="true" />
}

function Shapes({ label }: { label: string }) {
  return (
    <div class="shapes" role="status" aria-label={label}>
      {[0, 1, 2, 3, 4].map((i) => <div key={i} class="shape-mention"><span /><span /><span /></div>)}
    </div>
  )
}
