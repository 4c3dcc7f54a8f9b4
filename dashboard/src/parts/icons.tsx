// Small line drawings; always beside a word or in a button that has a name.
const drawings = {
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  up: 'M8 13V3M4 7l4-4 4 4',
  rise: 'M8 3.5 13 12H3Z',
  fall: 'M8 12.5 3 4h10Z',
  right: 'M6 3.5 10.5 8 6 12.5',
  pencil: 'M3 13l.6-2.8L10.8 3a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9L5.8 12.4 3 13Z',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13',
  moon: 'M13.5 9.8A5.8 5.8 0 0 1 6.2 2.5a5.8 5.8 0 1 0 7.3 7.3Z',
  system: 'M2.5 3h11v7.5h-11ZM6 13.5h4M8 10.5v3',
  heart: 'M8 13.2 2.9 8.1a3 3 0 0 1 0-4.3 3 3 0 0 1 4.3 0l.8.8.8-.8a3 3 0 0 1 4.3 0 3 3 0 0 1 0 4.3L8 13.2Z',
  reply: 'M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2Z',
  carry: 'M3 6.5V5a1.5 1.5 0 0 1 1.5-1.5H12M10 1.5l2 2-2 2M13 9.5V11a1.5 1.5 0 0 1-1.5 1.5H4M6 14.5l-2-2 2-2',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  out: 'M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6',
  check: 'M3 8.5 6.5 12 13 4.5',
  hold: 'M4.8 3.2H6v9.6H4.8ZM10 3.2h1.2v9.6H10Z',
  play: 'M5 3.2v9.6l7.5-4.8Z',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  full: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  screen: 'M1.5 3h13v8h-13ZM5 13.5h6',
  keyboard: 'M1.5 4h13v8h-13ZM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6',
} as const

export type IconName = keyof typeof drawings

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M4 9.5v5M9.3 4.5v15M14.7 7.5v9M20 10.5v3" />
    </svg>
  )
}
