// What this browser keeps: colours, language, whether single keys are shortcuts, the last project, whether a wall is light.
// Nothing else.
import type { Language } from '../language/forms.ts'

export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

function kept(name: string): string | null {
  try {
    return localStorage.getItem(`habitus.${name}`)
  } catch {
    return null // storage may be switched off; then nothing is remembered
  }
}

function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`habitus.${name}`)
    else localStorage.setItem(`habitus.${name}`, value)
  } catch {
    // storage may be switched off; then nothing is remembered
  }
}

export const preferences = {
  theme: (): Theme => themes.find((known) => known === kept('theme')) ?? 'system',
  setTheme(theme: Theme): void {
    keep('theme', theme === 'system' ? null : theme)
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  },

  language: (): Language => (document.documentElement.lang === 'de' ? 'de' : 'en'),
  setLanguage(language: Language): void {
    keep('language', language)
    document.documentElement.lang = language
  },

  singleKeys: (): boolean => kept('single-keys') !== 'off',
  setSingleKeys(on: boolean): void {
    keep('single-keys', on ? null : 'off')
  },

  /** A wall is dark whatever the theme, unless it was made light. */
  lightWall: (): boolean => kept('wall') === 'light',
  setLightWall(is: boolean): void {
    keep('wall', is ? 'light' : null)
  },

  /** Whether this browser was signed in when last seen; the session itself is a cookie no script can read. */
  signedIn: (): boolean => kept('signed-in') === 'yes',
  setSignedIn(is: boolean): void {
    keep('signed-in', is ? 'yes' : null)
  },

  project: (): string | null => kept('project'),
  setProject(project: string): void {
    keep('project', project)
  },
}
