// Holding still: while someone reads, nothing on the screen moves.
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'

export interface Pause {
  /** Since when everything is held; null while it moves. */
  readonly since: number | null
  toggle(): void
}

const PauseContext = createContext<Pause>({ since: null, toggle() {} })

/** Holds what is inside together. */
export function Pausing({ children }: { children: ComponentChildren }) {
  const [since, setSince] = useState<number | null>(null)
  const pause = useMemo((): Pause => ({ since, toggle: () => setSince(since === null ? Date.now() : null) }), [since])
  return <PauseContext.Provider value={pause}>{children}</PauseContext.Provider>
}

export function usePause(): Pause {
  return useContext(PauseContext)
}
