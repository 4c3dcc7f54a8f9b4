import type { LiveView, Watch } from '../contract.ts'
import { mentionsOf, overviewAnswer } from '../language/answer.ts'
import { compared, isLearning } from '../language/usual.ts'
import { Icon } from '../parts/icons.tsx'
import { Live } from '../parts/live.tsx'
import { PolarityBar } from '../parts/polarity.tsx'
import { RangePicker } from '../parts/range-picker.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { Words } from '../parts/words.tsx'
import { rest } from '../rest.ts'
import { hrefOf, onlyRange } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'
import { isUpTo, sharesHours, useLive } from '../state/live.ts'
import { useLoaded } from '../state/polling.ts'
import { type Interval, type Span, usualInterval } from '../time/buckets.ts'
import { type Range, spanOf } from '../time/range.ts'
import { spread } from '../time/spread.ts'

const EVERY = 5000
const EVERY_WHILE_TOLD = 30_000

interface Row {
  readonly watch: Watch
  readonly view: LiveView | null
}

interface Heard {
  readonly range: Range
  readonly rows: readonly Row[]
  readonly span: Span | null
  readonly interval: Interval
  /** When the first and the last mention of any watch were said, whatever the range. */
  readonly ever: Span | null
}

/** All watches, one line each: first those that are unusual, the most so first, then the loudest. */
export function Overview() {
  const { m, f, project, address, may, signedOut } = useDesk()
  const { filters } = address
  const live = useLive(project.id, null)
  const loaded = useLoaded<Heard>(
    JSON.stringify([project.id, filters.range, f.zone]),
    async (signal) => {
      const { range } = filters
      const asked = spanOf(range, Date.now(), f.zone)
      const [watches, first] = await Promise.all([
        rest.watches(project.id, signal),
        rest.views(project.id, asked, asked ? usualInterval(asked, 170) : 'month', f.zone, signal),
      ])
      const ever = everHeard(first)
      const span = asked ?? ever
      // Only now is known where "all" begins and ends, and so how its lines are cut.
      const views = asked || !span ? first : await rest.views(project.id, span, usualInterval(span, 170), f.zone, signal)
      const byWatch = new Map(views.map((view) => [view.watch, view]))
      const rows = watches
        .map((watch) => ({ watch, view: byWatch.get(watch.id) ?? null }))
      return { range, rows, span, interval: span ? usualInterval(span, 170) : 'day', ever }
    },
    live.connected ? EVERY_WHILE_TOLD : EVERY,
    signedOut,
    // Of other ranges than the last 24 hours it is only told that there is news.
    isDay(filters.range) ? undefined : live.views,
  )

  const heard = loaded.data && { ...loaded.data, rows: inOrder(upToDate(loaded.data)) }
  const noWatches = heard?.rows.length === 0
  const rolling = heard?.range.kind === 'rolling' ? heard.range.length : null
  const isSilent = heard !== null && !noWatches && heard.rows.every((row) => volume(row) === 0)
  return (
    <main id="content" class="overview" tabIndex={-1}>
      {!noWatches && <header class="head">
        <div class="title">
          <h1>{m.overview.title}</h1>
          {heard && may('write') && (
            <a class="button quiet" href={hrefOf({ page: 'edit', project: project.id, watch: null }, onlyRange(filters))}><Icon name="plus" /><span>{m.overview.add}</span></a>
          )}
        </div>
        <div class="head-tools">
          <Live loaded={loaded} range={filters.range} />
          <RangePicker />
          <a class="button quiet wall-link" href={hrefOf({ page: 'wall', project: project.id, watch: null }, onlyRange(filters))} title={m.wall.linkWhy}><Icon name="screen" />{m.wall.link}</a>
        </div>
      </header>}
      {loaded.problem && !heard && <Trouble m={m} problem={loaded.problem} retry={loaded.reload} />}
      {!heard && !loaded.problem && <Shapes label={m.failure.loading} />}
      {heard && noWatches && invitation()}
      {heard && !noWatches && (
        <div class={loaded.stale ? 'stale' : ''}>
          {isSilent && heard.ever && (
            <div class="notice">
              <h2>{m.overview.nothingInRange.title(m.sentence.within(f, rolling, heard.span!))}</h2>
              <p>{m.overview.nothingInRange.text(f, heard.ever.from, heard.ever.to - 1)}</p>
              <p>
                <a class="button primary" href={hrefOf(address.place, { ...filters, range: { kind: 'all' } })}>{m.overview.nothingInRange.show}</a>
              </p>
            </div>
          )}
          {isSilent && !heard.ever && (
            <div class="notice">
              <h2>{m.overview.nothingYet.title}</h2>
              <p>{m.overview.nothingYet.text}</p>
              <p><code class="command">./habitus import posts.ndjson</code></p>
            </div>
          )}
          {!isSilent && heard.span && (
            <p class="answer">
              <Words sentences={overviewAnswer(m, f, heard.rows.map((row) => ({ name: row.watch.name, view: row.view, leadsTo: href(row.watch) })), rolling, heard.span)} />
            </p>
          )}
          {lines(heard)}
        </div>
      )}
    </main>
  )

  /** The last 24 hours are what the server tells. */
  function upToDate({ range, rows, interval, span }: Heard): readonly Row[] {
    if (loaded.stale || !isDay(range) || interval !== 'hour' || !span || !live.connected || !sharesHours(f.zone, span.to)) return rows
    return rows.map(({ watch, view }) => {
      const told = live.views.get(watch.id)
      return { watch, view: told && isUpTo(told, span.to) ? { ...told, expected: view?.expected ?? null } : view }
    })
  }

  function inOrder(rows: readonly Row[]): readonly Row[] {
    return [...rows].sort((a, b) => unusual(b) - unusual(a) || volume(b) - volume(a) || a.watch.name.localeCompare(b.watch.name, f.language))
  }

  function href(watch: Watch): string {
    return hrefOf({ page: 'watch', project: project.id, watch: watch.id }, onlyRange(filters))
  }

  function lines(heard: Heard) {
    return (
      <table class={heard.rows.length > 24 ? 'watches dense' : heard.rows.length > 12 ? 'watches close' : 'watches'}>
        <caption class="unseen">{m.overview.table}</caption>
        <thead>
          <tr>
            <th scope="col">{m.overview.name}</th>
            <th scope="col" class="course">{m.overview.course}</th>
            <th scope="col" class="mood">{m.polarity.title}</th>
            <th scope="col" class="number">{m.overview.voices}</th>
            <th scope="col" class="usual">{m.usual.column}</th>
            <th scope="col" class="number">{m.overview.posts}</th>
            <th scope="col" class="number reposts">{m.overview.reposts}</th>
            <th scope="col" class="when">{m.overview.first}</th>
            <th scope="col" class="when">{m.overview.last}</th>
          </tr>
        </thead>
        <tbody>
          {heard.rows.map(({ watch, view }) => {
            const total = view?.total
            const silent = !total || mentionsOf(total) === 0
            const unnamed = total && !silent && total.voices === 0
            return (
              <tr key={watch.id} class={silent ? 'silent' : unnamed ? 'unnamed' : ''}>
                <th scope="row">
                  <a href={href(watch)}>{watch.name}</a>
                  <span class="query" title={watch.query}>{watch.query}</span>
                </th>
                <td class="course">
                  {view && heard.span && (
                    <Sparkline
                      volumes={spread(view.series, heard.span, heard.interval, f.zone).map((piece) => piece.volume)}
                      label={`${m.overview.course}: ${m.count.mentions(f, mentionsOf(view.total))}`}
                    />
                  )}
                </td>
                <td class="mood"><PolarityBar of={view?.piles} /></td>
                <td class="number lead">{silent ? '0' : unnamed ? <span class="none" title={m.overview.noAuthorsWhy}>{m.overview.noAuthors}</span> : f.number(total.voices)}{!unnamed && unit(m.noun.voices)}</td>
                <td class="usual">{against(view)}</td>
                <td class="number posts">{f.number(total?.posts ?? 0)}{unit(m.noun.posts)}</td>
                <td class="number reposts">{f.number(total?.reposts ?? 0)}</td>
                <td class="when">{view?.first ? f.day(Date.parse(view.first)) : ''}</td>
                <td class="when">{view?.last ? f.moment(Date.parse(view.last), Date.now()) : <span class="none">{m.overview.never}</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    )
  }


  /** More, less, as usual; or how far it is from being known. */
  function against(view: LiveView | null) {
    const usual = view && compared(view.total, view.expected)
    if (usual && usual.is !== 'usual') return <b class="unusual" title={isLearning(view.expected) ? m.usual.days(f, view.expected.knownDays, view.expected.neededDays) : undefined}><Icon name={usual.is === 'above' ? 'rise' : 'fall'} />{m.usual.short(f, usual)}</b>
    // Within limits as wide as little is known, hardly anything would not be as usual.
    if (isLearning(view?.expected)) return m.usual.days(f, view.expected.knownDays, view.expected.neededDays)
    return usual ? m.usual.short(f, usual) : ''
  }

  /** On a narrow screen there is no heading above the figure. */
  function unit(noun: string) {
    return <span class="unit"> {noun}</span>
  }

  function invitation() {
    const { noWatches } = m.overview
    return (
      <div class="welcome">
        <h1>{noWatches.title}</h1>
        <p>{noWatches.text}</p>
        <p class="hint">{noWatches.example}</p>
        <ul class="examples">
          {m.query.rows.slice(0, 4).map(([query, meaning]) => <li key={query}><code class="query">{query}</code><span>{meaning}</span></li>)}
        </ul>
        {may('write')
          ? <p><a class="button primary" href={hrefOf({ page: 'edit', project: project.id, watch: null }, onlyRange(filters))}>{noWatches.add}</a></p>
          : <p class="hint">{noWatches.mayNot}</p>}
      </div>
    )
  }
}

function isDay(range: Range): boolean {
  return range.kind === 'rolling' && range.length === '24h'
}

function volume(row: Row): number {
  return row.view ? mentionsOf(row.view.total) : 0
}

function unusual({ view }: Row): number {
  return (view && compared(view.total, view.expected)?.far) ?? 0
}

function everHeard(views: readonly LiveView[]): Span | null {
  const firsts = views.flatMap((view) => (view.first ? [Date.parse(view.first)] : []))
  const lasts = views.flatMap((view) => (view.last ? [Date.parse(view.last)] : []))
  return firsts.length > 0 && lasts.length > 0 ? { from: Math.min(...firsts), to: Math.max(...lasts) + 1 } : null
}

function Shapes({ label }: { label: string }) {
  return (
    <div class="shapes" role="status" aria-label={label}>
      <div class="shape-line" />
      {[0, 1, 2, 3, 4, 5].map((i) => <div key={i} class="shape-row"><span /><span /><span /></div>)}
    </div>
  )
}
