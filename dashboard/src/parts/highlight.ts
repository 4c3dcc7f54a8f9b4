// Which part of a text is shown, and what is marked in it.
import type { Match } from '../contract.ts'

export interface Stretch {
  readonly text: string
  readonly isMatch: boolean
}

/** Cuts a text at its matches. Overlapping ones are joined; what lies outside the text is ignored. */
export function stretches(text: string, matches: readonly Pick<Match, 'offset' | 'length'>[], from = 0, to = text.length): Stretch[] {
  const found: Stretch[] = []
  let done = from
  for (const { offset, length } of [...matches].sort((a, b) => a.offset - b.offset)) {
    const start = Math.max(done, offset)
    const end = Math.min(to, offset + length)
    if (end <= start) continue
    if (start > done) found.push({ text: text.slice(done, start), isMatch: false })
    const before = found[found.length - 1]
    if (before?.isMatch && start === done) found[found.length - 1] = { text: before.text + text.slice(start, end), isMatch: true }
    else found.push({ text: text.slice(start, end), isMatch: true })
    done = end
  }
  if (done < to) found.push({ text: text.slice(done, to), isMatch: false })
  return found
}

/** A readable part of a long text that holds its first match; the whole text if it is short. */
export function excerpt(text: string, matches: readonly Pick<Match, 'offset'>[], limit: number): { from: number; to: number } {
  if (text.length <= limit * 1.25) return { from: 0, to: text.length }
  const first = matches.reduce((least, match) => Math.min(least, match.offset), Infinity)
  const from = first !== Infinity && first > limit * 0.75 ? first - Math.floor(limit / 4) : 0
  const to = Math.min(text.length, from + limit)
  return { from: whole(text, from), to: whole(text, to) }
}

/** Never between the two halves of one character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
