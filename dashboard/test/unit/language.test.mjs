import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer, overviewAnswer } from '../../target/unit/language/answer.js'
import { de } from '../../target/unit/language/de.js'
import { en } from '../../target/unit/language/en.js'
import { formsFor } from '../../target/unit/language/forms.js'
import { plain, say } from '../../target/unit/language/say.js'
import { compared } from '../../target/unit/language/usual.js'

const fde = formsFor('de', 'Europe/Berlin')
const fen = formsFor('en', 'Europe/Berlin')
const at = (text) => Date.parse(text)
const year = new Date().getFullYear()
const span = { from: at('2015-05-22T00:00:00+02:00'), to: at('2021-03-05T00:00:00+01:00') }
const volume = (posts, reposts, voices, anonymous = 0) => ({ posts, reposts, voices, anonymous })
const heard = (total, more = {}) => ({
  name: 'Nordbahn', span, rolling: '24h', total, interval: 'month', pieces: [], leadsTo: (part) => (part ? '/part' : '/all'), ...more,
})
const inGerman = (total, more) => answer(de, fde, heard(total, more)).map(plain).join(' ').replaceAll('\u00a0', ' ')
const inEnglish = (total, more) => answer(en, fen, heard(total, more)).map(plain).join(' ').replaceAll('\u00a0', ' ')

test('nothing, one and many are said rightly in German', () => {
  assert.equal(inGerman(volume(0, 0, 0)), 'In den letzten 24 Stunden wurde über „Nordbahn“ nichts gehört.')
  assert.equal(inGerman(volume(1, 0, 1)), 'In den letzten 24 Stunden sprach eine Stimme über „Nordbahn“, in einem Beitrag.')
  assert.equal(inGerman(volume(0, 1, 1)), 'In den letzten 24 Stunden sprach eine Stimme über „Nordbahn“, in einem Repost.')
  assert.equal(inGerman(volume(1311, 219, 1204)), 'In den letzten 24 Stunden sprachen 1.204 Stimmen über „Nordbahn“, in 1.311 Beiträgen und 219 Reposts.')
})

test('nothing, one and many are said rightly in English', () => {
  assert.equal(inEnglish(volume(0, 0, 0)), 'In the last 24 hours, nothing was heard about “Nordbahn”.')
  assert.equal(inEnglish(volume(1, 0, 1)), 'In the last 24 hours, one voice spoke about “Nordbahn”, in one post.')
  assert.equal(inEnglish(volume(1311, 219, 1204)), 'In the last 24 hours, 1,204 voices spoke about “Nordbahn”, in 1,311 posts and 219 reposts.')
})

test('posts without an author are no voices, and it is said', () => {
  assert.equal(
    inGerman(volume(312, 0, 0, 312), { rolling: null }),
    'Vom 22. Mai 2015 bis zum 4. März 2021 wurden 312 Beiträge über „Nordbahn“ gehört; ein Autor ist nicht bekannt, deshalb zählen sie nicht als Stimmen.',
  )
  assert.match(inGerman(volume(1, 0, 0, 1)), /wurde ein Beitrag über „Nordbahn“ gehört; .* zählt er nicht als Stimme\./)
  assert.match(inEnglish(volume(1, 0, 0, 1)), /one post about “Nordbahn” was heard; .* it does not count as a voice\./)
})

test('more or fewer is said only beyond chance', () => {
  assert.doesNotMatch(inGerman(volume(110, 0, 110), { before: volume(100, 0, 100) }), /mehr/)
  assert.match(inGerman(volume(200, 0, 200), { before: volume(100, 0, 100) }), /Das sind 100 % mehr Stimmen als in den 24 Stunden davor\./)
  assert.match(inGerman(volume(500, 0, 500), { before: volume(100, 0, 100) }), /Das sind 5-mal so viele Stimmen wie in den 24 Stunden davor\./)
  assert.match(inEnglish(volume(40, 0, 40), { before: volume(100, 0, 100) }), /That is 60% fewer voices than in the 24 hours before\./)
  assert.doesNotMatch(inGerman(volume(9, 0, 9), { before: volume(3, 0, 3) }), /mehr|mal/)
})

