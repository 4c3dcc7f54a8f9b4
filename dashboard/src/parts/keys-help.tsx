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
    [['p'], m.keys.hold],
    [['?'], m.keys.help],
  ]
  const onWall: [string[], string][] = [
    [['←', '→'], m.keys.turn],
    [[m.keys.space], m.keys.stop],
    [['l'], m.keys.light],
    [['f'], m.keys.full],
    [['Esc'], m.keys.leave],
  ]
  const list = (of: [string[], string][]) => (
    <dl>
      {of.map(([keys, does]) => (
        <div key={does}>
          <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <Dialog label={m.keys.title} kind="keys" close={close}>
      <h2>{m.keys.title}</h2>
      {list(rows)}
      <h3>{m.keys.onWall}</h3>
      {list(onWall)}
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
