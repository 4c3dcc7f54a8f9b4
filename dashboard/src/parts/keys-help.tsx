import { useState } from 'preact/hooks'
import type { Messages } from '../language/de.ts'
import { preferences } from '../state/preferences.ts'
import { Dialog } from './dialog.tsx'

export function KeysHelp({ m, mod, close }: { m: Messages; mod: string; close: () => void }) {
  const [single, setSingle] = useState(preferences.singleKeys)
  const rows: [string[], string][] = [
    [[mod, 'K'], m.keys.menu],
    [['/'], m.keys.search],
    [['j'], m.keys.next],
    [['k'], m.keys.previous],
    [['o'], m.keys.open],
    [['n'], m.keys.fresh],
    [['?'], m.keys.help],
  ]
  return (
    <Dialog label={m.keys.title} kind="keys" close={close}>
      <h2>{m.keys.title}</h2>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input type="checkbox" checked={single} onChange={(event) => {
          preferences.setSingleKeys(event.currentTarget.checked)
          setSingle(event.currentTarget.checked)
        }} />
        {m.keys.single}
      </label>
      <p><button type="button" class="button" autofocus onClick={close}>{m.keys.close}</button></p>
    </Dialog>
  )
}
