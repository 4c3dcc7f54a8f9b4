import type { Bucket, Expected, Limits, Volume } from '../contract.ts'
import { type Interval, type Span, pieces } from './buckets.ts'

const nothing: Volume = { posts: 0, reposts: 0, voices: 0, anonymous: 0 }

/** A piece of time, what was heard in it, and what is usual in it where that is known. */
export interface Piece {
  readonly span: Span
  readonly volume: Volume
  readonly usual?: Limits | undefined
}

/** The buckets that came, laid on all pieces of the span; a piece without a bucket heard nothing. */
export function spread(
  series: readonly Bucket[],
  span: Span,
  interval: Interval,
  zone: string,
  expected?: Expected | null,
): Piece[] {
  // The first piece is cut to the span; the bucket begins where the whole piece would.
  const limits = new Map(expected?.series.map((bucket) => [Math.max(Date.parse(bucket.start), span.from), bucket.mentions]))
  const laid: { span: Span; volume: Volume; usual?: Limits | undefined }[] = pieces(span, interval, zone).map((piece) => ({
    span: piece,
    volume: nothing,
    usual: limits.get(piece.from),
  }))
  let at = 0
  for (const bucket of [...series].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    const start = Date.parse(bucket.start)
    while (at < laid.length - 1 && laid[at + 1]!.span.from <= start) at++
    const piece = laid[at]
    if (piece) piece.volume = piece.volume === nothing ? bucket.volume : sum(piece.volume, bucket.volume)
  }
  return laid
}

/** Only for buckets finer than the pieces, which are not asked for: voices of two buckets may be the same people. */
function sum(a: Volume, b: Volume): Volume {
  return {
    posts: a.posts + b.posts,
    reposts: a.reposts + b.reposts,
    voices: Math.max(a.voices, b.voices),
    anonymous: a.anonymous + b.anonymous,
  }
}
