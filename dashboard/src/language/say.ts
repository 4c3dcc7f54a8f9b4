// Sentences with figures in them: a figure can be followed to its posts, so it is kept apart from the words.

/** A number with its noun, for example `1.204 Stimmen`, and where it leads. */
export interface Figure {
  readonly text: string
  readonly leadsTo: string
}

export type Piece = string | Figure
export type Sentence = readonly Piece[]

/** say`In ${a} und ${b}.` as pieces; sentences inside are laid flat. */
export function say(words: TemplateStringsArray, ...values: readonly (Piece | Sentence)[]): Sentence {
  const pieces: Piece[] = []
  words.forEach((word, i) => {
    if (word) pieces.push(word)
    const value = values[i]
    if (value === undefined) return
    if (typeof value === 'string' || !isSentence(value)) pieces.push(value)
    else pieces.push(...value)
  })
  return pieces
}

function isSentence(value: Piece | Sentence): value is Sentence {
  return Array.isArray(value)
}

/** The words alone, for a title or a screen reader. */
export function plain(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
}
