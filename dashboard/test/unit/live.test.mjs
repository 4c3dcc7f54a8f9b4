import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applied, sharesHours } from '../../target/unit/state/live.js'

const volume = (posts) => ({ posts, reposts: 0, voices: posts, anonymous: 0 })
const view = {
  watch: 'bahn', from: '2026-11-21T12:00:00Z', to: '2026-11-22T12:00:00Z', total: volume(3), last: '2026-11-22T11:00:00Z',
  series: [{ start: '2026-11-22T10:00:00Z', volume: volume(1) }, { start: '2026-11-22T11:00:00Z', volume: volume(2) }],
}

test('a difference changes what it names and leaves the rest', () => {
  const next = applied(view, { watch: 'bahn', total: volume(4), last: null })
  assert.deepEqual(next.total, volume(4))
  assert.equal(next.last, undefined)
  assert.equal(next.from, view.from)
  assert.equal(next.series, view.series)
})

test('buckets come, change and go, and stay in their order', () => {
  const next = applied(view, { watch: 'bahn', series: {
    '2026-11-22T11:00:00Z': { volume: volume(5) }, '2026-11-22T09:00:00Z': { volume: volume(7) }, '2026-11-22T10:00:00Z': null,
  } })
  assert.deepEqual(next.series.map((bucket) => [bucket.start.slice(11, 13), bucket.volume.posts]), [['09', 7], ['11', 5]])
  assert.equal(view.series.length, 2, 'what was there is not changed')
})

test('only in zones whose hours are those of UTC a bucket is an hour', () => {
  const now = Date.parse('2026-11-22T12:34:00Z')
  assert.equal(sharesHours('Europe/Berlin', now), true)
  assert.equal(sharesHours('Asia/Kolkata', now), false)
})