test('the peak is named only where one stands out, and leads to its posts', () => {
  const month = (m, posts) => ({ span: { from: at(`2019-0${m}-01T00:00:00+01:00`), to: at(`2019-0${m + 1}-01T00:00:00+01:00`) }, volume: volume(posts, 0, posts) })
  const pieces = [month(1, 4), month(2, 40), month(3, 7)]
  const sentences = answer(de, fde, heard(volume(51, 0, 51), { pieces }))
  assert.equal(plain(sentences.at(-1)).replaceAll('\u00a0', ' '), 'Am meisten war es im Februar 2019: 40 Beiträge.')
  assert.equal(sentences.at(-1).find((piece) => typeof piece === 'object').leadsTo, '/part')
  assert.doesNotMatch(inGerman(volume(80, 0, 80), { pieces: [month(1, 40), month(2, 40), month(3, 7)] }), /meisten/)
  assert.doesNotMatch(inGerman(volume(3, 0, 3), { pieces: [month(1, 1), month(2, 2), month(3, 1)] }), /meisten/)
})

test('hours are said as people say them', () => {
  const hour = { from: at(`${year}-02-03T23:00:00+01:00`), to: at(`${year}-02-04T00:00:00+01:00`) }
  assert.equal(plain(de.sentence.peak(fde, 'hour', hour, { text: '9 Beiträge', leadsTo: '' })).replaceAll('\u00a0', ' '), 'Am meisten war es am 3. Februar zwischen 23 und 24 Uhr: 9 Beiträge.')
  const rest = { ...hour, from: hour.from + 6 * 60_000 }
  assert.match(plain(de.sentence.peak(fde, 'hour', rest, { text: '', leadsTo: '' })), /zwischen 23:06 und 00:00 Uhr/)
})

test('the overview says who is spoken about most and who heard nothing', () => {
  const row = (name, posts) => ({ name, view: { total: volume(posts, 0, posts) }, leadsTo: `/${name}` })
  const said = (rows) => overviewAnswer(de, fde, rows, '7d', span).map(plain).join(' ').replaceAll('\u00a0', ' ')
  assert.equal(said([row('A', 12), row('B', 3), row('C', 0)]), 'In den letzten 7 Tagen wurde am meisten über A gesprochen: 12 Stimmen in 12 Beiträgen. Eine von 3 Beobachtungen hörte nichts.')
  assert.equal(said([row('A', 1), row('B', 0)]), 'In den letzten 7 Tagen wurde nur über A gesprochen: eine Stimme in einem Beitrag.')
  assert.equal(said([row('A', 0), { name: 'B', view: null, leadsTo: '' }]), 'In den letzten 7 Tagen wurde nichts gehört.')
})

test('numbers and dates have the forms of their language', () => {
  assert.equal(fde.number(1204), '1.204')
  assert.equal(fen.number(1204), '1,204')
  assert.equal(fde.share(0.38).replaceAll('\u00a0', ' '), '38 %')
  assert.equal(fde.dayTime(at('2026-11-22T13:05:00Z')), '22. Nov. 2026, 14:05')
  assert.equal(fde.day(at('2015-05-22T12:00:00Z')), '22. Mai 2015')
  assert.equal(fde.days({ from: at('2026-10-26T00:00:00+01:00'), to: at('2026-11-02T00:00:00+01:00') }).replaceAll(/\s/g, ' '), '26. Okt. – 1. Nov. 2026')
  assert.equal(fde.languageName('de'), 'Deutsch')
  assert.equal(fde.languageName('not a code'), 'not a code')
})

