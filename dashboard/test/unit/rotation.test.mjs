import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begin, isEnough, loudest, placeIn, step } from '../../target/unit/state/rotation.js'

const volume = (posts, voices = posts, anonymous = 0) => ({ posts, reposts: 0, voices, anonymous })
const watches = ['bahn', 'post', 'strom', 'still'].map((id) => ({ id, name: id }))
const viewsOf = (posts) => new Map(Object.entries(posts).map(([watch, n]) => [watch, { watch, total: volume(n) }]))
const turns = (round, n, loud) => {
  const seen = [round.current]
  for (let i = 0; i < n; i++) {
    round = step(round, 1, loud)
    seen.push(round.current)
  }
  return seen
}

test('those that fewer than five voices spoke about are left out, the others come the loudest first', () => {
  assert.deepEqual(loudest(watches, viewsOf({ bahn: 7, post: 40, strom: 4 })), ['post', 'bahn'])
  assert.equal(isEnough(volume(50, 4)), false, 'four people who say much are four people')
  assert.equal(isEnough(volume(5, 1, 4)), true)
})

test('one after the other, and then from the beginning', () => {
  const loud = ['bahn', 'post', 'strom']
  assert.deepEqual(turns(begin(loud), 4, loud), ['bahn', 'post', 'strom', 'bahn', 'post'])
})

test('each gets its turn in a round although the volumes change all the time', () => {
  let round = begin(['bahn', 'post', 'strom'])
  round = step(round, 1, ['post', 'bahn', 'strom'])
  assert.equal(round.current, 'post')
  round = step(round, 1, ['post', 'strom', 'bahn'])
  assert.equal(round.current, 'strom')
  round = step(round, 1, ['strom', 'post', 'bahn'])
  assert.equal(round.current, 'post', 'the new round does not begin with what was just shown')
})

test('who falls silent is passed over, also while shown', () => {
  const round = begin(['bahn', 'post', 'strom'])
  assert.equal(step(round, 1, ['bahn', 'strom']).current, 'strom')
  assert.equal(step(round, 1, ['post', 'strom']).current, 'post')
  assert.equal(step(round, 1, []), null)
})

test('backwards it goes the same way, from the first to the last', () => {
  const loud = ['bahn', 'post', 'strom']
  assert.equal(step(begin(loud), -1, loud).current, 'strom')
  assert.equal(step({ order: loud, current: 'strom' }, -1, loud).current, 'post')
  assert.equal(step(begin(['bahn']), -1, ['bahn']).current, 'bahn')
})

test('the place counts those that came since the round began', () => {
  assert.deepEqual(placeIn({ order: ['bahn', 'post'], current: 'post' }, ['strom', 'post', 'bahn']), { place: 2, of: 3 })
})
