/** Adds neighbours up until at most so many are left. */
export function foldTo(most: number, counts: readonly number[]): number[] {
  const size = Math.ceil(counts.length / most)
  if (size <= 1) return [...counts]
  const folded: number[] = []
  for (let i = 0; i < counts.length; i += size)
    folded.push(counts.slice(i, i + size).reduce((sum, count) => sum + count, 0))
  return folded
}
