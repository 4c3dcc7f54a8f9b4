import { useEffect, useRef, useState } from 'preact/hooks'
import { go, hrefOf, type Filters } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'
import { type Range, rollings } from '../time/range.ts'
import { dateOf } from '../time/zone.ts'
import { Icon } from './icons.tsx'

/** Chooses the stretch of time: the usual ones with one click, any other by its days. */
export function RangePicker() {
  const { m, f, address } = useDesk()
  const { place, filters } = address
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const to = (range: Range): Filters => ({ ...filters, range, interval: null, part: null })
  const range = filters.range
  const chosen = range.kind === 'rolling' ? range.length : range.kind
  const isCustom = range.kind === 'days' || range.kind === 'span'

  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (!(event.target instanceof Node) || !box.current?.contains(event.target)) setOpen(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      opener.current?.focus()
    }
    addEventListener('pointerdown', away)
    addEventListener('focusin', away)
    addEventListener('keydown', escape)
    return () => {
      removeEventListener('pointerdown', away)
      removeEventListener('focusin', away)
      removeEventListener('keydown', escape)
    }
  }, [open])

  const names: [string, string, Range][] = [
    ...rollings.map((length): [string, string, Range] => [length, m.range.names[length], { kind: 'rolling', length }]),
    ['all', m.range.all, { kind: 'all' }],
  ]
  return (
    <div class="ranges" ref={box}>
      <nav class="segments" aria-label={m.range.label}>
        {names.map(([name, label, target]) => (
          <a key={name} href={hrefOf(place, to(target))} aria-current={chosen === name ? 'true' : undefined}>{label}</a>
        ))}
      </nav>
      <select
        class="ranges-short"
        aria-label={m.range.label}
        value={isCustom ? 'custom' : chosen}
        onChange={(event) => {
          const name = event.currentTarget.value
          const target = names.find(([known]) => known === name)?.[2]
          if (target) go(hrefOf(place, to(target)))
          else setOpen(true)
        }}
      >
        {names.map(([name, label]) => <option key={name} value={name}>{label}</option>)}
        {/* Hidden while it is not chosen: a select says nothing when the chosen entry is chosen again. */}
        {isCustom && <option value="custom">{customLabel()}</option>}
      </select>
      <button
        ref={opener}
        type="button"
        class={isCustom ? 'button quiet custom-range chosen' : 'button quiet custom-range'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {isCustom ? customLabel() : m.range.custom}
        <Icon name="down" />
      </button>
      {open && <DaysForm close={() => setOpen(false)} />}
    </div>
  )

  function customLabel(): string {
    if (range.kind === 'days') return f.days({ from: Date.parse(`${range.from}T12:00:00Z`), to: Date.parse(`${range.to}T12:00:01Z`) })
    if (range.kind === 'span') return `${f.dayTime(range.from)} – ${f.dayTime(range.to)}`
    return m.range.custom
  }
}

function DaysForm({ close }: { close: () => void }) {
  const { m, f, address } = useDesk()
  const { place, filters } = address
  const start = useRef<HTMLInputElement>(null)
  const range = filters.range
  const today = dateOf(Date.now(), f.zone)
  const given =
    range.kind === 'days' ? range
    : range.kind === 'span' ? { from: dateOf(range.from, f.zone), to: dateOf(range.to - 1, f.zone) }
    : { from: '', to: today }
  const [from, setFrom] = useState(given.from)
  const [to, setTo] = useState(given.to)
  const [wrong, setWrong] = useState('')
  useEffect(() => start.current?.focus(), [])

  return (
    <form
      class="popup days-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!from || !to) return setWrong(m.range.incomplete)
        if (from > to) return setWrong(m.range.wrong)
        close()
        go(hrefOf(place, { ...filters, range: { kind: 'days', from, to }, interval: null, part: null }))
      }}
    >
      <label>{m.range.from}<input ref={start} type="date" min="1990-01-01" max="2100-12-31" value={from} onInput={(e) => setFrom(e.currentTarget.value)} /></label>
      <label>{m.range.to}<input type="date" min="1990-01-01" max="2100-12-31" value={to} onInput={(e) => setTo(e.currentTarget.value)} /></label>
      {wrong && <p class="wrong" role="alert">{wrong}</p>}
      <p class="hint">{m.range.times(f.zone)}</p>
      <button class="button primary" type="submit">{m.range.apply}</button>
    </form>
  )
}
