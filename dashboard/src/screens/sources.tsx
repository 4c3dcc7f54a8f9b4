import type { SourceAccount, Status } from '../contract.ts'
import type { Messages } from '../language/de.ts'
import type { Forms } from '../language/forms.ts'
import type { Sentence } from '../language/say.ts'
import { ListeningCourse, stalledSince } from '../parts/listening-course.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { Words } from '../parts/words.tsx'
import { rest } from '../rest.ts'
import { useDesk } from '../state/desk.ts'
import { useLoaded } from '../state/polling.ts'
import { spanOf } from '../time/range.ts'

const EVERY = 5000
const JUDGED_EVERY = 30_000
/** Fewer wait at any moment under load, for a second at most; nobody would notice. */
const NOTICEABLE = 1000

/** A gap that ended longer ago is told by the line alone. */
const LATELY = 24 * 3_600_000

/** Without it nothing is taken in; without the others it is only shown later. */
const EAR = 'ingest-service'
/** Below this, a share would say more than is known. */
const ENOUGH = 20

/** What each projection does stands with the service that does it; which of them names which lag. */
const lagsOf: Readonly<Record<string, readonly string[]>> = { 'analysis-service': ['mentions', 'indexing'], 'persona-service': ['persona-service'] }

/** Whether all is heard: source by source what came and what became of it, service by service what still waits. */
export function SourcesScreen() {
  const { m, f, project, signedOut } = useDesk()
  const judged = useLoaded(
    JSON.stringify([project.id, 'judged']),
    async (signal) => {
      const span = spanOf({ kind: 'rolling', length: '24h' }, Date.now(), f.zone)
      const [all, unsure] = await Promise.all([rest.countMentions(project.id, { span }, signal), rest.countMentions(project.id, { span, polarity: 'unsure' }, signal)])
      return { all, unsure }
    },
    JUDGED_EVERY,
    signedOut,
  ).data
  const loaded = useLoaded('status', (signal) => rest.status(signal), EVERY, signedOut)
  const status = loaded.data
  return (
    <main id="content" class="sources" tabIndex={-1}>
      <header class="head"><h1>{m.sources.title}</h1>{status && loaded.problem && <span class="live lost" role="status">{m.live.stale(f.time(loaded.at))}</span>}</header>
      {loaded.problem && !status && <Trouble m={m} problem={loaded.problem} retry={loaded.reload} />}
      {!status && !loaded.problem && <div class="shapes" role="status" aria-label={m.failure.loading}><div class="shape-line" /><div class="shape-row"><span /><span /><span /></div></div>}
      {status && health(m, f, status) && <p class="answer"><Words sentences={health(m, f, status)!} /></p>}
      {status?.sources?.length === 0 && <div class="notice"><h2>{m.sources.none}</h2><p>{m.overview.nothingYet.text}</p><p><code class="command">./habitus import posts.ndjson</code></p></div>}
      {status && !status.sources && <p class="hint">{m.sources.nobodySays}</p>}
      {status?.listening && <ListeningCourse listening={status.listening} now={Date.parse(status.checkedAt)} />}
      {status?.sources && status.sources.length > 0 && <Accounts accounts={[...status.sources].sort((a, b) => b.received - a.received)} />}
      {status && <Services of={status} />}
      {status && judged && judged.all >= ENOUGH && (
        <section class="health">
          <h2>{m.sources.judging}</h2>
          <p><Words sentences={[m.sources.abstained(f, judged.unsure, judged.all)]} /></p>
        </section>
      )}
    </main>
  )
}

/** The worst that is true, in a sentence, and what happened lately; null where nobody has delivered anything. */
function health(m: Messages, f: Forms, status: Status): Sentence[] | null {
  const { services, sources, lag } = status
  const notUp = services.filter((service) => service.status !== 'up').map((service) => service.name)
  if (notUp.includes(EAR)) return [m.sources.deaf(EAR)]
  const stalled = status.listening ? stalledSince(status.listening, Date.parse(status.checkedAt)) : null
  if (stalled !== null) return [m.sources.stalled(f, stalled, Date.parse(status.checkedAt), EAR)]
  if (notUp.length > 0) return [m.sources.notShown(notUp)]
  if (!sources || sources.length === 0) return null
  const open = sources.reduce((sum, account) => sum + openOf(account), 0)
  if (open !== 0) return [m.sources.off(f, open)]
  const setAside = services.reduce((sum, service) => sum + (service.details?.setAside ?? 0), 0)
  if (setAside > 0) return [m.sources.someSetAside(f, setAside), ...lately(m, f, status, true)]
  const waiting = Math.max(0, ...Object.values(lag))
  if (waiting > NOTICEABLE) return [m.sources.behind(f, waiting), ...lately(m, f, status, true)]
  const gap = lately(m, f, status, false)
  const delivered = m.sources.delivered(f, sources.length, sources.reduce((sum, account) => sum + account.received, 0))
  const unreadable = sources.reduce((sum, account) => sum + account.unreadable, 0)
  return [m.sources.lead(f, unbroken(status)), ...gap, delivered, ...(unreadable > 0 ? [m.sources.unreadableLines(f, unreadable)] : [])]
}

