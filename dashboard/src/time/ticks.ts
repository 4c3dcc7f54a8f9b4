// Where an axis says which time it is: as many places as have room, at round times.
import { wallOf } from './zone.ts'
import type { Interval, Span } from './buckets.ts'

export type TickUnit = 'time' | 'day' | 'month' | 'year'

export interface Tick {
  /** Which piece it stands under. */
  readonly index: number
  readonly start: number
  readonly unit: TickUnit
}

type Round = (wall: Date) => boolean

const always: Round = () => true
const minutes = (n: number): Round => (wall) => wall.getUTCMinutes() % n === 0
const hours = (n: number): Round => (wall) => wall.getUTCMinutes() === 0 && wall.getUTCHours() % n === 0
const monday: Round = (wall) => wall.getUTCDay() === 1
const months = (n: number): Round => (wall) => wall.getUTCDate() === 1 && wall.getUTCMonth() % n === 0
const weekOfMonths = (n: number): Round => (wall) => wall.getUTCDate() <= 7 && wall.getUTCMonth() % n === 0
const years = (n: number): Round => (wall) => wall.getUTCMonth() === 0 && wall.getUTCDate() <= 7 && wall.getUTCFullYear() % n === 0

/** From every piece to ever rounder times. */
const rounds: Record<Interval, readonly Round[]> = {
  minute: [always, minutes(5), minutes(10), minutes(15), minutes(30), hours(1), hours(3), hours(6), hours(12), hours(24)],
  hour: [always, hours(3), hours(6), hours(12), hours(24), monday],
  day: [always, monday, months(1), months(3), months(6), years(1)],
  week: [always, weekOfMonths(1), weekOfMonths(3), weekOfMonths(6), years(1), years(2), years(5)],
  month: [always, months(3), months(6), years(1), years(2), years(5), years(10)],
}

/** At most so many ticks, all of one roundness. */
export function ticksOf(pieces: readonly Span[], interval: Interval, zone: string, most: number): Tick[] {
  const walls = pieces.map((piece) => new Date(wallOf(piece.from, zone)))
  let ticks: Tick[] = []
  for (const isRound of rounds[interval]) {
    ticks = []
    walls.forEach((wall, index) => {
      // A piece that was cut at the start of the range does not begin at a round time.
      if (isRound(wall)) ticks.push({ index, start: pieces[index]!.from, unit: unitOf(interval, wall, isRound) })
    })
    if (ticks.length <= most) return ticks
  }
  return ticks.filter((_, i) => i % Math.ceil(ticks.length / most) === 0)
}

function unitOf(interval: Interval, wall: Date, isRound: Round): TickUnit {
  switch (interval) {
    case 'minute':
    case 'hour':
      return wall.getUTCHours() === 0 && wall.getUTCMinutes() === 0 ? 'day' : 'time'
    case 'day':
      return 'day'
    case 'week':
      if (isRound === always) return 'day'
      return wall.getUTCMonth() === 0 ? 'year' : 'month'
    case 'month':
      return wall.getUTCMonth() === 0 ? 'year' : 'month'
  }
}

/** Round values from zero up to the highest; at most as many steps as asked. */
export function scaleTo(highest: number, most = 4): number[] {
  const rough = Math.max(1, highest) / most
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * magnitude).find((size) => size >= rough) ?? 10 * magnitude)
  const values: number[] = []
  for (let value = 0; value <= highest; value += step) values.push(value)
  return values
}
