import type { FromSource } from '../contract.ts'
import { hrefOf, onlyRange } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'

/** So many by name; the table of sources is elsewhere. */
const NAMED = 6

/** Where it was said: each source leads to its posts. Where there is only one, that is no news. */
export function SourcesPanel({ of }: { of: readonly FromSource[] }) {
  const { m, f, address } = useDesk()
  const { place, filters } = address
  const named = of.filter((one) => one.source)
  if (named.length < 2) return null
  const shown = named.slice(0, NAMED)
  const all = of.reduce((sum, one) => sum + mentions(one), 0)
  const others = all - shown.reduce((sum, one) => sum + mentions(one), 0)
  const most = Math.max(...shown.map(mentions), others)
  const bar = (count: number) => <span class="pile-bar" aria-hidden="true"><svg viewBox="0 0 100 8" preserveAspectRatio="none"><rect width={(100 * count) / most} height="8" /></svg></span>
  return (
    <section class="from-sources" aria-labelledby="from-sources-title">
      <h2 id="from-sources-title">{m.fromSources.title}</h2>
      <ul class="piles">
        {shown.map((one) => {
          const isChosen = filters.source === one.source
          return (
            <li key={one.source} class="pile source">
              <a href={hrefOf(place, { ...onlyRange(filters), interval: filters.interval, source: isChosen ? '' : one.source! })} aria-current={isChosen ? 'true' : undefined}>
                <span class="pile-name" title={one.source!}><span class="cut">{one.source}</span></span>
                {bar(mentions(one))}
                <span class="pile-count">{m.count.mentions(f, mentions(one))}</span>
              </a>
            </li>
          )
        })}
        {others > 0 && (
          <li class="pile source others">
            <span class="pile-row">
              <span class="pile-name">{m.fromSources.others}</span>
              {bar(others)}
              <span class="pile-count">{m.count.mentions(f, others)}</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  )
}

function mentions(one: FromSource): number {
  return one.posts + one.reposts
}
