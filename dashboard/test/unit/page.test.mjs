import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerpt, stretches } from '../../target/unit/parts/highlight.js'
import { bandOf, mostUsual } from '../../target/unit/parts/band.js'
import { foldTo } from '../../target/unit/parts/fold.js'
import { hrefOf, readFilters, readPlace, writeFilters, writePlace } from '../../target/unit/state/address.js'

const marked = (text, matches) => stretches(text, matches).map((s) => (s.isMatch ? `[${s.text}]` : s.text)).join('')

test('matches are marked where they stand', () => {
  assert.equal(marked('Die Bahn ist spät.', [{ offset: 13, length: 4 }, { offset: 4, length: 4 }]), 'Die [Bahn] ist [spät].')
  assert.equal(marked('Bahn', []), 'Bahn')
  assert.equal(marked('', [{ offset: 0, length: 3 }]), '')
})

test('matches that touch or overlap are one, those outside the text none', () => {
  assert.equal(marked('abcdef', [{ offset: 0, length: 2 }, { offset: 1, length: 3 }]), '[abcd]ef')
  assert.equal(marked('abc', [{ offset: 2, length: 9 }, { offset: 50, length: 1 }]), 'ab[c]')
})

test('nothing of a text is lost by marking it', () => {
  const text = 'Ein 😡 Text\nmit allem'
  for (let offset = -2; offset < text.length + 2; offset++)
    for (const length of [0, 1, 3, 100])
      assert.equal(stretches(text, [{ offset, length }, { offset: 5, length: 2 }]).map((s) => s.text).join(''), text)
})

test('a long text is cut so that its first match is seen, never inside a character', () => {
  const text = '😡'.repeat(2000)
  const part = excerpt(text, [{ offset: 3001 }], 900)
  assert.ok(part.from <= 3001 && part.to > 3001)
  assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(part.from, part.to)))
  assert.deepEqual(excerpt('kurz', [], 900), { from: 0, to: 4 })
})

test('counts are added up until they fit, and none is lost', () => {
  const counts = Array.from({ length: 168 }, (_, i) => i)
  const folded = foldTo(48, counts)
  assert.ok(folded.length <= 48)
  assert.equal(folded.reduce((a, b) => a + b), counts.reduce((a, b) => a + b))
})

test('places are written to the address and read from it', () => {
  for (const place of [
    { page: 'start' },
    { page: 'overview', project: 'default' },
    { page: 'watch', project: 'default', watch: 'bahn' },
    { page: 'edit', project: 'default', watch: null },
    { page: 'edit', project: 'default', watch: 'bahn' },
    { page: 'settings', project: 'a b/c' },
    { page: 'sources', project: 'default' },
  ])
    assert.deepEqual(readPlace(writePlace(place)), place)
})

test('an address that leads nowhere says so instead of failing', () => {
  for (const path of ['/x', '/p', '/p/a/b', '/p/a/w', '/p/a/w/b/c', '/p/a/w/b/edit/x', '/p/%E0%A4%A/nix'])
    assert.equal(readPlace(path).page, 'nowhere', path)
})

test('all filters are written to the address and read from it', () => {
  const filters = {
    range: { kind: 'rolling', length: '30d' }, interval: 'day', part: { from: Date.parse('2026-11-20T23:00:00Z'), to: Date.parse('2026-11-21T23:00:00Z') },
    q: '"guter Service" OR #bahn & 100 %', source: 'forum', type: 'review', lang: 'de', author: 'ab12', polarity: 'unsure', oldestFirst: true,
  }
  assert.deepEqual(readFilters(writeFilters(filters)), filters)
  assert.match(hrefOf({ page: 'watch', project: 'default', watch: 'bahn' }, filters), /^\/p\/default\/w\/bahn\?range=30d/)
})

test('a part that makes no sense is none', () => {
  for (const text of ['?part=x', '?part=2026-01-02~2026-01-01', '?part=~', '?part=2026-01-01'])
    assert.equal(readFilters(text).part, null, text)
})

test('what is usual is drawn in steps, with a gap where it is not known', () => {
  const piece = (usual) => ({ span: { from: 0, to: 1 }, volume: { posts: 1, reposts: 0, voices: 1, anonymous: 0 }, usual })
  const known = (low, high) => piece({ low, expected: (low + high) / 2, high })
  const path = bandOf([known(1, 4), known(2, 6), piece(undefined), known(0, 3)], (i) => i * 10, (count) => 100 - count)
  assert.equal(path, 'M0 96L10 96L10 94L20 94L20 98L10 98L10 99L0 99ZM30 97L40 97L40 100L30 100Z')
  assert.equal(bandOf([piece(undefined)], (i) => i, (count) => count), '')
})

test('a band as wide as little is known does not make the bars small', () => {
  const wide = [{ usual: { low: 0, expected: 10, high: 900 } }]
  assert.equal(mostUsual(wide, 20), 40)
  assert.equal(mostUsual([{ usual: { low: 5, expected: 10, high: 25 } }], 20), 25)
  assert.equal(mostUsual([{}], 20), 0)
})
