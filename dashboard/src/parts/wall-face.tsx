import type { LiveView, Mention, Volume } from '../contract.ts'
import { answer } from '../language/answer.ts'
import { useDesk } from '../state/desk.ts'
import { sharesHours } from '../state/live.ts'
import { spread } from '../time/spread.ts'
import { useAsManyAsFit, useTextThatFits } from './fitting.ts'
import { WallCourse } from './wall-course.tsx'

/** In characters; longer ones are set smaller. */
const LONG_NAME = 48

/** What a wall tells of a watch beside its figures. */
export interface Particulars {
  /** How it was in the 24 hours before, if it was listened to then. */
  readonly before: Volume | undefined
  /** The first are the most their own. */
  readonly words: readonly { readonly text: string; readonly language: string }[]
  readonly newest: Mention | null
}

/** One watch in large type: its name, what is said, how much, in which words, and the newest of it. */
export function WallFace({ name, view, particulars, isLeaving }: { name: string; view: LiveView; particulars: Particulars; isLeaving: boolean }) {
  const { m, f } = useDesk()
  const span = { from: Date.parse(view.from!), to: Date.parse(view.to!) }
  const zone = sharesHours(f.zone, span.to) ? f.zone : 'UTC'
  const pieces = spread(view.series, span, 'hour', zone, view.expected)
  const sentences = answer(m, f, {
    name, span, rolling: '24h', total: view.total, interval: 'hour', pieces, before: particulars.before, expected: view.expected, piles: view.piles,
    leadsTo: () => '', leadsToPile: () => '',
  })
  const said = useAsManyAsFit<HTMLParagraphElement>()
  const words = useAsManyAsFit<HTMLOListElement>()
  return (
    <div class={isLeaving ? 'wall-face leaving' : 'wall-face'}>
      <h1 class={name.length > LONG_NAME ? 'long' : ''}>{name}</h1>
      <p class="wall-answer" ref={said}>
        {sentences.map((sentence, i) => (
          <span key={i}>{i > 0 && ' '}{sentence.map((piece, k) => (typeof piece === 'string' ? piece : <b key={k}>{piece.text}</b>))}</span>
        ))}
      </p>
      <div class={particulars.words.length > 0 ? 'wall-middle' : 'wall-middle alone'}>
        <WallCourse pieces={pieces} zone={zone} />
        {particulars.words.length > 0 && (
          <section class="wall-words" aria-labelledby="wall-words">
            <h2 id="wall-words">{m.words.title}</h2>
            <ol ref={words}>
              {particulars.words.map((word) => <li key={word.text} lang={word.language}>{word.text}</li>)}
            </ol>
          </section>
        )}
      </div>
      {particulars.newest ? <Quote key={particulars.newest.id} mention={particulars.newest} /> : <div class="wall-quote" />}
    </div>
  )
}

function Quote({ mention }: { mention: Mention }) {
  const { m, f } = useDesk()
  const text = `${mention.text ?? ''}`.replace(/\s+/gu, ' ').trim().slice(0, 1000)
  const lang = mention.lang ?? mention.language ?? undefined
  const [box, words] = useTextThatFits<HTMLQuoteElement, HTMLSpanElement>(text, lang)
  return (
    <figure class="wall-quote">
      <blockquote ref={box}><q lang={lang} dir="auto"><span ref={words} /></q></blockquote>
      <figcaption>{f.moment(Date.parse(mention.date), Date.now())} · {mention.source} · {m.mentions.types[mention.type] ?? mention.type}</figcaption>
    </figure>
  )
}
