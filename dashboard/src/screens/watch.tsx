import { useEffect, useRef } from 'preact/hooks'
import type { Expected, LiveView, Volume, Watch } from '../contract.ts'
import { answer, mentionsOf } from '../language/answer.ts'
import { Icon } from '../parts/icons.tsx'
import { Live } from '../parts/live.tsx'
import { OwnWordsPanel } from '../parts/own-words.tsx'
import { PolarityPanel } from '../parts/polarity.tsx'
import { MentionList } from '../parts/mention-list.tsx'
import { SourcesPanel } from '../parts/from-sources.tsx'
import { RangePicker } from '../parts/range-picker.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { VolumeChart, VolumeTable } from '../parts/volume-chart.tsx'
import { Words } from '../parts/words.tsx'
import { rest } from '../rest.ts'
import { type Filters, hrefOf, onlyRange } from '../state/address.ts'
import { seesAll, useDesk } from '../state/desk.ts'
import { isUpTo, sharesHours, useLive } from '../state/live.ts'
import { usePause } from '../state/pause.tsx'
import { useLasting, useLoaded } from '../state/polling.ts'
import { type Interval, type Span, readableIntervals, usualInterval } from '../time/buckets.ts'
import { type Range, before, spanOf } from '../time/range.ts'
import { spread } from '../time/spread.ts'

/** While the server tells what changed, asking is only for what it does not tell; else it is all there is. */
const EVERY = 4000
const EVERY_WHILE_TOLD = 30_000
/** A connection that comes back at once was not gone. */
const AWAY_AFTER = 3000
/** Who asks is told why there are no own words yet; who listens is not. */
const LATE_AFTER = 15_000
const LOOKING_BACK = 5 * 60_000

interface Heard {
  readonly range: Range
  readonly view: LiveView
  readonly span: Span | null
  readonly interval: Interval
  readonly before: Volume | undefined
}

