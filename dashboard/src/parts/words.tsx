import type { Sentence } from '../language/say.ts'

/** Sentences with their figures as links. */
export function Words({ sentences }: { sentences: readonly Sentence[] }) {
  return (
    <>
      {sentences.map((sentence, i) => (
        <span key={i}>
          {i > 0 && ' '}
          {sentence.map((piece, k) =>
            typeof piece === 'string' ? piece : (
              <a key={k} class="figure" href={piece.leadsTo}>{piece.text}</a>
            ),
          )}
        </span>
      ))}
    </>
  )
}
