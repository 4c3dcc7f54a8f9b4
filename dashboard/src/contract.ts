// What the REST interface says; see /openapi.json. Times are ISO 8601 in UTC.

export interface Me {
  readonly keyId: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly projects?: readonly string[]
  /** Whether the key opens what concerns all projects, such as the sources. */
  readonly allProjects?: boolean
}

export interface Project {
  readonly id: string
  readonly name: string
  readonly officialAccounts: readonly string[]
  readonly timeZone: string
}

export interface Watch {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly version: number
  readonly createdAt: string
  readonly changedAt: string
}

export interface Volume {
  readonly posts: number
  readonly reposts: number
  readonly voices: number
  readonly anonymous: number
}

/** How posts and reposts speak; together they are all of them. */
export interface Piles {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly unsure: number
  /** Heard before there were models. */
  readonly unjudged: number
}

export type Pile = 'positive' | 'neutral' | 'negative' | 'unsure'

/** A word, tag, emoji or two-word phrase that a watch's voices use more than others. */
export interface OwnWord {
  readonly text: string
  readonly language: string
  readonly forms: readonly string[]
  readonly voices: number
  readonly voicesElsewhere: number
  /** How much more frequent than elsewhere: 1 is twice, 2 four times; at least `lower`. */
  readonly logRatio: number
  readonly lower: number
  readonly upper?: number | null
  readonly quotes: readonly { readonly postId: string; readonly text: string }[]
}

export interface OwnWords {
  /** What was heard before is not compared; absent: all of it is. */
  readonly comparedFrom?: string | null
  readonly texts: number
  readonly share: number
  readonly sampled: number
  readonly languages: readonly LanguageCompared[]
  readonly words: readonly OwnWord[]
}

export interface LanguageCompared {
  readonly language: string
  readonly voices: number
  readonly voicesElsewhere: number
  readonly comparison: string
  /** Different words that a voice says in the mean, here and elsewhere, and how many of them were compared. */
  readonly wordsPerVoice?: number | null
  readonly wordsPerVoiceElsewhere?: number | null
  readonly wordsCompared?: number | null
}

export interface FromSource {
  readonly source?: string | null
  readonly posts: number
  readonly reposts: number
}

export interface Bucket {
  readonly start: string
  readonly volume: Volume
}

/** What is usual of a count: from low to high it is still chance. */
export interface Limits {
  readonly low: number
  readonly expected: number
  readonly high: number
}

/** How much is usual in a range, learned from what was heard before it. */
export interface Expected {
  readonly state: 'learning' | 'known' | 'too-few-voices'
  readonly knownDays: number
  readonly neededDays: number
  /** Up to when the total is reckoned. */
  readonly until: string
  /** Absent where nothing can be said; voices where only mentions are known. */
  readonly total?: { readonly mentions: Limits; readonly voices?: Limits | null } | null
  /** By bucket begun so far. */
  readonly series: readonly { readonly start: string; readonly mentions: Limits }[]
}

export interface LiveView {
  readonly watch: string
  readonly from: string | null
  readonly to: string | null
  /** How far the log of mentions is counted in, by partition. */
  readonly asOf?: Readonly<Record<string, number>> | null
  readonly total: Volume
  readonly piles?: Piles | null
  /** Where it was said, the loudest first; one without a name is all the others. */
  readonly sources?: readonly FromSource[] | null
  readonly series: readonly Bucket[]
  /** When the first and the last mention of all were said. */
  readonly first?: string | null
  readonly last?: string | null
  readonly interval?: string | null
  /** Absent where it was not asked for, and of ranges of which nobody can say. */
  readonly expected?: Expected | null
}

export type SourceType = 'post' | 'comment' | 'review' | 'reply' | 'repost'

export interface Match {
  readonly field: 'text' | 'title'
  /** In UTF-16 units of what is shown. */
  readonly offset: number
  readonly length: number
}

