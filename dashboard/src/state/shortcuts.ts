// Keys that do something anywhere on the page.
import { useEffect } from 'preact/hooks'
import { preferences } from './preferences.ts'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/**
 * Calls what belongs to a key. Keys without Ctrl or ⌘ can be switched off (WCAG 2.1.4), and never act while someone is
 * typing or a dialog is open.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const chord = event.ctrlKey || event.metaKey
      const act = keys[chord ? `mod+${event.key.toLowerCase()}` : event.key]
      if (!act || event.altKey || event.defaultPrevented) return
      if (!chord && (!preferences.singleKeys() || isTyping(event.target) || document.querySelector('dialog[open]'))) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  })
}
