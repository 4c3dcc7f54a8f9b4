// What is shown stands in the address, so that every view can be sent to someone, kept and gone back to.
import { useEffect, useState } from 'preact/hooks'
import type { Pile } from '../contract.ts'
import type { Interval, Span } from '../time/buckets.ts'
import { intervals } from '../time/buckets.ts'
import { type Range, readRange, writeRange } from '../time/range.ts'

/** From bad to good, then those of which the model would not say. */
export const piles: readonly Pile[] = ['negative', 'neutral', 'positive', 'unsure']

export type Place =
  | { readonly page: 'start' }
  | { readonly page: 'overview'; readonly project: string }
  | { readonly page: 'watch'; readonly project: string; readonly watch: string }
  | { readonly page: 'edit'; readonly project: string; readonly watch: string | null }
  | { readonly page: 'settings'; readonly project: string }
  | { readonly page: 'sources'; readonly project: string }
  /** Without a watch: all of them in turn. */
  | { readonly page: 'wall'; readonly project: string; readonly watch: string | null }
  | { readonly page: 'nowhere'; readonly project: string | null }

/** What narrows a view down. Absent means: not narrowed. */
export interface Filters {
  readonly range: Range
  readonly interval: Interval | null
  /** A part of the range, chosen on the chart; the list shows it, the chart keeps its range. */
  readonly part: Span | null
  readonly q: string
  readonly source: string
  readonly type: string
  readonly lang: string
  readonly author: string
  readonly polarity: Pile | ''
  readonly oldestFirst: boolean
}

export function readPlace(path: string): Place {
  const steps = path.split('/').filter(Boolean).map(decode)
  if (steps.length === 0) return { page: 'start' }
  const [p, project, page, watch, action] = steps
  if (p !== 'p' || !project || steps.length > 5) return { page: 'nowhere', project: null }
  if (!page) return { page: 'overview', project }
  if (steps.length === 3) {
    if (page === 'new') return { page: 'edit', project, watch: null }
    if (page === 'settings' || page === 'sources') return { page, project }
    if (page === 'wall') return { page, project, watch: null }
  }
  if (page === 'wall' && watch && !action) return { page, project, watch }
  if (page === 'w' && watch && !action) return { page: 'watch', project, watch }
  if (page === 'w' && watch && action === 'edit') return { page: 'edit', project, watch }
  return { page: 'nowhere', project }
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step // a broken escape names nothing that exists; it leads to "nowhere"
  }
}

export function writePlace(place: Place): string {
  const project = place.page === 'start' || place.project === null ? '' : `/p/${encodeURIComponent(place.project)}`
  switch (place.page) {
    case 'start':
    case 'nowhere':
      return '/'
    case 'overview':
      return project
    case 'watch':
      return `${project}/w/${encodeURIComponent(place.watch)}`
    case 'edit':
      return place.watch === null ? `${project}/new` : `${project}/w/${encodeURIComponent(place.watch)}/edit`
    case 'settings':
    case 'sources':
      return `${project}/${place.page}`
    case 'wall':
      return place.watch === null ? `${project}/wall` : `${project}/wall/${encodeURIComponent(place.watch)}`
  }
}

export function readFilters(search: string): Filters {
  const query = new URLSearchParams(search)
  const part = query.get('part')?.split('~').map((text) => Date.parse(text))
  const from = part?.[0]
  const to = part?.[1]
  return {
    range: readRange(query),
    interval: intervals.find((known) => known === query.get('interval')) ?? null,
    part: from !== undefined && to !== undefined && from < to ? { from, to } : null,
    q: query.get('q') ?? '',
    source: query.get('source') ?? '',
    type: query.get('type') ?? '',
    lang: query.get('lang') ?? '',
    author: query.get('author') ?? '',
    polarity: piles.find((known) => known === query.get('polarity')) ?? '',
    oldestFirst: query.get('order') === 'oldest',
  }
}

export function writeFilters(filters: Filters): string {
  const query = new URLSearchParams()
  writeRange(filters.range, query)
  if (filters.interval) query.set('interval', filters.interval)
  if (filters.part) query.set('part', `${short(filters.part.from)}~${short(filters.part.to)}`)
  for (const name of ['q', 'source', 'type', 'lang', 'author', 'polarity'] as const) if (filters[name]) query.set(name, filters[name])
  if (filters.oldestFirst) query.set('order', 'oldest')
  // ':' and '~' may stand in a query as they are; escaped they only make the address hard to read.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%7E', '~')
  return text && `?${text}`
}

function short(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/** The address of a place with filters; a change of place keeps only the range. */
export function hrefOf(place: Place, filters: Filters): string {
  return writePlace(place) + writeFilters(filters)
}

export function onlyRange(filters: Filters): Filters {
  return { range: filters.range, interval: null, part: null, q: '', source: '', type: '', lang: '', author: '', polarity: '', oldestFirst: false }
}

type Listener = () => void
const listeners = new Set<Listener>()

/** Goes to an address of this page. Replacing leaves no step to go back to. */
export function go(href: string, { replace = false }: { replace?: boolean } = {}): void {
  if (href === location.pathname + location.search) return
  const samePage = new URL(href, location.href).pathname === location.pathname
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  for (const listener of listeners) listener()
  if (!samePage) scrollTo(0, 0)
}

export interface Address {
  readonly place: Place
  readonly filters: Filters
}

function now(): Address {
  return { place: readPlace(location.pathname), filters: readFilters(location.search) }
}

export function useAddress(): Address {
  const [address, setAddress] = useState(now)
  useEffect(() => {
    const changed = () => setAddress(now())
    listeners.add(changed)
    addEventListener('popstate', changed)
    return () => {
      listeners.delete(changed)
      removeEventListener('popstate', changed)
    }
  }, [])
  return address
}

/** Plain clicks on links into this page go without loading it anew; all others stay the browser's. */
export function followLinks(): void {
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!link || !href || !href.startsWith('/') || href.startsWith('//') || link.hasAttribute('download')) return
    event.preventDefault()
    go(href)
  })
}
