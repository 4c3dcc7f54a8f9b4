import { useState } from 'preact/hooks'
import { reasonOf } from '../parts/trouble.tsx'
import { Problem, rest } from '../rest.ts'
import { useDesk } from '../state/desk.ts'
import { isZone } from '../time/zone.ts'

const zones = Intl.supportedValuesOf('timeZone')

/** The project: its name, where its days begin, and whose names may be shown. */
export function SettingsScreen() {
  const { m, project, may, projectChanged, signedOut } = useDesk()
  const [name, setName] = useState(project.name)
  const [zone, setZone] = useState(project.timeZone)
  const [accounts, setAccounts] = useState(project.officialAccounts.join('\n'))
  const [wrong, setWrong] = useState<{ field: 'zone' | 'accounts' | 'all'; text: string } | null>(null)
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const mayChange = may('admin')

  const save = async () => {
    const handles = accounts.split(/[\s,;]+/).map((handle) => handle.replace(/^@/, '').toLowerCase()).filter(Boolean)
    const bad = handles.find((handle) => !/^[\p{L}\p{N}._-]+(@[\p{L}\p{N}.-]+)?$/u.test(handle))
    if (!isZone(zone)) return setWrong({ field: 'zone', text: m.settings.zoneWrong })
    if (bad) return setWrong({ field: 'accounts', text: m.settings.accountsWrong(bad) })
    setWrong(null)
    setState('saving')
    try {
      await rest.changeProject(project.id, { name: name.trim() || project.id, timeZone: zone, officialAccounts: [...new Set(handles)] })
      setState('saved')
      projectChanged()
    } catch (cause) {
      const problem = cause instanceof Problem ? cause : new Problem(-1, {})
      if (problem.status === 401) signedOut()
      setState('idle')
      setWrong({ field: 'all', text: [reasonOf(m, problem), problem.body.detail].filter(Boolean).join(' ') })
    }
  }
  const touched = () => {
    setState('idle')
    setWrong(null)
  }
  return (
    <main id="content" class="settings" tabIndex={-1}>
      <header class="head"><h1>{m.settings.title}</h1></header>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {!mayChange && <p class="hint">{m.settings.mayNot}</p>}
        <div class="field">
          <label for="project-name">{m.settings.name}</label>
          <input id="project-name" value={name} maxLength={200} readOnly={!mayChange} onInput={(event) => {
            setName(event.currentTarget.value)
            touched()
          }} />
        </div>
        <div class="field">
          <label for="project-zone">{m.settings.zone}</label>
          <input id="project-zone" list="zones" value={zone} readOnly={!mayChange} autocomplete="off" spellcheck={false} aria-invalid={wrong?.field === 'zone'} aria-describedby="project-zone-hint" onInput={(event) => {
            setZone(event.currentTarget.value)
            touched()
          }} />
          <datalist id="zones">{zones.map((known) => <option key={known} value={known} />)}</datalist>
          <p class="hint" id="project-zone-hint">{m.settings.zoneHint}</p>
          {wrong?.field === 'zone' && <p class="wrong" role="alert">{wrong.text}</p>}
        </div>
        <div class="field">
          <label for="project-accounts">{m.settings.accounts}</label>
          <textarea id="project-accounts" rows={6} value={accounts} readOnly={!mayChange} spellcheck={false} autocapitalize="off" aria-invalid={wrong?.field === 'accounts'} aria-describedby="project-accounts-hint" onInput={(event) => {
            setAccounts(event.currentTarget.value)
            touched()
          }} />
          <p class="hint" id="project-accounts-hint">{m.settings.accountsHint}</p>
          {wrong?.field === 'accounts' && <p class="wrong" role="alert">{wrong.text}</p>}
        </div>
        {wrong?.field === 'all' && <p class="wrong" role="alert">{wrong.text}</p>}
        <div class="form-buttons">
          <button type="submit" class="button primary" disabled={!mayChange || state === 'saving'}>{state === 'saving' ? m.settings.saving : m.settings.save}</button>
          <span role="status" class="good">{state === 'saved' && m.settings.saved}</span>
        </div>
      </form>
    </main>
  )
}
