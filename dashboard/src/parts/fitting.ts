// What does not fit is left out whole, rather than cut.
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

function isTooMuch(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1
}

/** Calls after every change and whenever there may be another amount of room. */
function useRoom(fit: () => void): void {
  const latest = useRef(fit)
  latest.current = fit
  useLayoutEffect(fit)
  useEffect(() => {
    const again = () => latest.current()
    addEventListener('resize', again)
    void document.fonts.ready.then(again)
    return () => removeEventListener('resize', again)
  }, [])
}

/** Shows as many of the children as fit, from the first; where not even that one does, the box is marked as tight. */
export function useAsManyAsFit<T extends HTMLElement>(): RefObject<T | null> {
  const box = useRef<T>(null)
  useRoom(() => {
    if (!box.current) return
    const children = [...box.current.children] as HTMLElement[]
    box.current.removeAttribute('data-tight')
    for (const child of children) child.hidden = false
    for (let i = children.length - 1; i > 0 && isTooMuch(box.current); i--) children[i]!.hidden = true
    box.current.toggleAttribute('data-tight', isTooMuch(box.current))
  })
  return box
}

/** Writes as much of the text as fits into the box, cut between words, into an element of its own without children. */
export function useTextThatFits<B extends HTMLElement, T extends HTMLElement>(text: string, lang: string | undefined): readonly [RefObject<B | null>, RefObject<T | null>] {
  const box = useRef<B>(null)
  const words = useRef<T>(null)
  useRoom(() => {
    const [around, inside] = [box.current, words.current]
    if (!around || !inside) return
    inside.textContent = text
    if (!isTooMuch(around)) return
    const ends = cutsOf(text, lang)
    let [fits, tooMany] = [0, ends.length]
    while (tooMany - fits > 1) {
      const middle = (fits + tooMany) >> 1
      inside.textContent = shortened(text, ends[middle]!)
      if (isTooMuch(around)) tooMany = middle
      else fits = middle
    }
    inside.textContent = shortened(text, ends[fits] ?? 0)
  })
  return [box, words]
}

function shortened(text: string, end: number): string {
  return `${text.slice(0, end).replace(/[\s,;:–-]+$/u, '')} …`
}

/** Where words end; also in languages that put no spaces between them. */
function cutsOf(text: string, lang: string | undefined): number[] {
  let segmenter: Intl.Segmenter
  try {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity: 'word' }) // a source may call a language what it likes
  }
  return [0, ...[...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.index + part.segment.length)]
}
