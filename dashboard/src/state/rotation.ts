// Which watches a wall shows, and in which order.
import type { LiveView, Volume, Watch } from '../contract.ts'
import { mentionsOf } from '../language/answer.ts'

/** With fewer voices one could tell who speaks; a wall is read by whoever passes. */
export const ENOUGH_VOICES = 5

/** Whoever is not known as an author may be somebody of their own. */
export function isEnough(total: Volume): boolean {
  return total.voices + total.anonymous >= ENOUGH_VOICES
}

/** Those that enough voices spoke about, the loudest first. */
export function loudest(watches: readonly Watch[], views: ReadonlyMap<string, LiveView>): string[] {
  const volume = (id: string) => mentionsOf(views.get(id)!.total)
  return watches
    .map((watch) => watch.id)
    .filter((id) => views.has(id) && isEnough(views.get(id)!.total))
    .sort((a, b) => volume(b) - volume(a) || (a < b ? -1 : 1))
}

/** Once through all watches in the order of its beginning, so that each gets its turn however the volumes change. */
export interface Round {
  readonly order: readonly string[]
  readonly current: string
}

/** @param loud those there are now, the loudest first; null if there are none */
export function begin(loud: readonly string[], current?: string): Round | null {
  const first = current !== undefined && loud.includes(current) ? current : loud[0]
  return first === undefined ? null : { order: loud, current: first }
}

/** The next one (1) or the one before (-1) of those there still are; after the last begins a new round. */
export function step(round: Round, by: 1 | -1, loud: readonly string[]): Round | null {
  const order = round.order.filter((id) => id === round.current || loud.includes(id))
  const next = order[order.indexOf(round.current) + by]
  if (next !== undefined) return { order: order.filter((id) => loud.includes(id)), current: next }
  // Whoever was last in the old round does not come first in the new one: that would be no change.
  const anew = loud.length > 1 && loud[0] === round.current ? [...loud.slice(1), round.current] : loud
  const last = anew[anew.length - 1]
  if (last === undefined) return null
  if (by === 1) return begin(anew)
  return { order: anew, current: last === round.current ? (anew[anew.length - 2] ?? last) : last }
}

/** The place of the current one among those there are, from 1. */
export function placeIn(round: Round, loud: readonly string[]): { readonly place: number; readonly of: number } {
  const order = round.order.filter((id) => id === round.current || loud.includes(id))
  const late = loud.filter((id) => !order.includes(id))
  return { place: order.indexOf(round.current) + 1, of: order.length + late.length }
}
