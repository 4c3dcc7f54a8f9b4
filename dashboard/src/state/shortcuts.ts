// Keys that do something anywhere on the page.
import { useEffect } from 'preact/hooks'
import { preferences } from './preferences.ts'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The space bar presses what has the focus, if that can be pressed. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLElement && target.closest('button, a, summary') !== null
}

/**
 * Calls what belongs to a key. Single characters without Ctrl or ⌘ can be switched off (WCAG 2.1.4); no key acts while
 * someone is typing or a dialog is open.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const chord = event.ctrlKey || event.metaKey
      const act = keys[chord ? `mod+${event.key.toLowerCase()}` : event.key]
      if (!act || event.altKey || event.defaultPrevented) return
      if (!chord && (isTyping(event.target) || isPressing(event) || document.querySelector('dialog[open]'))) return
      if (!chord && event.key.length === 1 && event.key !== ' ' && !preferences.singleKeys()) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  })
}
