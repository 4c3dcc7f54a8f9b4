import { useState } from 'preact/hooks'
import type { Messages } from '../language/de.ts'
import { Logo } from '../parts/icons.tsx'
import { reasonOf } from '../parts/trouble.tsx'
import { Problem, rest } from '../rest.ts'

/** Trades the key for a session; the key itself is forgotten at once. */
export function Login({ m, ended, opened, other }: { m: Messages; ended: boolean; opened: () => void; other: () => void }) {
  const [key, setKey] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const open = async () => {
    const given = key.trim()
    if (!/^hab_[\w-]{8}_[\w-]{43}$/.test(given)) return setWrong(m.login.shape)
    setBusy(true)
    try {
      await rest.openSession(given)
      setKey('')
      opened()
    } catch (cause) {
      const problem = cause instanceof Problem ? cause : new Problem(-1, {})
      setWrong(problem.status === 401 || problem.status === 403 ? m.login.refused : reasonOf(m, problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main class="login" id="content">
      <div class="login-box">
        <p class="brand"><Logo /> Habitus</p>
        <h1>{m.login.lead}</h1>
        {ended && <p class="ended" role="status">{m.login.ended}</p>}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void open()
          }}
        >
          <label for="key">{m.login.key}</label>
          <div class="login-row">
            <input
              id="key"
              type="password"
              autocomplete="off"
              spellcheck={false}
              placeholder="hab_…"
              value={key}
              aria-invalid={wrong !== ''}
              aria-describedby={wrong ? 'key-wrong key-hint' : 'key-hint'}
              onInput={(event) => {
                setKey(event.currentTarget.value)
                setWrong('')
              }}
            />
            <button type="submit" class="button primary" disabled={busy}>{busy ? m.login.opening : m.login.open}</button>
          </div>
          {wrong && <p class="wrong" id="key-wrong" role="alert">{wrong}</p>}
          <p class="hint" id="key-hint">{m.login.hint} <code>admin.key</code> {m.login.hintAfter}</p>
          <p class="hint">{m.login.kept}</p>
        </form>
        <p><button type="button" class="link" lang={m.name === 'Deutsch' ? 'en' : 'de'} onClick={other}>{m.otherLanguage}</button></p>
      </div>
    </main>
  )
}