/** For how long there was no gap, in milliseconds; null where nobody can say. */
function unbroken({ listening, checkedAt }: Status): number | null {
  if (!listening) return null
  return Math.max(0, Date.parse(checkedAt) - Date.parse(listening.gaps.at(-1)?.to ?? listening.since))
}

/** The newest gap, if it ended less than a day ago; with its end, if the sentence before does not say it. */
function lately(m: Messages, f: Forms, { listening, checkedAt }: Status, withEnd: boolean): Sentence[] {
  const gap = listening?.gaps.at(-1)
  if (!gap || Date.parse(checkedAt) - Date.parse(gap.to) > LATELY) return []
  const end = withEnd ? f.moment(Date.parse(gap.to), Date.parse(checkedAt)) : null
  return [m.sources.lately(f, Date.parse(gap.to) - Date.parse(gap.from), gap.cause ?? null, end)]
}

function openOf({ received, published, seen, unreadable }: SourceAccount): number {
  return received - published - seen - unreadable
}

function Accounts({ accounts }: { accounts: readonly SourceAccount[] }) {
  const { m, f } = useDesk()
  return (
    <section class="health">
      <h2>{m.sources.bySource}</h2>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={m.sources.bySource}>
        <table class="figures wide accounts">
          <thead>
            <tr>
              <th scope="col">{m.sources.source}</th>
              <th scope="col" class="number">{m.sources.last}</th>
              <th scope="col" class="number">{m.sources.received}</th>
              <th scope="col" class="number of">{m.sources.published}</th>
              <th scope="col" class="number and">{m.sources.seen}</th>
              <th scope="col" class="number and">{m.sources.unreadable}</th>
              <th scope="col" class="number">{m.sources.balance}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.source}>
                <th scope="row">{account.source}</th>
                <td class="number">{account.lastHeard ? f.moment(Date.parse(account.lastHeard), Date.now()) : ''}</td>
                <td class="number received">{f.number(account.received)}</td>
                <td class="number of">{f.number(account.published)}</td>
                <td class="number and">{f.number(account.seen)}</td>
                <td class="number and">{f.number(account.unreadable)}</td>
                <td class={openOf(account) === 0 ? 'number whole' : 'number open'}>{openOf(account) === 0 ? m.sources.whole : m.sources.open(f, openOf(account))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{m.sources.since(f, countedSince(accounts))}</p>
    </section>
  )
}

function countedSince(accounts: readonly SourceAccount[]): number | null {
  const known = accounts.flatMap(({ since }) => (since ? [Date.parse(since)] : []))
  return known.length === 0 ? null : Math.min(...known)
}

function Services({ of: { services, lag } }: { of: Status }) {
  const { m, f } = useDesk()
  const named = new Set(Object.values(lagsOf).flat())
  const rows = services.flatMap((service) => (lagsOf[service.name] ?? [null]).map((projection, i) => ({ service, projection, isFirst: i === 0 })))
  return (
    <section class="health">
      <h2>{m.sources.byService}</h2>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={m.sources.byService}>
        <table class="figures wide">
          <thead>
            <tr>
              <th scope="col">{m.sources.service}</th>
              <th scope="col">{m.sources.task}</th>
              <th scope="col">{m.sources.state}</th>
              <th scope="col" class="number">{m.sources.lag}</th>
              <th scope="col" class="number" title={m.sources.setAsideWhy}>{m.sources.setAside}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ service, projection, isFirst }) => (
              <tr key={`${service.name} ${projection}`}>
                <th scope="row">{service.name}</th>
                <td>{m.sources.tasks[projection ?? service.name] ?? ''}</td>
                <td><span class={service.status === 'up' ? 'live' : 'live lost'}>{m.sources.states[service.status]}</span></td>
                <td class="number">{projection && (lag[projection] === undefined ? m.sources.unknown : f.number(lag[projection]))}</td>
                <td class={isFirst && service.details?.setAside ? 'number open' : 'number'}>{isFirst && service.details?.setAside !== undefined && f.number(service.details.setAside)}</td>
              </tr>
            ))}
            {Object.keys(lag).filter((name) => !named.has(name)).map((name) => (
              <tr key={name}><th scope="row">{name}</th><td /><td /><td class="number">{f.number(lag[name]!)}</td><td /></tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
