import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStart, pieces, readableIntervals, startOf, usualInterval } from '../../target/unit/time/buckets.js'
import { before, isLive, readRange, spanOf, writeRange } from '../../target/unit/time/range.js'
import { spread } from '../../target/unit/time/spread.js'
import { scaleTo, ticksOf } from '../../target/unit/time/ticks.js'
import { dateOf, instantOf, isZone, startOfDate, wallOf } from '../../target/unit/time/zone.js'

const berlin = 'Europe/Berlin'
const at = (text) => Date.parse(text)
const iso = (instant) => new Date(instant).toISOString()
const HOUR = 3_600_000
const DAY = 24 * HOUR

test('a wall time in summer and in winter is the right instant', () => {
  assert.equal(iso(startOfDate('2026-07-01', berlin)), '2026-06-30T22:00:00.000Z')
  assert.equal(iso(startOfDate('2026-11-22', berlin)), '2026-11-21T23:00:00.000Z')
})

test('a wall time survives the way there and back on every hour of a year, but for the skipped one', () => {
  for (const zone of [berlin, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'])
    for (let instant = at('2026-01-01T00:00:00Z'); instant < at('2027-01-01T00:00:00Z'); instant += 5 * HOUR) {
      const wall = wallOf(instant, zone)
      assert.equal(wallOf(instantOf(wall, zone), zone), wall, `${zone} ${iso(instant)}`)
    }
})

test('of an hour that comes twice the first is meant, and a skipped one lies after the gap', () => {
  assert.equal(iso(instantOf(at('2026-10-25T02:30:00Z'), berlin)), '2026-10-25T00:30:00.000Z')
  assert.equal(iso(instantOf(at('2026-03-29T02:30:00Z'), berlin)), '2026-03-29T01:30:00.000Z')
})

test('the day of the change of the clocks has 23 or 25 hours', () => {
  const hours = (date) => pieces(spanOf({ kind: 'days', from: date, to: date }, 0, berlin), 'hour', berlin).length
  assert.equal(hours('2026-03-29'), 23)
  assert.equal(hours('2026-10-25'), 25)
  assert.equal(hours('2026-11-22'), 24)
})

test('pieces lie side by side, cover the span and nothing else', () => {
  const span = { from: at('2026-02-11T10:17:00Z'), to: at('2026-11-22T14:05:00Z') }
  for (const interval of ['hour', 'day', 'week', 'month']) {
    const found = pieces(span, interval, berlin).slice(0, 1999)
    assert.equal(found[0].from, span.from)
    for (let i = 1; i < found.length; i++) {
      assert.equal(found[i].from, found[i - 1].to)
      assert.equal(found[i].from, startOf(interval, found[i].from, berlin))
    }
    if (interval !== 'hour') assert.equal(found.at(-1).to, span.to)
  }
})

test('weeks begin on Monday, months on the first', () => {
  assert.equal(iso(startOf('week', at('2026-11-22T12:00:00Z'), berlin)), '2026-11-15T23:00:00.000Z')
  assert.equal(iso(nextStart('month', startOf('month', at('2026-03-15T12:00:00Z'), berlin), berlin)), '2026-03-31T22:00:00.000Z')
})

test('hours begin with the clock also where the zone is off by half an hour', () => {
  assert.equal(iso(startOf('hour', at('2026-11-22T12:05:00Z'), 'Asia/Kolkata')), '2026-11-22T11:30:00.000Z')
})

test('the last 24 hours end with the running minute and are 24 hours', () => {
  const now = at('2026-11-22T14:05:10.250Z')
  const span = spanOf({ kind: 'rolling', length: '24h' }, now, berlin)
  assert.equal(iso(span.to), '2026-11-22T14:06:00.000Z')
  assert.equal(span.to - span.from, DAY)
})

test('the longer ranges begin with a whole day or month of the zone and hold today', () => {
  const now = at('2026-11-22T23:30:00Z') // already the 23rd in Berlin
  const start = (length) => dateOf(spanOf({ kind: 'rolling', length }, now, berlin).from, berlin)
  assert.equal(start('7d'), '2026-11-17')
  assert.equal(start('30d'), '2026-10-25')
  assert.equal(start('12m'), '2025-12-01')
})

test('twelve months at the end of a long month do not slip by one', () => {
  const start = spanOf({ kind: 'rolling', length: '12m' }, at('2027-03-31T12:00:00Z'), berlin).from
  assert.equal(dateOf(start, berlin), '2026-04-01')
})

test('a range is written to the address and read from it', () => {
  for (const range of [
    { kind: 'rolling', length: '24h' },
    { kind: 'rolling', length: '12m' },
    { kind: 'all' },
    { kind: 'days', from: '2015-05-22', to: '2021-03-04' },
    { kind: 'span', from: at('2026-11-22T07:00:00Z'), to: at('2026-11-22T09:00:00Z') },
  ]) {
    const query = new URLSearchParams()
    writeRange(range, query)
    assert.deepEqual(readRange(new URLSearchParams(query.toString())), range)
  }
})

test('what makes no sense in the address is the usual range', () => {
  for (const text of ['range=1000y', 'from=2026-02-01&to=2026-01-01', 'from=x&to=y', 'from=2026-99-01&to=2026-99-02', ''])
    assert.deepEqual(readRange(new URLSearchParams(text)), { kind: 'rolling', length: '24h' })
})

test('only a range that reaches into the future is live', () => {
  const now = at('2026-11-22T12:00:00Z')
  assert.equal(isLive({ kind: 'rolling', length: '7d' }, now, berlin), true)
  assert.equal(isLive({ kind: 'all' }, now, berlin), true)
  assert.equal(isLive({ kind: 'days', from: '2026-11-20', to: '2026-11-22' }, now, berlin), true)
  assert.equal(isLive({ kind: 'days', from: '2026-11-20', to: '2026-11-21' }, now, berlin), false)
})

test('the stretch before is as long and ends where this one begins', () => {
  assert.deepEqual(before({ from: 100, to: 130 }), { from: 70, to: 100 })
})

test('a span is cut into a readable number of pieces', () => {
  assert.equal(usualInterval({ from: 0, to: DAY }, 170), 'hour')
  assert.equal(usualInterval({ from: 0, to: 7 * DAY }, 170), 'hour')
  assert.equal(usualInterval({ from: 0, to: 7 * DAY }, 80), 'day')
  assert.equal(usualInterval({ from: 0, to: 30 * DAY }, 170), 'day')
  assert.equal(usualInterval({ from: 0, to: 6 * 365 * DAY }, 170), 'month')
  assert.ok(readableIntervals({ from: 0, to: 1 }).length > 0)
  assert.ok(readableIntervals({ from: 0, to: 100 * 365 * DAY }).length > 0)
})

test('buckets are laid on their pieces and the rest heard nothing', () => {
  const span = spanOf({ kind: 'days', from: '2026-11-20', to: '2026-11-22' }, 0, berlin)
  const volume = { posts: 3, reposts: 1, voices: 2, anonymous: 0 }
  const laid = spread([{ start: '2026-11-20T23:00:00Z', volume }], span, 'day', berlin)
  assert.deepEqual(laid.map((piece) => piece.volume.posts), [0, 3, 0])
})

test('a first bucket that begins before the span counts in its first piece', () => {
  const span = { from: at('2026-11-21T14:06:00Z'), to: at('2026-11-22T14:06:00Z') }
  const volume = { posts: 1, reposts: 0, voices: 1, anonymous: 0 }
  const laid = spread([{ start: '2026-11-21T14:00:00Z', volume }], span, 'hour', berlin)
  assert.equal(laid.length, 25)
  assert.equal(laid[0].volume.posts, 1)
})

test('ticks stand at round times and are not too many', () => {
  const span = spanOf({ kind: 'days', from: '2015-05-22', to: '2021-03-04' }, 0, berlin)
  const cut = pieces(span, 'month', berlin)
  const ticks = ticksOf(cut, 'month', berlin, 8)
  assert.ok(ticks.length >= 3 && ticks.length <= 8)
  assert.ok(ticks.every((tick) => tick.unit === 'year'))
})

test('a scale has round values, from zero to not above the highest', () => {
  assert.deepEqual(scaleTo(221), [0, 100, 200])
  assert.deepEqual(scaleTo(1), [0, 1])
  assert.deepEqual(scaleTo(38), [0, 10, 20, 30])
  for (const highest of [1, 2, 3, 7, 12, 99, 100, 101, 12345]) assert.ok(scaleTo(highest).length <= 6)
})

test('a zone that does not exist is known as such', () => {
  assert.equal(isZone('Europe/Berlin'), true)
  assert.equal(isZone('Europe/Atlantis'), false)
})

test('what is usual stands with its piece, also with the first, which is cut', () => {
  const limits = { low: 1, expected: 2, high: 4 }
  const span = { from: at('2026-11-21T13:20:00Z'), to: at('2026-11-21T16:00:00Z') }
  const expected = { series: [{ start: '2026-11-21T13:00:00Z', mentions: limits }, { start: '2026-11-21T14:00:00Z', mentions: limits }] }
  const laid = spread([], span, 'hour', berlin, expected)
  assert.deepEqual(laid.map((piece) => piece.usual), [limits, limits, undefined])
})
