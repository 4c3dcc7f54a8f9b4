import type { Listening } from '../contract.ts'
import { useDesk } from '../state/desk.ts'
import { pieces, usualInterval } from '../time/buckets.ts'
import { ticksOf } from '../time/ticks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MOST_ROWS = 8
/** Of the line: a gap of a minute is to be seen in a month. */
const THINNEST = 0.4
/** A pause of the log of up to 15 seconds is no gap, and every 5 it is noted that we listen. */
const LONGEST_PAUSE = 20_000

/** Since when nothing proves that posts can be taken in; null while something does. */
export function stalledSince(listening: Listening, now: number): number | null {
  const until = Date.parse(listening.until)
  return now - until > LONGEST_PAUSE ? until : null
}

/** When posts could be taken in: a line from the first thing known until now, or the last, with a hole and a bar where they could not. */
export function ListeningCourse({ listening, now }: { listening: Listening; now: number }) {
  const { m, f } = useDesk()
  const since = Date.parse(listening.since)
  const stalled = stalledSince(listening, now)
  const end = stalled ?? now
  const from = now - windowOf(now - since)
  const gaps = listening.gaps.map((gap) => ({ from: Date.parse(gap.from), to: Date.parse(gap.to), cause: gap.cause }))
  const x = (instant: number) => (100 * Math.min(now, Math.max(from, instant)) - 100 * from) / (now - from)
  const wide = (a: number, b: number) => `${Math.max(THINNEST, x(b) - x(a))}%`
  const interval = usualInterval({ from, to: now }, 200)
  const cut = pieces({ from, to: now }, interval, f.zone)
  const ticks = ticksOf(cut.slice(1), interval, f.zone, 7).filter((tick) => x(tick.start) < 90)
  const newest = [...gaps].reverse()
  return (
    <section class="health">
      <h2>{m.sources.course}</h2>
      <figure class="course" role="img" aria-label={m.sources.courseOf(f, Math.max(from, since), end, gaps.length)}>
        <div class="course-line">
          <span class="course-heard" style={{ left: `${x(since)}%`, width: wide(since, end) }} />
          {gaps.map((gap) => <span key={gap.from} class="course-gap" style={{ left: `min(${x(gap.from)}%, 100% - 3px)`, width: wide(gap.from, gap.to) }} title={`${f.dayTime(gap.from)} – ${f.dayTime(gap.to)}`} />)}
        </div>
        <ul class="course-ticks">
          {ticks.map((tick) => <li key={tick.start} style={{ left: `${x(tick.start)}%` }}>{f.tick(tick.start, tick.unit)}</li>)}
          <li class="now">{m.sources.now}</li>
        </ul>
      </figure>
      {gaps.length === 0 ? stalled === null && <p class="hint">{m.sources.noGap(f, since)}</p> : (
        <div class="scroll-x" tabIndex={0} role="region" aria-label={m.sources.course}>
          <table class="figures wide">
            <thead>
              <tr>
                <th scope="col">{m.sources.gapFrom}</th>
                <th scope="col" class="number">{m.sources.gapLength}</th>
                <th scope="col">{m.sources.gapCause}</th>
              </tr>
            </thead>
            <tbody>
              {newest.slice(0, MOST_ROWS).map((gap) => (
                <tr key={gap.from}>
                  <td>{f.dayTime(gap.from)}</td>
                  <td class="number">{m.sources.lasting(f, gap.to - gap.from)}</td>
                  <td class="cause">{gap.cause && m.sources.gapCauses[gap.cause]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {newest.length > MOST_ROWS && <p class="hint">{m.sources.more(f, newest.length - MOST_ROWS)}</p>}
        </div>
      )}
      <p class="hint">{m.sources.notHeard}</p>
    </section>
  )
}

/** Two hours, a day, a week or a month, whichever is enough. */
function windowOf(known: number): number {
  return [2 * HOUR, DAY, 7 * DAY].find((length) => known <= length) ?? 30 * DAY
}
