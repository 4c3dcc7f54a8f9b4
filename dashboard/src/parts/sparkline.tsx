import { mentionsOf } from '../language/answer.ts'
import type { Volume } from '../contract.ts'
import { foldTo } from './fold.ts'

const WIDTH = 192
const HEIGHT = 28
const MOST = 48

/** The course of one watch at a glance: its own scale, so that the shape shows; the figures beside it say how much. */
export function Sparkline({ volumes, label }: { volumes: readonly Volume[]; label: string }) {
  const bars = foldTo(MOST, volumes.map(mentionsOf))
  const highest = Math.max(1, ...bars)
  const step = WIDTH / Math.max(1, bars.length)
  const wide = Math.max(1, Math.min(step - 1, 12))
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label} preserveAspectRatio="none">
      <line class="spark-ground" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {bars.map((count, i) => {
        if (count === 0) return null
        const high = Math.max(2, (count / highest) * (HEIGHT - 1))
        return <rect key={i} class="bar-posts" x={i * step + (step - wide) / 2} y={HEIGHT - high} width={wide} height={high} />
      })}
    </svg>
  )
}
