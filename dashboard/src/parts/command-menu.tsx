import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Dialog } from './dialog.tsx'
import { Icon } from './icons.tsx'
import type { Messages } from '../language/de.ts'

export interface Command {
  readonly kind: string
  readonly name: string
  run(): void
}

/** Everything one can go to or do, by typing a few letters of it. */
export function CommandMenu({ m, commands, close }: { m: Messages; commands: readonly Command[]; close: () => void }) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const found = useMemo(() => {
    const words = fold(text).split(/\s+/).filter(Boolean)
    return commands.filter((command) => {
      const name = fold(`${command.kind} ${command.name}`)
      return words.every((word) => name.includes(word))
    })
  }, [text, commands])
  const at = Math.min(chosen, found.length - 1)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const run = (command: Command | undefined) => {
    if (!command) return
    close()
    command.run()
  }
  return (
    <Dialog label={m.palette.title} kind="palette" close={close}>
      <div class="palette-input">
        <Icon name="search" />
        <input
          autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found.length > 0 ? `palette-${at}` : undefined}
          aria-label={m.palette.title}
          placeholder={m.palette.placeholder}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setChosen(Math.min(found.length - 1, at + 1))
            else if (event.key === 'ArrowUp') setChosen(Math.max(0, at - 1))
            else if (event.key === 'Enter' && !event.isComposing) run(found[at])
            else return
            event.preventDefault()
          }}
        />
        <button type="button" class="button icon-only" aria-label={m.keys.close} onClick={close}><Icon name="close" /></button>
      </div>
      <ul id="palette-list" role="listbox" aria-label={m.palette.title} ref={list}>
        {found.map((command, i) => (
          <li
            key={`${command.kind} ${command.name}`}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === at}
            onPointerMove={() => setChosen(i)}
            onClick={() => run(command)}
          >
            <span>{command.name}</span>
            <span class="kind">{command.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="palette-none" role="status">{m.palette.none}</p>}
    </Dialog>
  )
}

/** Lower case without accents, so that "kolner" finds "Kölner". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
