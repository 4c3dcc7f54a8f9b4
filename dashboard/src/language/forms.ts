// How numbers and times are written, in one language and one time zone.
import type { Interval, Span } from '../time/buckets.ts'
import type { TickUnit } from '../time/ticks.ts'
import { addDays, dateOf } from '../time/zone.ts'

export type Language = 'de' | 'en'

/** Numbers and times of one language and zone; made once, because Intl objects are dear. */
export interface Forms {
  readonly language: Language
  readonly zone: string
  number(value: number): string
  /** `0.38` as `38 %`. */
  share(value: number): string
  /** `14:05` */
  time(instant: number): string
  /** `22. Nov.`, of another year than this one `22. Nov. 2015`. */
  day(instant: number): string
  /** `22. November`, of another year than this one `22. November 2015`. */
  longDay(instant: number): string
  /** Two long days, both with their year if either needs it. */
  fromTo(from: number, to: number): readonly [string, string]
  /** `Sonntag, 22. November 2026` */
  weekday(instant: number): string
  /** `22. Nov. 2026, 14:05` */
  dayTime(instant: number): string
  /** As one would say it now: `14:05`, `gestern, 14:05`, `22. Nov.` */
  moment(instant: number, now: number): string
  /** `22. Nov. – 3. Dez. 2026`; the end is the last day that belongs to it. */
  days(span: Span): string
  /** A whole piece in words, for a tooltip: `So., 22. Nov. 2026, 14–15 Uhr`. */
  piece(span: Span, interval: Interval): string
  /** Under an axis: `14:00`, `22. Nov.`, `Nov.`, `2026`. */
  tick(start: number, unit: TickUnit): string
  languageName(code: string): string
}

const locale: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }
const made = new Map<string, Forms>()

export function formsFor(language: Language, zone: string): Forms {
  const name = `${language} ${zone}`
  let forms = made.get(name)
  if (!forms) {
    forms = make(language, zone)
    made.set(name, forms)
  }
  return forms
}

/** A date that does not fall apart at the end of a line. */
const together = (text: string) => text.replaceAll(' ', '\u00a0')

function make(language: Language, zone: string): Forms {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale[language], { timeZone: zone, hourCycle: 'h23', ...options })
  const number = new Intl.NumberFormat(locale[language])
  const share = new Intl.NumberFormat(locale[language], { style: 'percent', maximumFractionDigits: 0 })
  const time = dates({ hour: '2-digit', minute: '2-digit' })
  const day = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const shortDay = dates({ day: 'numeric', month: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale[language], { numeric: 'auto' })
  const isThisYear = (instant: number) => dateOf(instant, zone).slice(0, 4) === dateOf(Date.now(), zone).slice(0, 4)
  const longDay = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const longShortDay = dates({ day: 'numeric', month: 'long' })
  const weekday = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const shortWeekday = dates({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const month = dates({ month: 'long', year: 'numeric' })
  const shortMonth = dates({ month: 'short' })
  const year = dates({ year: 'numeric' })
  const dayTime = dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  const names = new Intl.DisplayNames(locale[language], { type: 'language', fallback: 'none' })

  const hours = (span: Span) => `${time.format(span.from)}–${time.format(span.to)}`
  const days = (span: Span) => {
    const last = span.to - 1
    return dateOf(span.from, zone) === dateOf(last, zone) ? day.format(span.from) : day.formatRange(span.from, last)
  }

  return {
    language,
    zone,
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    time: (instant) => time.format(instant),
    day: (instant) => (isThisYear(instant) ? shortDay : day).format(instant),
    longDay: (instant) => together((isThisYear(instant) ? longShortDay : longDay).format(instant)),
    fromTo: (from, to) => {
      const form = dateOf(from, zone).slice(0, 4) === dateOf(to, zone).slice(0, 4) && isThisYear(to) ? longShortDay : longDay
      return [together(form.format(from)), together(form.format(to))]
    },
    weekday: (instant) => weekday.format(instant),
    dayTime: (instant) => dayTime.format(instant),
    moment: (instant, now) => {
      const date = dateOf(instant, zone)
      if (date === dateOf(now, zone)) return time.format(instant)
      if (date === addDays(dateOf(now, zone), -1)) return `${relative.format(-1, 'day')}, ${time.format(instant)}`
      return (isThisYear(instant) ? shortDay : day).format(instant)
    },
    days,
    piece: (span, interval) => {
      switch (interval) {
        case 'minute':
        case 'hour':
          return `${shortWeekday.format(span.from)}, ${hours(span)}`
        case 'day':
          return shortWeekday.format(span.from)
        case 'week':
          return days(span)
        case 'month':
          return month.format(span.from)
      }
    },
    tick: (start, unit) => {
      switch (unit) {
        case 'time':
          return time.format(start)
        case 'day':
          return shortDay.format(start)
        case 'month':
          return shortMonth.format(start)
        case 'year':
          return year.format(start)
      }
    },
    languageName: (code) => {
      try {
        return names.of(code) ?? code
      } catch {
        return code // a source may call a language what it likes
      }
    },
  }
}
