// The answer in words: which sentences are true of the figures, in which order. The wording is the messages'.
import type { Expected, LiveView, Pile, Piles, Volume } from '../contract.ts'
import type { Interval, Span } from '../time/buckets.ts'
import type { Rolling } from '../time/range.ts'
import type { Forms } from './forms.ts'
import type { Messages } from './de.ts'
import type { Figure, Sentence } from './say.ts'
import { compared, isLearning } from './usual.ts'

export interface Heard {
  readonly name: string
  readonly span: Span
  /** Null for a range that does not roll. */
  readonly rolling: Rolling | null
  readonly total: Volume
  readonly interval: Interval
  readonly pieces: readonly { readonly span: Span; readonly volume: Volume }[]
  /** The stretch of the same length before, if it was listened to as a whole. */
  readonly before?: Volume | undefined
  /** Where it is known, nothing is compared with the stretch before. */
  readonly expected?: Expected | null | undefined
  /** Where a figure leads; without a span, to all its posts. */
  readonly leadsTo: (span?: Span) => string
  readonly piles?: Piles | null | undefined
  readonly leadsToPile: (pile: Pile) => string
}

export function mentionsOf(volume: Volume): number {
  return volume.posts + volume.reposts
}

export function answer(m: Messages, f: Forms, heard: Heard): Sentence[] {
  const { total, name } = heard
  const within = m.sentence.within(f, heard.rolling, heard.span)
  const all = mentionsOf(total)
  const usual = compared(total, heard.expected)
  if (all === 0) return [usual?.is === 'below' ? m.sentence.lessThanUsual(within, name) : m.sentence.nothing(within, name)]

  const sentences: Sentence[] = []
  const leadsTo = heard.leadsTo()
  const isSaid = total.voices > 0 && usual?.of === 'voices'
  if (total.voices > 0) {
    const voices: Figure = { text: m.sentence.voices(f, total.voices), leadsTo }
    sentences.push(
      isSaid
        ? m.sentence.spokeAsUsual(within, total.voices, voices, name, m.usual.than(f, usual))
        : m.sentence.spoke(within, total.voices, voices, name, things(m, f, total, leadsTo, true)),
    )
  } else {
    const counted = things(m, f, total, leadsTo, false)
    sentences.push(all === 1 ? m.sentence.heardOne(within, name, counted) : m.sentence.heard(within, all, name, counted))
  }
  if (usual && !isSaid) sentences.push(m.usual.mentions(f, usual))
  const change = usual ? null : changeSentence(m, f, heard)
  if (change) sentences.push(change)
  const mood = moodSentence(m, f, heard)
  if (mood) sentences.push(mood)
  const peak = peakSentence(m, f, heard)
  if (peak) sentences.push(peak)
  if (isLearning(heard.expected)) sentences.push(m.usual.learning(f, heard.expected.knownDays, heard.expected.neededDays))
  return sentences
}

/** "1.311 Beiträgen und 219 Reposts", in the case that follows "in", or in the nominative. */
function things(m: Messages, f: Forms, volume: Volume, leadsTo: string, dative: boolean): Sentence {
  const posts: Figure = { text: (dative ? m.sentence.inPosts : m.sentence.posts)(f, volume.posts), leadsTo }
  const reposts: Figure = { text: (dative ? m.sentence.inReposts : m.sentence.reposts)(f, volume.reposts), leadsTo }
  if (volume.reposts === 0) return [posts]
  if (volume.posts === 0) return [reposts]
  return m.sentence.and(posts, reposts)
}

/** Says more or fewer only where it is beyond what chance does to counts of this size. */
function changeSentence(m: Messages, f: Forms, heard: Heard): Sentence | null {
  if (!heard.before) return null
  const measure = (volume: Volume) => (heard.total.voices > 0 ? volume.voices : mentionsOf(volume))
  const now = measure(heard.total)
  const then = measure(heard.before)
  if (then < 10 || Math.abs(now - then) < 2.6 * Math.sqrt(now + then)) return null
  const noun = heard.total.voices > 0 ? m.noun.voices : m.noun.mentions
  const before = heard.rolling ? m.sentence.before[heard.rolling] : m.sentence.beforeSpan
  if (now >= 3 * then) return m.sentence.manyMore(f, Math.round(now / then), noun, before)
  if (now > then) return m.sentence.more(f, now / then - 1, noun, before)
  return m.sentence.fewer(f, 1 - now / then, noun, before)
}

/** Says which way people speak only where it is beyond chance; that a model errs besides is why the sentence names it. */
function moodSentence(m: Messages, f: Forms, heard: Heard): Sentence | null {
  const { piles } = heard
  if (!piles) return null
  const { negative, positive } = piles
  if (Math.abs(negative - positive) < 2.6 * Math.sqrt(negative + positive) || negative + positive < 20) return null
  const bad: Figure = { text: f.number(negative), leadsTo: heard.leadsToPile('negative') }
  const good: Figure = { text: f.number(positive), leadsTo: heard.leadsToPile('positive') }
  return negative > positive ? m.sentence.moreNegative(bad, good) : m.sentence.morePositive(good, bad)
}

/** The one piece in which the most was said, if one stands out at all. */
function peakSentence(m: Messages, f: Forms, heard: Heard): Sentence | null {
  const filled = heard.pieces.filter((piece) => mentionsOf(piece.volume) > 0)
  if (filled.length < 3) return null
  const [highest, second] = [...filled].sort((a, b) => mentionsOf(b.volume) - mentionsOf(a.volume))
  if (!highest || !second) return null
  const most = mentionsOf(highest.volume)
  if (most < 5 || most === mentionsOf(second.volume)) return null
  const text = highest.volume.reposts === 0 ? m.count.posts(f, most) : m.count.mentions(f, most)
  return m.sentence.peak(f, heard.interval, highest.span, { text, leadsTo: heard.leadsTo(highest.span) })
}

/** The overview in one or two sentences. */
export function overviewAnswer(
  m: Messages,
  f: Forms,
  rows: readonly { readonly name: string; readonly view: LiveView | null; readonly leadsTo: string }[],
  rolling: Rolling | null,
  span: Span,
): Sentence[] {
  const within = m.sentence.within(f, rolling, span)
  const loud = rows
    .filter((row) => row.view && mentionsOf(row.view.total) > 0)
    .sort((a, b) => mentionsOf(b.view!.total) - mentionsOf(a.view!.total))
  const first = loud[0]
  if (!first?.view) return [m.sentence.silentAll(within)]
  const total = first.view.total
  const name: Figure = { text: first.name, leadsTo: first.leadsTo }
  const counted =
    total.voices > 0
      ? m.sentence.voicesInPosts(
          { text: m.sentence.voices(f, total.voices), leadsTo: first.leadsTo },
          things(m, f, total, first.leadsTo, true),
        )
      : things(m, f, total, first.leadsTo, false)
  const sentences = [(loud.length === 1 && rows.length > 1 ? m.sentence.only : m.sentence.most)(within, name, counted)]
  const silent = rows.length - loud.length
  if (silent > 0 && loud.length > 1) sentences.push(m.sentence.silent(f, silent, rows.length))
  return sentences
}
