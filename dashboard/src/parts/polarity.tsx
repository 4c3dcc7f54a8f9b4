import type { Pile, Piles } from '../contract.ts'
import { hrefOf, onlyRange, piles } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'

/** Below this, shares would say more than is known. */
const ENOUGH = 20

export function judged(of: Piles): number {
  return piles.reduce((sum, pile) => sum + of[pile], 0)
}

/** How people speak: four piles, each with its share, each leading to its posts. */
export function PolarityPanel({ of }: { of: Piles }) {
  const { m, f, address } = useDesk()
  const { place, filters } = address
  const all = judged(of)
  if (all === 0) return null
  const most = Math.max(...piles.map((pile) => of[pile]))
  return (
    <section class="polarity" aria-labelledby="polarity-title">
      <h2 id="polarity-title">{m.polarity.title}</h2>
      <ul class="piles">
        {piles.map((pile) => {
          const isChosen = filters.polarity === pile
          return (
            <li key={pile} class={`pile ${pile}`}>
              <a href={hrefOf(place, { ...onlyRange(filters), interval: filters.interval, polarity: isChosen ? '' : pile })} aria-current={isChosen ? 'true' : undefined}>
                <span class="pile-name"><Sign pile={pile} />{m.polarity.names[pile]}</span>
                <span class="pile-bar" aria-hidden="true"><svg viewBox="0 0 100 8" preserveAspectRatio="none"><rect width={(100 * of[pile]) / most} height="8" /></svg></span>
                {all >= ENOUGH && <b class="pile-share">{f.share(of[pile] / all)}</b>}
                <span class="pile-count">{m.count.mentions(f, of[pile])}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <p class="hint">{all < ENOUGH ? m.polarity.few : m.polarity.how}{of.unjudged > 0 && ` ${m.polarity.unjudged(f, of.unjudged)}`}</p>
    </section>
  )
}

/** The same in one line, for a row. */
export function PolarityBar({ of }: { of: Piles | null | undefined }) {
  const { m, f } = useDesk()
  const all = of ? judged(of) : 0
  if (!of || all < ENOUGH) return <span class="none" title={m.polarity.few}>{all === 0 ? '' : m.polarity.tooFew}</span>
  const words = piles.map((pile) => `${m.polarity.names[pile]} ${f.share(of[pile] / all)}`).join(', ')
  let x = 0
  return (
    <svg class="polarity-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={words}>
      <title>{words}</title>
      {piles.map((pile) => {
        const width = (100 * of[pile]) / all
        const at = x
        x += width
        return <rect key={pile} class={pile} x={at} width={Math.max(0, width - (x < 100 ? 0.8 : 0))} height="8" />
      })}
    </svg>
  )
}

/** Never by colour alone. */
export function Sign({ pile }: { pile: Pile }) {
  return <span class={`sign ${pile}`} aria-hidden="true">{{ negative: '−', neutral: '○', positive: '+', unsure: '?' }[pile]}</span>
}