/** One watch: what was said in a sentence, how much over time, and the posts themselves. */
export function WatchScreen({ id }: { id: string }) {
  const { m, f, me, project, address, may, signedOut } = useDesk()
  const { place, filters } = address
  const chart = useRef<HTMLElement>(null)
  const watches = useLoaded(JSON.stringify([project.id, 'watches']), (signal) => rest.watches(project.id, signal), 30_000, signedOut)
  const sources = useLoaded(seesAll(me) ? 'sources' : null, (signal) => rest.sources(signal), null)
  const watch = watches.data?.find((known) => known.id === id)
  const most = innerWidth < 720 ? 80 : 170
  const live = useLive(project.id, id)
  const told = live.views.get(id)
  const isHeld = usePause().since !== null
  const isAway = useLasting(!live.connected && !isHeld, AWAY_AFTER)
  const isLate = useLasting(live.words === null, LATE_AFTER)
  const loaded = useLoaded<Heard>(
    JSON.stringify([project.id, id, filters.range, filters.interval, f.zone]),
    async (signal) => {
      const { range } = filters
      const asked = spanOf(range, Date.now(), f.zone)
      const intervalOf = (span: Span) =>
        filters.interval && readableIntervals(span).includes(filters.interval) ? filters.interval : usualInterval(span, most)
      if (asked) {
        const interval = intervalOf(asked)
        const view = await rest.view(project.id, id, asked, interval, f.zone, signal)
        return { range, view, span: asked, interval, before: await volumeBefore(view, asked, signal) }
      }
      const whole = await rest.view(project.id, id, null, 'month', f.zone, signal)
      if (!whole.first || !whole.last) return { range, view: whole, span: null, interval: 'day', before: undefined }
      const span = { from: Date.parse(whole.first), to: Date.parse(whole.last) + 1 }
      const interval = intervalOf(span)
      return { range, view: await rest.view(project.id, id, span, interval, f.zone, signal), span, interval, before: undefined }
    },
    live.connected ? EVERY_WHILE_TOLD : EVERY,
    signedOut,
    isDay(filters) ? undefined : told?.asOf,
  )
  const heard = { ...loaded, data: loaded.data && upToDate(loaded.data) }

  /** The last 24 hours are what the server tells; of any other range only that there is news. */
  function upToDate(data: Heard): Heard {
    if (loaded.stale || !isDay(filters) || data.interval !== 'hour' || !told?.from || !told.to || !live.connected || !sharesHours(f.zone, Date.parse(told.to))) return data
    if (!isUpTo(told, data.span?.to ?? 0)) return data
    return { ...data, view: { ...told, expected: data.view.expected ?? null }, span: { from: Date.parse(told.from), to: Date.parse(told.to) } }
  }

  /** Only where listening reached so far back; else more than before would mean nothing. */
  async function volumeBefore(view: LiveView, span: Span, signal: AbortSignal): Promise<Volume | undefined> {
    const then = before(span)
    if (filters.range.kind !== 'rolling' || view.expected?.total || !view.first || Date.parse(view.first) > then.from) return undefined
    return (await rest.volume(project.id, id, then, usualInterval(then, 40), f.zone, signal)).total
  }

  const name = watch?.name ?? id
  useEffect(() => {
    document.title = `${name} · Habitus`
  }, [name])
  if (watches.data && !watch) return unknown()
  const { data } = heard
  const rolling = data?.range.kind === 'rolling' ? data.range.length : null
  const pieces = data?.span ? spread(data.view.series, data.span, data.interval, f.zone, data.view.expected) : []
  const hrefOfPart = (part: Span | null) => hrefOf(place, { ...filters, part })
  const first = data?.view.first ? Date.parse(data.view.first) : null
  const last = data?.view.last ? Date.parse(data.view.last) : null
  const nothingEver = data !== null && first === null
  const nothingInRange = data !== null && !nothingEver && mentionsOf(data.view.total) === 0
  return (
    <main id="content" class="watch" tabIndex={-1}>
      <header class="head">
        <div class="title">
          <h1>{watch ? name : <span class="shape-title" />}</h1>
          {watch && may('write') && (
            <a class="button quiet" href={hrefOf({ page: 'edit', project: project.id, watch: id }, onlyRange(filters))}><Icon name="pencil" /><span>{m.watch.edit}</span></a>
          )}
        </div>
        <div class="head-tools">
          <Live loaded={loaded} range={filters.range} />
          <RangePicker />
          <a class="button quiet wall-link" href={hrefOf({ page: 'wall', project: project.id, watch: id }, onlyRange(filters))} title={m.wall.linkWhy}><Icon name="screen" />{m.wall.link}</a>
        </div>
      </header>
      {watch && <p class="subject"><span class="unseen">{m.watch.query}: </span><code class="query">{watch.query}</code></p>}

      {heard.problem && !data && <Trouble m={m} problem={heard.problem} retry={heard.reload} />}
      {!data && !heard.problem && <Shapes label={m.failure.loading} />}
      {nothingEver && watch && nothingYet(watch)}
      {nothingInRange && first !== null && last !== null && (
        <div class="notice">
          <h2>{m.overview.nothingInRange.title(m.sentence.within(f, rolling, data.span!))}</h2>
          <p>{m.overview.nothingInRange.text(f, first, last)}</p>
          <p><a class="button primary" href={hrefOf(place, { ...onlyRange(filters), range: { kind: 'all' } })}>{m.overview.nothingInRange.show}</a></p>
        </div>
      )}
      {data?.span && !nothingEver && !nothingInRange && (
        <div class={heard.stale ? 'stale' : ''}>
          <p class="answer">
            <Words sentences={answer(m, f, {
              name, span: data.span, rolling, total: data.view.total, interval: data.interval, pieces, before: data.before, expected: data.view.expected,
              leadsTo: (part) => (part ? hrefOfPart(part) : hrefOf(place, { ...onlyRange(filters), interval: filters.interval })),
              piles: data.view.piles,
              leadsToPile: (polarity) => hrefOf(place, { ...onlyRange(filters), interval: filters.interval, polarity }),
            })} />
          </p>
          <section class="course" ref={chart} aria-label={m.chart.title(m.interval.names[data.interval])}>
            <header class="course-head">
              {totals(data.view.total, data.view.expected)}
              {intervalChoice(data.span, data.interval)}
            </header>
            <VolumeChart pieces={pieces} interval={data.interval} part={filters.part} hrefOfPart={hrefOfPart} />
            <footer class="course-foot">
              <VolumeTable pieces={pieces} interval={data.interval} hrefOfPart={hrefOfPart} />
              <span class="hint">{m.range.times(f.zone)}</span>
            </footer>
          </section>
        </div>
      )}
      {data && !nothingEver && !nothingInRange && (
        <div class="insight">
          <OwnWordsPanel watch={id} span={data.span} pile={filters.polarity} question={JSON.stringify(data.range)} told={filters.polarity === '' && isLastDay(data.range) && !isAway && !isLate ? live.words : undefined} />
          <div class="insight-side">
            {data.view.piles && <PolarityPanel of={data.view.piles} />}
            {data.view.sources && <SourcesPanel of={data.view.sources} />}
          </div>
        </div>
      )}
      {data && !nothingEver && !nothingInRange && <MentionList watch={id} asOf={data.view.asOf} sources={sources.data?.map((account) => account.source) ?? []} />}
    </main>
  )

  function totals(total: Volume, expected: Expected | null | undefined) {
    const usual = expected?.total?.mentions
    return (
      <ul class="totals">
        {total.voices > 0 && <li class="of-voices"><b>{f.number(total.voices)}</b> {m.noun.voices}</li>}
        <li class="of-posts"><b>{f.number(total.posts)}</b> {m.noun.posts}</li>
        {total.reposts > 0 && <li class="of-reposts"><b>{f.number(total.reposts)}</b> {m.noun.reposts}</li>}
        {total.anonymous > 0 && <li class="of-nobody" title={m.noun.anonymousWhy}><b>{f.number(total.anonymous)}</b> {m.noun.anonymous}</li>}
        {usual && <li class="of-usual" title={m.usual.why}><b>{m.usual.range(f, usual.low, usual.high)}</b> {m.usual.word}</li>}
      </ul>
    )
  }

  function intervalChoice(span: Span, chosen: Interval) {
    const readable = readableIntervals(span)
    if (readable.length < 2) return null
    return (
      <nav class="segments small" aria-label={m.interval.label}>
        <span class="hint" aria-hidden="true">{m.interval.label}</span>
        {readable.map((interval) => (
          <a key={interval} href={hrefOf(place, { ...filters, interval, part: null })} aria-current={interval === chosen ? 'true' : undefined}>
            {m.interval.names[interval]}
          </a>
        ))}
      </nav>
    )
  }

  function nothingYet(watch: Watch) {
    const young = Date.now() - Date.parse(watch.changedAt) < LOOKING_BACK
    return (
      <div class="notice" role="status">
        <h2>{m.watch.noneTitle}</h2>
        <p>{young ? m.watch.lookingBack : m.watch.noneText}</p>
        {!young && may('write') && (
          <p><a class="button" href={hrefOf({ page: 'edit', project: project.id, watch: id }, onlyRange(filters))}>{m.watch.edit}</a></p>
        )}
      </div>
    )
  }

  function unknown() {
    return (
      <main id="content" class="watch" tabIndex={-1}>
        <div class="notice">
          <h1>{m.watch.unknown}</h1>
          <p>{m.watch.unknownText}</p>
          <p><a class="button" href={hrefOf({ page: 'overview', project: project.id }, onlyRange(filters))}>{m.watch.back}</a></p>
        </div>
      </main>
    )
  }
}

/** Whether the range is the one that the server tells, cut as it cuts. */
function isDay({ range, interval }: Filters): boolean {
  return isLastDay(range) && (interval === null || interval === 'hour')
}

function isLastDay(range: Range): boolean {
  return range.kind === 'rolling' && range.length === '24h'
}

function Shapes({ label }: { label: string }) {
  return (
    <div class="shapes" role="status" aria-label={label}>
      <div class="shape-line" />
      <div class="shape-line short" />
      <div class="shape-chart" />
    </div>
  )
}