export interface Mention {
  readonly id: string
  readonly date: string
  readonly added: string
  readonly timeDoubted?: boolean
  readonly source: string
  readonly type: SourceType
  readonly lang?: string | null
  readonly site?: string | null
  readonly title?: string | null
  readonly text?: string | null
  readonly matchPositions?: readonly Match[] | null
  readonly author?: { readonly key: string; readonly followers?: number | null } | null
  readonly rating?: { readonly value: number; readonly max: number } | null
  readonly location?: { readonly country?: string | null; readonly region?: string | null; readonly city?: string | null } | null
  readonly engagement?: {
    readonly likes?: number | null
    readonly replies?: number | null
    readonly reposts?: number | null
    readonly views?: number | null
  } | null
  readonly watchIds: readonly string[]
  readonly language?: string | null
  /** Absent if it was heard before there were models. */
  readonly polarity?: { readonly label?: 'positive' | 'neutral' | 'negative' | null; readonly confidence: number; readonly abstained: boolean } | null
}

export interface MentionPage {
  readonly total: number
  readonly mentions: readonly Mention[]
  readonly nextCursor?: string | null
}

export interface Position {
  readonly offset: number
  readonly length: number
}

export interface Validation {
  readonly normalForm: string
  readonly warnings: readonly Warning[]
}

export interface Warning {
  readonly code?: string
  readonly message: string
  readonly position?: Position | null
}

/** Why a query is refused or warned about; the names are stable. */
export type QueryCode =
  | 'empty-query'
  | 'empty-group'
  | 'empty-phrase'
  | 'operand-expected'
  | 'value-expected'
  | 'group-not-closed'
  | 'group-not-opened'
  | 'phrase-not-closed'
  | 'comment-not-closed'
  | 'double-negation'
  | 'nothing-to-find'
  | 'sign-not-allowed'
  | 'foreign-operator'
  | 'typographic-quote'
  | 'typographic-minus'
  | 'colon-not-quoted'
  | 'unknown-field'
  | 'unknown-value'
  | 'only-or-in-field'
  | 'tag-of-several-words'
  | 'wildcard-not-at-end'
  | 'wildcard-too-early'
  | 'wildcard-too-late'
  | 'wildcard-on-several-words'
  | 'wildcard-not-here'
  | 'query-too-long'
  | 'too-many-leaves'
  | 'too-many-wildcards'
  | 'too-deep'
  | 'only-negative'
  | 'no-word'
  | 'search-only-field'
  | 'proximity-not-supported'
  | 'loose-phrase-not-supported'
  | 'single-wildcard-not-supported'
  | 'field-not-supported'
  | 'juxtaposition'
  | 'operator-as-word'
  | 'minus-apart'
  | 'word-became-phrase'
  | 'mark-in-phrase'
  | 'signs-ignored'

/** RFC 9457, with what a refused query adds. */
export interface ProblemBody {
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly code?: string
  readonly position?: Position | null
  readonly expected?: string | null
  readonly suggestion?: string | null
}

export interface SourceAccount {
  readonly source: string
  readonly received: number
  readonly published: number
  readonly seen: number
  readonly unreadable: number
  /** When its first line came; absent from an older ingest-service. */
  readonly since?: string | null
  readonly lastHeard?: string | null
}

/** When posts could be taken in: throughout, but for the gaps. */
export interface Listening {
  readonly since: string
  /** The newest proof that posts can be taken in. */
  readonly until: string
  /** Oldest first. */
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly cause?: GapCause | null }[]
}

export type GapCause = 'stopped' | 'broke-off' | 'held-up'

/** How the installation is. */
export interface Status {
  readonly status: 'up' | 'down'
  readonly checkedAt: string
  /** By projection, how many records of the log it has yet to do. */
  readonly lag: Readonly<Record<string, number>>
  /** In the order in which data meets them. */
  readonly services: readonly { readonly name: string; readonly status: 'up' | 'down' | 'away'; readonly details?: { readonly setAside?: number } | null }[]
  /** Absent while nobody can say. */
  readonly listening?: Listening | null
  /** Absent while nobody can say, and for keys of single projects. */
  readonly sources?: readonly SourceAccount[] | null
}
