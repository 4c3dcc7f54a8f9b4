// How a stretch of time is cut for a chart.
import { type Instant, type Wall, instantOf, wallOf } from './zone.ts'

export type Interval = 'minute' | 'hour' | 'day' | 'week' | 'month'

export const intervals: readonly Interval[] = ['minute', 'hour', 'day', 'week', 'month']

const HOUR = 3_600_000
const length: Record<Interval, number> = {
  minute: 60_000,
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
}

/** A piece of time: from inclusive, to exclusive. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The start of the piece of this interval in which the instant lies. Weeks begin on Monday. */
export function startOf(interval: Interval, instant: Instant, zone: string): Instant {
  const wall = wallOf(instant, zone)
  if (interval === 'minute' || interval === 'hour') return instant - (wall % length[interval])
  return instantOf(floor(interval, wall), zone)
}

function floor(interval: Interval, wall: Wall): Wall {
  const date = new Date(wall)
  date.setUTCHours(0, 0, 0, 0)
  if (interval === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  if (interval === 'month') date.setUTCDate(1)
  return date.getTime()
}

/** The start of the piece after the one that starts here. */
export function nextStart(interval: Interval, start: Instant, zone: string): Instant {
  if (interval === 'minute' || interval === 'hour') return start + length[interval]
  const date = new Date(wallOf(start, zone))
  if (interval === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCDate(date.getUTCDate() + (interval === 'week' ? 7 : 1))
  return instantOf(date.getTime(), zone)
}

/** All pieces that lie in the span; the first and the last are cut to it. */
export function pieces(span: Span, interval: Interval, zone: string): Span[] {
  const found: Span[] = []
  let start = startOf(interval, span.from, zone)
  while (start < span.to && found.length < 2000) {
    const next = nextStart(interval, start, zone)
    found.push({ from: Math.max(start, span.from), to: Math.min(next, span.to) })
    start = next
  }
  return found
}

/** The intervals that cut this span into a readable number of pieces, finest first. Never empty. */
export function readableIntervals(span: Span, most = 200): Interval[] {
  const wide = span.to - span.from
  const readable = intervals.filter((interval) => wide / length[interval] <= most && wide / length[interval] >= 2)
  if (readable.length > 0) return readable
  return wide < 2 * length.minute ? ['minute'] : ['month']
}

/** The interval a chart begins with: the finest that cuts the span into at most so many pieces. */
export function usualInterval(span: Span, most: number): Interval {
  const wide = span.to - span.from
  const readable = readableIntervals(span)
  return readable.find((interval) => wide / length[interval] <= most) ?? readable[readable.length - 1]!
}