test('yesterday is called so', () => {
  const now = at('2026-11-22T10:00:00Z')
  assert.equal(fde.moment(at('2026-11-22T08:07:00Z'), now), '09:07')
  assert.equal(fde.moment(at('2026-11-21T08:07:00Z'), now), 'gestern, 09:07')
})

test('a figure stays whole inside a sentence', () => {
  assert.deepEqual(say`In ${{ text: '3 Beiträgen', leadsTo: '/x' }}.`, ['In ', { text: '3 Beiträgen', leadsTo: '/x' }, '.'])
})

test('both languages have the same texts, none of them empty', () => {
  const compare = (a, b, path) => {
    assert.equal(typeof a, typeof b, path)
    if (typeof a === 'string') assert.ok(a !== '' && b !== '', path)
    if (a && b && typeof a === 'object') {
      assert.deepEqual(Object.keys(a).sort(), Object.keys(b).sort(), path)
      for (const key of Object.keys(a)) compare(a[key], b[key], `${path}.${key}`)
    }
  }
  compare({ ...de, query: { ...de.query, codes: null } }, en, 'messages')
})

test('which way people speak is said only beyond chance, and leads to the posts', () => {
  const piles = (negative, positive) => ({ piles: { negative, positive, neutral: 10, unsure: 5, unjudged: 0 }, leadsToPile: (pile) => `/${pile}` })
  assert.match(inGerman(volume(100, 0, 90), piles(60, 20)), /Das Modell liest mehr Negatives \(60\) als Positives \(20\)\./)
  assert.match(inEnglish(volume(100, 0, 90), piles(20, 60)), /The model reads more as positive \(60\) than negative \(20\)\./)
  assert.doesNotMatch(inGerman(volume(100, 0, 90), piles(45, 40)), /Modell/)
  assert.doesNotMatch(inGerman(volume(9, 0, 9), piles(9, 0)), /Modell/)
  const sentences = answer(de, fde, heard(volume(100, 0, 90), piles(60, 20)))
  assert.deepEqual(sentences.at(-1).filter((piece) => typeof piece === 'object').map((figure) => figure.leadsTo), ['/negative', '/positive'])
})

const limits = (low, expected, high) => ({ low, expected, high })
const usual = (voices, more = {}) => ({
  expected: { state: 'known', knownDays: 56, neededDays: 14, until: '2026-11-22T14:00:00Z', total: { mentions: limits(0, 900, 5000), voices }, series: [], ...more },
})

test('more or less than usual is said beyond error, else that it is as usual', () => {
  const around870 = usual(limits(640, 872, 1130))
  assert.equal(inGerman(volume(1311, 219, 1204), around870), 'In den letzten 24 Stunden sprachen 1.204 Stimmen über „Nordbahn“, 38 % mehr als üblich.')
  assert.equal(inEnglish(volume(1311, 219, 1204), around870), 'In the last 24 hours, 1,204 voices spoke about “Nordbahn”, 38% more than usual.')
  assert.equal(inGerman(volume(1130, 0, 1130), around870), 'In den letzten 24 Stunden sprachen 1.130 Stimmen über „Nordbahn“, wie üblich.')
  assert.equal(inGerman(volume(640, 0, 640), around870), 'In den letzten 24 Stunden sprachen 640 Stimmen über „Nordbahn“, wie üblich.')
  assert.match(inGerman(volume(600, 0, 600), around870), /, 31 % weniger als üblich\.$/)
  assert.match(inGerman(volume(4000, 0, 3488), around870), /, 4-mal so viele wie üblich\.$/)
  assert.match(inEnglish(volume(4000, 0, 3488), around870), /, 4 times as many as usual\.$/)
  assert.equal(inGerman(volume(1, 0, 1), usual(limits(20, 40, 70))), 'In den letzten 24 Stunden sprach eine Stimme über „Nordbahn“, 98 % weniger als üblich.')
})

