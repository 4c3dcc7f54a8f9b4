// What every screen has at hand: the language, the project, what the key may do.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me, Project } from '../contract.ts'
import type { Messages } from '../language/de.ts'
import type { Forms } from '../language/forms.ts'
import type { Address } from './address.ts'

export interface Desk {
  readonly m: Messages
  readonly f: Forms
  readonly me: Me
  readonly project: Project
  readonly address: Address
  may(scope: string): boolean
  signedOut(): void
  projectChanged(): void
}

/** Sources concern all projects; a key of some projects does not see them. */
export function seesAll(me: Me): boolean {
  return me.allProjects !== false
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('outside a project')
  return desk
}
