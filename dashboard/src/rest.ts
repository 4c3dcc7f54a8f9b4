// The one place that speaks to the server.
import type {
  LiveView, Me, Mention, MentionPage, OwnWords, Pile, ProblemBody, Project, SourceAccount, Status, Validation, Watch,
} from './contract.ts'
import type { Interval, Span } from './time/buckets.ts'

/** The server refused, and said why; or nobody answered (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly body: ProblemBody
  /** In so many milliseconds it may be asked again; 0 if the answer does not say. */
  readonly retryAfter: number

  constructor(status: number, body: ProblemBody, retryAfter = 0) {
    super(body.detail ?? body.title ?? `status ${status}`)
    this.name = 'Problem'
    this.status = status
    this.body = body
    this.retryAfter = retryAfter
  }
}

type Ask = { readonly method?: string; readonly body?: unknown; readonly signal?: AbortSignal | undefined }

async function ask<T>(path: string, { method = 'GET', body, signal }: Ask = {}): Promise<T> {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, {})
  })
  const text = await answer.text()
  if (!answer.ok) throw new Problem(answer.status, asProblem(text), 1000 * (Number(answer.headers.get('retry-after')) || 0))
  return (text === '' ? undefined : JSON.parse(text)) as T
}

function asProblem(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? (body as ProblemBody) : {}
  } catch {
    return {} // a proxy's page, not ours: the status has to do
  }
}

function query(fields: Record<string, string | number | null | undefined>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    if (value !== null && value !== undefined && value !== '') written.set(name, String(value))
  const text = written.toString()
  return text && `?${text}`
}

const iso = (instant: number) => new Date(instant).toISOString()
const at = (project: string) => `/projects/${encodeURIComponent(project)}`
const watchAt = (project: string, watch: string) => `${at(project)}/watches/${encodeURIComponent(watch)}`

/** What a list of mentions is asked for. */
export interface MentionFilter {
  readonly watch?: string
  readonly span: Span | null
  readonly q?: string
  readonly source?: string
  readonly type?: string
  readonly lang?: string
  readonly author?: string
  readonly polarity?: string
  readonly oldestFirst?: boolean
  /** Waits until what this figure counted can be found, too. */
  readonly asOf?: Readonly<Record<string, number>> | null | undefined
}

function mentionFields(filter: MentionFilter): Record<string, string | undefined> {
  return {
    watchId: filter.watch,
    q: filter.q,
    startDate: filter.span ? iso(filter.span.from) : undefined,
    endDate: filter.span ? iso(filter.span.to) : undefined,
    source: filter.source,
    type: filter.type,
    lang: filter.lang,
    author: filter.author,
    polarity: filter.polarity,
  }
}

function viewFields(span: Span | null, interval: Interval, zone: string, isUsualAsked: boolean) {
  return {
    from: span ? iso(span.from) : undefined,
    to: span ? iso(span.to) : undefined,
    interval,
    tz: zone,
    expected: isUsualAsked && span ? 'true' : undefined,
  }
}

/** Where live views are told; of one watch, or of all. */
export function streamOf(project: string, watch: string | null): string {
  return `/api/v1${watch === null ? at(project) : watchAt(project, watch)}/view${watch === null ? 's' : ''}/stream?window=day`
}

export const rest = {
  openSession: (key: string) => ask<unknown>('/session', { method: 'POST', body: { key } }),
  closeSession: () => ask<unknown>('/session', { method: 'DELETE' }),
  status: (signal?: AbortSignal) => ask<Status>('/status', { signal }),
  me: (signal?: AbortSignal) => ask<Me>('/me', { signal }),

  projects: async (signal?: AbortSignal) => {
    const answer = await ask<{ projects: Project[] } | Project[]>('/projects', { signal })
    return Array.isArray(answer) ? answer : answer.projects
  },
  changeProject: (project: string, change: Partial<Omit<Project, 'id'>>) =>
    ask<Project>(at(project), { method: 'PATCH', body: change }),

  watches: async (project: string, signal?: AbortSignal) =>
    (await ask<{ watches: Watch[] }>(`${at(project)}/watches`, { signal })).watches,
  addWatch: (project: string, watch: { name: string; query: string }) =>
    ask<Watch>(`${at(project)}/watches`, { method: 'POST', body: watch }),
  changeWatch: (project: string, id: string, watch: { name: string; query: string }) =>
    ask<Watch>(watchAt(project, id), { method: 'PUT', body: watch }),
  removeWatch: (project: string, id: string) => ask<unknown>(watchAt(project, id), { method: 'DELETE' }),
  validate: (project: string, text: string, signal?: AbortSignal) =>
    ask<Validation>(`${at(project)}/watches/validate`, { method: 'POST', body: { query: text }, signal }),

  /** With how much is usual, as far as it is known. */
  views: async (project: string, span: Span | null, interval: Interval, zone: string, signal?: AbortSignal) =>
    (await ask<{ views: LiveView[] }>(`${at(project)}/views${query(viewFields(span, interval, zone, true))}`, { signal })).views,
  /** With how much is usual, as far as it is known. */
  view: (project: string, watch: string, span: Span | null, interval: Interval, zone: string, signal?: AbortSignal) =>
    ask<LiveView>(`${watchAt(project, watch)}/view${query(viewFields(span, interval, zone, true))}`, { signal }),
  /** Nothing but how much was said. */
  volume: async (project: string, watch: string, span: Span, interval: Interval, zone: string, signal?: AbortSignal) =>
    ask<LiveView>(`${watchAt(project, watch)}/view${query(viewFields(span, interval, zone, false))}`, { signal }),

  /** Of a pile: compared with the watch's other mentions. */
  words: (project: string, watch: string, span: Span | null, signal?: AbortSignal, polarity: Pile | '' = '') =>
    ask<OwnWords>(`${watchAt(project, watch)}/words${query({ from: span ? iso(span.from) : '1990-01-01', to: span ? iso(span.to) : undefined, polarity })}`, { signal }),

  mentions: (project: string, filter: MentionFilter, limit: number, cursor?: string | null, signal?: AbortSignal) =>
    ask<MentionPage>(
      `${at(project)}/mentions${query({
        ...mentionFields(filter),
        orderDirection: filter.oldestFirst ? 'asc' : 'desc',
        limit,
        cursor,
        asOf: filter.asOf && Object.entries(filter.asOf).map(([partition, offset]) => `${partition}:${offset}`).join(','),
      })}`,
      { signal },
    ),
  countMentions: async (project: string, filter: MentionFilter, signal?: AbortSignal) =>
    (await ask<{ total: number }>(`${at(project)}/mentions/count${query(mentionFields(filter))}`, { signal })).total,
  mention: (project: string, id: string, signal?: AbortSignal) =>
    ask<Mention>(`${at(project)}/mentions/${encodeURIComponent(id)}`, { signal }),

  sources: async (signal?: AbortSignal) => {
    const answer = await ask<{ sources: SourceAccount[] } | SourceAccount[]>('/sources', { signal })
    return Array.isArray(answer) ? answer : answer.sources
  },
}