test('of a handful no share is said', () => {
  assert.match(inGerman(volume(9, 0, 9), usual(limits(0, 1.2, 5))), /9 Stimmen über „Nordbahn“, mehr als üblich\.$/)
  assert.match(inEnglish(volume(9, 0, 9), usual(limits(0, 1.2, 5))), /, more than usual\.$/)
})

test('where voices are not known or there are none, mentions are compared', () => {
  const mentions = { total: { mentions: limits(90, 100, 110) } }
  assert.match(inGerman(volume(150, 0, 120), usual(null, mentions)), /in 150 Beiträgen\. Das sind 50 % mehr Erwähnungen als üblich\.$/)
  assert.match(inGerman(volume(100, 0, 0, 100), usual(limits(1, 2, 3), mentions)), /Das sind so viele Erwähnungen wie üblich\.$/)
  assert.match(inEnglish(volume(30, 0, 0, 30), usual(null, mentions)), /That is 70% fewer mentions than usual\.$/)
})

test('silence is less than usual where something is usual', () => {
  const mentions = { total: { mentions: limits(3, 9, 20), voices: limits(2, 7, 15) } }
  assert.equal(inGerman(volume(0, 0, 0), usual(null, mentions)), 'In den letzten 24 Stunden wurde über „Nordbahn“ nichts gehört, weniger als üblich.')
  assert.equal(inEnglish(volume(0, 0, 0), usual(null, mentions)), 'In the last 24 hours, nothing was heard about “Nordbahn”, which is less than usual.')
  assert.equal(inGerman(volume(0, 0, 0), usual(null, { total: { mentions: limits(0, 1, 4), voices: null } })), 'In den letzten 24 Stunden wurde über „Nordbahn“ nichts gehört.')
})

test('a gap is told after the sentence it belongs to, or with its end, and without a cause where none is known', () => {
  const told = (m, f, ...more) => plain(m.sources.lately(f, 30 * 60_000, ...more)).replaceAll('\u00a0', ' ')
  assert.match(told(de, fde, 'broke-off', null), /^Davor wurde 30 Minuten lang nichts angenommen, denn der Dienst war ausgefallen\. /)
  assert.match(told(de, fde, null, '14:05'), /^Bis 14:05 wurde 30 Minuten lang nichts angenommen\. Was /)
  assert.match(told(en, fen, null, null), /^Before that nothing was taken in for 30 minutes\. What /)
  assert.match(told(en, fen, 'stopped', '14:05'), /^Until 14:05, nothing was taken in for 30 minutes, because Habitus was stopped\. /)
})

test('what is usual takes the place of the day before, and while it is learned it is said how far', () => {
  const learning = usual(limits(20, 40, 90), { state: 'learning', knownDays: 3 })
  assert.equal(
    inGerman(volume(120, 0, 100), { ...learning, before: volume(10, 0, 10) }),
    'In den letzten 24 Stunden sprachen 100 Stimmen über „Nordbahn“, 150 % mehr als üblich. Was üblich ist, wird noch gelernt: 3 von 14 Tagen.',
  )
  const nothingYet = { expected: { state: 'learning', knownDays: 0, neededDays: 14, until: '', series: [] } }
  assert.match(inGerman(volume(12, 0, 10), nothingYet), /in 12 Beiträgen\. Was üblich ist, wird noch gelernt: 0 von 14 Tagen\.$/)
  assert.match(inEnglish(volume(12, 0, 10), usual(null, { state: 'learning', knownDays: 1, total: null })), /What is usual is still being learned: 1 of 14 days\.$/)
  assert.doesNotMatch(inGerman(volume(12, 0, 10), usual(null, { state: 'too-few-voices', total: null })), /üblich/)
})

test('the farther beyond what is usual, the more unusual, above and below', () => {
  const far = (voices) => compared(volume(voices, 0, voices), usual(limits(60, 100, 150)).expected).far
  assert.deepEqual([60, 100, 150].map(far), [0, 0, 0])
  assert.ok(far(151) > 1 && far(300) > far(151) && far(20) > far(59) && far(59) > 1)
})
