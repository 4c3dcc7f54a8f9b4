import { Trouble } from '../parts/trouble.tsx'
import { Words } from '../parts/words.tsx'
import { rest } from '../rest.ts'
import { useDesk } from '../state/desk.ts'
import { useLoaded } from '../state/polling.ts'

/** Whether everything that came was accounted for, source by source. */
export function SourcesScreen() {
  const { m, f, signedOut } = useDesk()
  const loaded = useLoaded('sources', (signal) => rest.sources(signal), 5000, signedOut)
  const accounts = [...(loaded.data ?? [])].sort((a, b) => b.received - a.received)
  const received = accounts.reduce((sum, account) => sum + account.received, 0)
  const open = accounts.reduce((sum, account) => sum + account.received - account.published - account.seen - account.unreadable, 0)
  return (
    <main id="content" class="sources" tabIndex={-1}>
      <header class="head"><h1>{m.sources.title}</h1></header>
      {loaded.problem && !loaded.data && <Trouble m={m} problem={loaded.problem} retry={loaded.reload} />}
      {!loaded.data && !loaded.problem && <div class="shapes" role="status" aria-label={m.failure.loading}><div class="shape-line" /><div class="shape-row"><span /><span /><span /></div></div>}
      {loaded.data && accounts.length === 0 && <div class="notice"><h2>{m.sources.none}</h2><p>{m.overview.nothingYet.text}</p><p><code class="command">./habitus import posts.ndjson</code></p></div>}
      {accounts.length > 0 && (
        <>
          <p class="answer"><Words sentences={[open === 0 ? m.sources.lead(f, accounts.length, received) : m.sources.off(f, open)]} /></p>
          <div class="scroll-x" tabIndex={0} role="region" aria-label={m.sources.title}>
            <table class="figures wide">
              <thead>
                <tr>
                  <th scope="col">{m.sources.source}</th>
                  <th scope="col" class="number">{m.sources.received}</th>
                  <th scope="col" class="number">{m.sources.published}</th>
                  <th scope="col" class="number">{m.sources.seen}</th>
                  <th scope="col" class="number">{m.sources.unreadable}</th>
                  <th scope="col" class="number">{m.sources.last}</th>
                </tr>
              </thead>
              <tbody>
                {accounts.map((account) => (
                  <tr key={account.source}>
                    <th scope="row">{account.source}</th>
                    <td class="number">{f.number(account.received)}</td>
                    <td class="number">{f.number(account.published)}</td>
                    <td class="number">{f.number(account.seen)}</td>
                    <td class="number">{f.number(account.unreadable)}</td>
                    <td class="number">{account.lastHeard ? f.dayTime(Date.parse(account.lastHeard)) : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="hint">{m.sources.identity}</p>
        </>
      )}
    </main>
  )
}
