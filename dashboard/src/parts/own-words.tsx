import { useState } from 'preact/hooks'
import type { LanguageCompared, OwnWord, OwnWords, Pile } from '../contract.ts'
import { rest } from '../rest.ts'
import { hrefOf } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'
import { type Told, useLoaded } from '../state/polling.ts'
import type { Span } from '../time/buckets.ts'
import { Sign } from './polarity.tsx'

const EVERY = 30_000
const FEW = 8
const MOSTLY = 1 / 3

/**
 * The words that people use about a watch more than about everything else, each with what they said; of a pile, those that
 * its voices use more than the others of the watch.
 */
export function OwnWordsPanel({ watch, span, pile, question, told }: {
  watch: string
  /** Null for everything. */
  span: Span | null
  /** Only of those who speak so. */
  pile: Pile | ''
  /** Changes when another stretch of time is meant; a stretch that only moves on is the same question. */
  question: string
  /** Where the server tells them by itself: what it told last, null if it has not yet; undefined: they are asked for. */
  told: Told<OwnWords> | null | undefined
}) {
  const { m, f, project, address, signedOut } = useDesk()
  const [all, setAll] = useState(false)
  const { place, filters } = address
  const loaded = useLoaded(
    JSON.stringify([project.id, watch, question, pile]),
    (signal) => rest.words(project.id, watch, span, signal, pile),
    EVERY,
    signedOut,
    undefined,
    told,
  )
  const own = loaded.data
  const title = (
    <header class="words-head">
      <h2 id="words-title">{m.words.title}{pile && <span class={`words-pile ${pile}`}><Sign pile={pile} />{m.polarity.names[pile]}</span>}</h2>
      {pile && <a class="link" href={hrefOf(place, { ...filters, polarity: '' })}>{m.words.ofAll}</a>}
    </header>
  )
  if (!own) return <section class="own-words" aria-labelledby="words-title">{title}{loaded.problem ? <p class="hint">{m.words.later}</p> : <div class="shape-words" role="status" aria-label={m.failure.loading} />}</section>
  // How they speak is chosen already; what most of them speak of comes first.
  const words = pile ? [...own.words].sort((a, b) => b.voices - a.voices) : own.words
  const shown = all ? words : words.slice(0, FEW)
  const quotes = pile ? eachOnce(shown) : shown.map((word) => word.quotes.slice(0, 1))
  const strongest = Math.max(...own.words.map((word) => word.logRatio), 1)
  return (
    <section class={loaded.stale ? 'own-words stale' : 'own-words'} aria-labelledby="words-title">
      {title}
      {shown.length === 0 && <p class="hint">{!own.languages.some((one) => one.comparison === 'compared') ? m.words.few : pile ? m.words.noneOfPile : m.words.none}</p>}
      <ol class="words">
        {shown.map((word, i) => <Word key={`${word.language} ${word.text}`} word={word} strongest={strongest} quotes={quotes[i] ?? []} isTwofold={own.words.some((other) => other.language !== word.language && same(other, word))} />)}
      </ol>
      {own.words.length > FEW && (
        <p><button type="button" class="link" onClick={() => setAll(!all)}>{all ? m.mentions.less : m.words.all(f, own.words.length)}</button></p>
      )}
      {shown.length > 0 && (
        <p class="hint">
          {pile ? m.words.howOfPile(f, own.texts, own.sampled) : m.words.how(f, own.sampled)}
          {own.comparedFrom && ` ${m.words.since(f, Date.parse(own.comparedFrom))}`}
          {own.languages.some(isUnequal) && ` ${m.words.unequal}`}
        </p>
      )}
    </section>
  )
}

/** One side talks so much more that most of what it says was left out. */
function isUnequal({ wordsPerVoice, wordsPerVoiceElsewhere, wordsCompared }: LanguageCompared): boolean {
  return !!wordsCompared && MOSTLY * Math.max(wordsPerVoice ?? 0, wordsPerVoiceElsewhere ?? 0) > wordsCompared
}

/** Two quotes of each word; a post that says several of them is quoted once, unless a word had no other. */
function eachOnce(words: readonly OwnWord[]): OwnWord['quotes'][] {
  const quoted = new Set<string>()
  return words.map((word) => {
    const fresh = word.quotes.filter((quote) => !quoted.has(quote.postId)).slice(0, 2)
    for (const quote of fresh) quoted.add(quote.postId)
    return fresh.length > 0 ? fresh : word.quotes.slice(0, 1)
  })
}

function same(a: OwnWord, b: OwnWord): boolean {
  return a.text.toLowerCase() === b.text.toLowerCase()
}

function Word({ word, strongest, quotes, isTwofold }: {
  word: OwnWord
  strongest: number
  quotes: OwnWord['quotes']
  /** True if the same is listed for another language, too. */
  isTwofold: boolean
}) {
  const { m, f, address } = useDesk()
  const { place, filters } = address
  // In quotes, so that a phrase stays one; every form of it is meant.
  const q = word.forms.map((form) => (/^[#\p{Extended_Pictographic}]/u.test(form) ? form : `"${form.replaceAll('"', '')}"`)).join(' OR ')
  const x = (ratio: number) => (100 * Math.max(0, ratio)) / strongest
  return (
    <li class="word">
      <a href={hrefOf(place, { ...filters, q })} title={word.forms.join(' · ')}>
        <span class="word-text">
          <span lang={word.language}>{word.text}</span>
          {isTwofold && <>{' '}<abbr class="word-language" title={f.languageName(word.language)}>{word.language}</abbr></>}
        </span>
        <span class="word-scale" aria-hidden="true">
          <svg viewBox="0 0 100 8" preserveAspectRatio="none">
            <rect class="span" x={x(word.lower)} y="3" width={Math.max(1, x(Math.min(word.upper ?? strongest, strongest)) - x(word.lower))} height="2" />
            <rect class="point" x={Math.max(0, x(word.logRatio) - 1)} width="2" height="8" />
          </svg>
        </span>
        <span class="word-voices">{m.count.voices(f, word.voices)}</span>
        <span class="unseen">{m.words.times(f, 2 ** word.logRatio)}</span>
      </a>
      {quotes.map((quote) => <p key={quote.postId} class="word-quote"><q lang={word.language} dir="auto">{quote.text}</q></p>)}
    </li>
  )
}
