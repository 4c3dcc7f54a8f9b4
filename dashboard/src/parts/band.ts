import type { Piece } from '../time/spread.ts'

/**
 * What is usual, piece by piece, as outlines of steps: from the lowest to the highest; of several where some pieces have
 * none, as those that are yet to come.
 *
 * @param x where the piece with this number begins; that of the last ends where the next would begin
 * @param y at which height a count stands
 */
export function bandOf(pieces: readonly Piece[], x: (i: number) => number, y: (count: number) => number): string {
  const outlines: string[] = []
  for (let start = 0; start < pieces.length; start++) {
    if (!pieces[start]!.usual) continue
    let end = start
    while (pieces[end]?.usual) end++
    const upper: string[] = []
    const lower: string[] = []
    for (let i = start; i < end; i++) {
      const { low, high } = pieces[i]!.usual!
      upper.push(`${x(i)} ${y(high)}`, `${x(i + 1)} ${y(high)}`)
      lower.unshift(`${x(i + 1)} ${y(low)}`, `${x(i)} ${y(low)}`)
    }
    outlines.push(`M${[...upper, ...lower].join('L')}Z`)
    start = end
  }
  return outlines.join('')
}

/** Up to where the scale has to reach: a band that is wide because little is known may go beyond the top. */
export function mostUsual(pieces: readonly Piece[], heard: number): number {
  const highest = Math.max(0, ...pieces.map((piece) => piece.usual?.high ?? 0))
  return Math.min(highest, Math.max(2 * heard, 4))
}
