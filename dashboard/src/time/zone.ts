// Calendar arithmetic in a named time zone, with nothing but Intl. A "wall" number is what the clocks of the zone
// show, written as if it were UTC, in milliseconds: days and months can be added to it without thinking of summer time.

export type Wall = number
export type Instant = number

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** What the clocks of the zone show at this instant. */
export function wallOf(instant: Instant, zone: string): Wall {
  const field: Record<string, number> = {}
  for (const part of clockOf(zone).formatToParts(instant)) field[part.type] = Number(part.value)
  const millis = ((instant % 1000) + 1000) % 1000
  return (
    Date.UTC(field['year']!, field['month']! - 1, field['day']!, field['hour']!, field['minute']!, field['second']!) +
    millis
  )
}

/** The first instant at which the clocks of the zone show this; inside a skipped hour, the same time after it. */
export function instantOf(wall: Wall, zone: string): Instant {
  const before = wall - offset(wall - 86_400_000, zone)
  const after = wall - offset(wall + 86_400_000, zone)
  if (wallOf(before, zone) === wall) return before
  if (wallOf(after, zone) === wall) return after
  return before
}

function offset(instant: Instant, zone: string): number {
  return wallOf(instant, zone) - instant
}

export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/** `2026-11-22` as the start of that day in the zone. */
export function startOfDate(date: string, zone: string): Instant {
  return instantOf(Date.parse(`${date}T00:00:00Z`), zone)
}

/** The day of the zone at this instant, as `2026-11-22`. */
export function dateOf(instant: Instant, zone: string): string {
  return new Date(wallOf(instant, zone)).toISOString().slice(0, 10)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
