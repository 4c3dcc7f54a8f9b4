// Whether what was heard is more or less than usual, and by how much. Only what is beyond chance is said to be so.
import type { Expected, Limits, Volume } from '../contract.ts'

export interface Compared {
  readonly of: 'voices' | 'mentions'
  readonly is: 'above' | 'below' | 'usual'
  /** How far from what is expected: 0.38 above, or below; null where so little is expected that a share says nothing. */
  readonly share: number | null
  /** How unusual: 1 and more is beyond chance, the higher the more so. */
  readonly far: number
  readonly limits: Limits
}

/** Of fewer, "three times as many" would be a handful. */
const ENOUGH_FOR_A_SHARE = 5

/** Null where nobody can say what is usual. */
export function compared(total: Volume, expected: Expected | null | undefined): Compared | null {
  if (!expected?.total) return null
  const { mentions, voices } = expected.total
  const ofVoices = voices && total.posts + total.reposts > total.anonymous
  const limits = ofVoices ? voices : mentions
  const count = ofVoices ? total.voices : total.posts + total.reposts
  const is = count > limits.high ? 'above' : count < limits.low ? 'below' : 'usual'
  const reach = count > limits.expected ? limits.high - limits.expected : limits.expected - limits.low
  const away = Math.abs(count - limits.expected)
  return {
    of: ofVoices ? 'voices' : 'mentions',
    is,
    share: limits.expected >= ENOUGH_FOR_A_SHARE ? away / limits.expected : null,
    far: is === 'usual' ? 0 : away / Math.max(reach, 0.5),
    limits,
  }
}

/** Whether it is still being learned what is usual. */
export function isLearning(expected: Expected | null | undefined): expected is Expected {
  return expected?.state === 'learning'
}
