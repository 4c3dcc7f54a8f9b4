import { useEffect, useRef, useState } from 'preact/hooks'
import type { Mention, Validation, Watch } from '../contract.ts'
import { stretches, excerpt } from '../parts/highlight.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icons.tsx'
import { QueryField, type Remark } from '../parts/query-field.tsx'
import { Trouble, reasonOf } from '../parts/trouble.tsx'
import { Problem, rest } from '../rest.ts'
import { go, hrefOf, onlyRange } from '../state/address.ts'
import { useDesk } from '../state/desk.ts'
import { useLoaded, useSettled } from '../state/polling.ts'

/** Adds a watch or changes one; the query is checked while it is typed. */
export function EditorScreen({ id }: { id: string | null }) {
  const { project, signedOut, m } = useDesk()
  const loaded = useLoaded(JSON.stringify([project.id, 'edit', id]), (signal) => rest.watches(project.id, signal), null, signedOut)
  if (loaded.problem) return <main id="content" class="editor" tabIndex={-1}><Trouble m={m} problem={loaded.problem} retry={loaded.reload} /></main>
  if (!loaded.data) return <main id="content" class="editor" tabIndex={-1}><div class="shapes" role="status" aria-label={m.failure.loading}><div class="shape-line" /><div class="shape-chart" /></div></main>
  const watch = id === null ? null : loaded.data.find((known) => known.id === id)
  if (watch === undefined) return <Unknown />
  return <Editor key={id ?? ''} watch={watch} />
}

function Unknown() {
  const { m, project } = useDesk()
  return (
    <main id="content" class="editor" tabIndex={-1}>
      <div class="notice">
        <h1>{m.watch.unknown}</h1>
        <p>{m.watch.unknownText}</p>
        <p><a class="button" href={`/p/${encodeURIComponent(project.id)}`}>{m.watch.back}</a></p>
      </div>
    </main>
  )
}

type Check = { readonly about: string; readonly valid?: Validation; readonly refused?: Problem }

function Editor({ watch }: { watch: Watch | null }) {
  const { m, f, project, address, may, signedOut } = useDesk()
  const [name, setName] = useState(watch?.name ?? '')
  const [query, setQuery] = useState(watch?.query ?? '')
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [failed, setFailed] = useState<Problem | null>(null)
  const [removing, setRemoving] = useState(false)
  const nameInput = useRef<HTMLInputElement>(null)
  const queryInput = useRef<HTMLTextAreaElement>(null)
  useEffect(() => nameInput.current?.focus(), [])

  const settled = useSettled(query, 300)
  const checked = useLoaded<Check>(
    settled.trim() === '' ? null : JSON.stringify([project.id, settled]),
    (signal) => rest.validate(project.id, settled, signal).then(
      (valid) => ({ about: settled, valid }),
      (cause: unknown) => {
        if (cause instanceof Problem && (cause.status === 422 || cause.status === 400)) return { about: settled, refused: cause }
        throw cause
      },
    ),
    null,
    signedOut,
  )
  const check = !checked.stale && checked.data?.about === query ? checked.data : null
  // A refused save says the same as a refused check, only later.
  const refusal = failed?.body.position ? failed.body : null
  const remark: Remark | null =
    check?.refused ? { about: check.about, problem: check.refused.body }
    : refusal ? { about: query, problem: refusal }
    : check?.valid ? { about: check.about, warnings: check.valid.warnings }
    : null

  const missingName = tried && name.trim() === ''
  const missingQuery = tried && query.trim() === ''
  const back = watch
    ? hrefOf({ page: 'watch', project: project.id, watch: watch.id }, onlyRange(address.filters))
    : hrefOf({ page: 'overview', project: project.id }, onlyRange(address.filters))

  const save = async () => {
    setTried(true)
    setFailed(null)
    if (name.trim() === '') return nameInput.current?.focus()
    if (query.trim() === '' || check?.refused) return queryInput.current?.focus()
    setSaving(true)
    try {
      const given = { name: name.trim(), query: query.trim() }
      const saved = watch ? await rest.changeWatch(project.id, watch.id, given) : await rest.addWatch(project.id, given)
      go(hrefOf({ page: 'watch', project: project.id, watch: saved.id }, onlyRange(address.filters)))
    } catch (cause) {
      const problem = cause instanceof Problem ? cause : new Problem(-1, { detail: String(cause) })
      if (problem.status === 401) signedOut()
      setFailed(problem)
      setSaving(false)
      if (problem.body.position) queryInput.current?.focus()
    }
  }

  return (
    <main id="content" class="editor" tabIndex={-1}>
      <header class="head">
        <h1>{watch ? m.editor.change(watch.name) : m.editor.add}</h1>
      </header>
      <div class="editor-columns">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <div class="field">
            <label for="watch-name">{m.editor.name}</label>
            <input
              id="watch-name"
              ref={nameInput}
              value={name}
              maxLength={200}
              autocomplete="off"
              aria-invalid={missingName || failed?.status === 409}
              aria-describedby="watch-name-hint"
              onInput={(event) => {
                setName(event.currentTarget.value)
                setFailed(null)
              }}
            />
            {missingName ? <p class="wrong" id="watch-name-hint" role="alert">{m.editor.nameMissing}</p>
              : failed?.status === 409 ? <p class="wrong" id="watch-name-hint" role="alert">{m.editor.taken}</p>
              : <p class="hint" id="watch-name-hint">{m.editor.nameHint}</p>}
          </div>
          <div class="field">
            <span class="label" aria-hidden="true">{m.editor.query}</span>
            <QueryField
              m={m}
              value={query}
              change={(text) => {
                setQuery(text)
                setFailed(null)
              }}
              remark={remark}
              label={m.editor.query}
              describedBy="watch-query-state"
              inputRef={queryInput}
              rows={3}
              submit={() => void save()}
            />
            <div id="watch-query-state" class="query-state" role="status">
              {missingQuery ? <p class="wrong">{m.editor.queryMissing}</p>
                : query.trim() === '' ? null
                : check?.refused ? null
                : check?.valid ? (
                  <p class="good"><Icon name="check" /><span>{m.editor.valid}{' '}
                    {check.valid.normalForm && check.valid.normalForm !== query.trim() && <>{m.query.normal} <code class="query">{check.valid.normalForm}</code></>}
                  </span></p>
                )
                : checked.problem && !checked.stale ? <p class="wrong">{reasonOf(m, checked.problem)}</p>
                : <p class="hint">{m.editor.checking}</p>}
            </div>
          </div>
          {failed && failed.status !== 409 && !failed.body.position && (
            <p class="wrong" role="alert">{reasonOf(m, failed)} {failed.body.detail && <span lang="en">{failed.body.detail}</span>}</p>
          )}
          <div class="form-buttons">
            <button type="submit" class="button primary" disabled={saving || !may('write')}>{saving ? m.editor.saving : watch ? m.editor.save : m.editor.create}</button>
            <a class="button quiet" href={back}>{m.editor.cancel}</a>
            {watch && may('write') && <button type="button" class="button quiet danger" onClick={() => setRemoving(true)}>{m.editor.remove}</button>}
          </div>
          {watch && <p class="hint">{m.editor.since(f, watch.version, Date.parse(watch.changedAt))}</p>}
        </form>
        <div class="editor-side">
          <Preview query={check?.valid ? query.trim() : null} />
          <section aria-labelledby="query-help">
            <h2 id="query-help">{m.query.help}</h2>
            <dl class="query-help">
              {m.query.rows.map(([text, meaning]) => <div key={text}><dt><code class="query">{text}</code></dt><dd>{meaning}</dd></div>)}
            </dl>
          </section>
        </div>
      </div>
      {removing && watch && <Removal watch={watch} close={() => setRemoving(false)} />}
    </main>
  )
}

