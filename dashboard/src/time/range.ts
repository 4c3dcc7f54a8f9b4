// The stretch of time a person looks at, as it stands in the address, and the instants it means right now.
import { type Instant, addDays, dateOf, instantOf, startOfDate, wallOf } from './zone.ts'
import type { Span } from './buckets.ts'

export type Rolling = '24h' | '7d' | '30d' | '12m'

export type Range =
  | { readonly kind: 'rolling'; readonly length: Rolling }
  | { readonly kind: 'all' }
  /** Whole days of the project's time zone; both belong to it. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  /** Any other piece, for example one that was dragged on a chart. */
  | { readonly kind: 'span'; readonly from: Instant; readonly to: Instant }

export const usualRange: Range = { kind: 'rolling', length: '24h' }
export const rollings: readonly Rolling[] = ['24h', '7d', '30d', '12m']

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * What the range means now. It ends with the running minute, so that what was said a second ago is in it; the long
 * ones begin with a whole day or month, so that their first bar is a whole one. `all` has no ends: the answer tells.
 */
export function spanOf(range: Range, now: Instant, zone: string): Span | null {
  switch (range.kind) {
    case 'all':
      return null
    case 'span':
      return { from: range.from, to: range.to }
    case 'days':
      return { from: startOfDate(range.from, zone), to: startOfDate(addDays(range.to, 1), zone) }
    case 'rolling': {
      const to = Math.ceil((now + 1) / MINUTE) * MINUTE
      return { from: rollingStart(range.length, to, zone), to }
    }
  }
}

function rollingStart(length: Rolling, to: Instant, zone: string): Instant {
  switch (length) {
    case '24h':
      return to - 24 * HOUR
    case '7d':
      return startOfDate(addDays(dateOf(to - 1, zone), -6), zone)
    case '30d':
      return startOfDate(addDays(dateOf(to - 1, zone), -29), zone)
    case '12m': {
      const month = new Date(wallOf(to - 1, zone))
      month.setUTCHours(0, 0, 0, 0)
      month.setUTCMonth(month.getUTCMonth(), 1)
      month.setUTCMonth(month.getUTCMonth() - 11)
      return instantOf(month.getTime(), zone)
    }
  }
}

/** The stretch of the same length just before. */
export function before(span: Span): Span {
  return { from: span.from - (span.to - span.from), to: span.from }
}

/** True while new posts can still fall into it. */
export function isLive(range: Range, now: Instant, zone: string): boolean {
  const span = spanOf(range, now, zone)
  return span === null || span.to > now
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/

function isDate(text: string | null): text is string {
  return text !== null && isoDate.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

/** Reads `range=7d`, `range=all`, `from=2015-05-01&to=2015-06-30` or the same with instants. */
export function readRange(query: URLSearchParams): Range {
  const from = query.get('from')
  const to = query.get('to')
  if (isDate(from) && isDate(to) && from <= to) return { kind: 'days', from, to }
  if (from && to) {
    const span = { from: Date.parse(from), to: Date.parse(to) }
    if (span.from < span.to) return { kind: 'span', ...span }
  }
  const name = query.get('range')
  if (name === 'all') return { kind: 'all' }
  const length = rollings.find((known) => known === name)
  return length ? { kind: 'rolling', length } : usualRange
}

export function writeRange(range: Range, query: URLSearchParams): void {
  for (const name of ['range', 'from', 'to']) query.delete(name)
  switch (range.kind) {
    case 'all':
      query.set('range', 'all')
      break
    case 'rolling':
      if (range.length !== '24h') query.set('range', range.length)
      break
    case 'days':
      query.set('from', range.from)
      query.set('to', range.to)
      break
    case 'span':
      query.set('from', new Date(range.from).toISOString())
      query.set('to', new Date(range.to).toISOString())
      break
  }
}