/** What the query would find among what was heard already, so that one sees before saving whether it fits. */
function Preview({ query }: { query: string | null }) {
  const { m, f, project } = useDesk()
  const found = useLoaded(
    query === null ? null : JSON.stringify([project.id, 'preview', query]),
    (signal) => rest.mentions(project.id, { span: null, q: query ?? '' }, 4, null, signal),
  )
  const page = query !== null && !found.problem ? found.data : null
  return (
    <section class={query !== null && found.stale ? 'preview stale' : 'preview'} aria-labelledby="preview-title">
      <h2 id="preview-title">{m.editor.preview}</h2>
      {!page && <p class="hint">{m.editor.previewEmpty}</p>}
      {page && (
        <>
          <p role="status"><b>{page.total === 0 ? m.editor.previewNone : m.editor.previewCount(f, page.total)}</b></p>
          <ul>{page.mentions.map((mention) => <li key={mention.id}><Example mention={mention} /></li>)}</ul>
          <p class="hint">{m.editor.previewWhy}</p>
        </>
      )}
    </section>
  )
}

function Example({ mention }: { mention: Mention }) {
  const { f } = useDesk()
  const text = mention.text ?? mention.title ?? ''
  const matches = (mention.matchPositions ?? []).filter((match) => match.field === (mention.text ? 'text' : 'title'))
  const part = excerpt(text, matches, 220)
  return (
    <>
      <p lang={mention.lang ?? undefined} dir="auto" class="text">
        {part.from > 0 && '… '}
        {stretches(text, matches, part.from, part.to).map((stretch, i) => (stretch.isMatch ? <mark key={i}>{stretch.text}</mark> : stretch.text))}
        {part.to < text.length && ' …'}
      </p>
      <p class="hint">{f.dayTime(Date.parse(mention.date))} · {mention.source}</p>
    </>
  )
}

function Removal({ watch, close }: { watch: Watch; close: () => void }) {
  const { m, project, address, signedOut } = useDesk()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const remove = async () => {
    setBusy(true)
    try {
      await rest.removeWatch(project.id, watch.id)
      go(hrefOf({ page: 'overview', project: project.id }, onlyRange(address.filters)))
    } catch (cause) {
      const reason = cause instanceof Problem ? cause : new Problem(-1, {})
      if (reason.status === 401) signedOut()
      setProblem(reason)
      setBusy(false)
    }
  }
  return (
    <Dialog label={m.editor.removeTitle(watch.name)} close={close}>
      <h2>{m.editor.removeTitle(watch.name)}</h2>
      <p>{m.editor.removeText}</p>
      {problem && <p class="wrong" role="alert">{reasonOf(m, problem)}</p>}
      <div class="form-buttons">
        <button type="button" class="button danger" disabled={busy} onClick={() => void remove()}>{busy ? m.editor.removing : m.editor.removeConfirm}</button>
        <button type="button" class="button" autofocus onClick={close}>{m.editor.cancel}</button>
      </div>
    </Dialog>
  )
}
