import type { Ref } from 'preact'
import { useId } from 'preact/hooks'
import type { Position, ProblemBody, Warning } from '../contract.ts'
import type { Messages } from '../language/de.ts'

/** What is wrong with a query, or worth saying about it, and the text it was said about. */
export interface Remark {
  readonly about: string
  readonly problem?: ProblemBody | null
  readonly warnings?: readonly Warning[]
}

/** A query with marks under what is wrong in it. Its text wraps, so nothing is ever scrolled out of sight. */
export function QueryField({ m, value, change, remark, label, describedBy, placeholder, submit, inputRef, rows = 1 }: {
  m: Messages
  value: string
  change: (value: string) => void
  remark: Remark | null
  label: string
  describedBy?: string
  placeholder?: string
  submit?: () => void
  inputRef?: Ref<HTMLTextAreaElement>
  rows?: number
}) {
  const id = useId()
  // A position said about an earlier text would mark the wrong words.
  const current = remark && remark.about === value ? remark : null
  const problem = current?.problem ?? null
  const warnings = current?.warnings ?? []
  const marks = problem?.position
    ? [{ position: problem.position, kind: 'wrong' }]
    : warnings.flatMap((warning) => (warning.position ? [{ position: warning.position, kind: 'warned' }] : []))
  return (
    <div class="query-field">
      <div class="query-stack">
        <div class="query-mirror" aria-hidden="true">
          {marked(value, marks)}
          {'\u200b'}
        </div>
        <textarea
          ref={inputRef ?? null}
          rows={rows}
          value={value}
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={[problem ? id : '', describedBy ?? ''].join(' ').trim() || undefined}
          placeholder={placeholder}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          maxLength={16384}
          onInput={(event) => change(event.currentTarget.value.replaceAll('\n', ' '))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            submit?.()
          }}
        />
      </div>
      {problem && (
        <div class="query-problem" id={id} role="status">
          <p class="wrong">
            {explain(m, problem)}
            {problem.position && <span class="where"> · {m.query.at(problem.position.offset + 1)}</span>}
          </p>
          {problem.expected && !known(m, problem.code) && <p lang="en">{m.query.expected(problem.expected)}</p>}
          {problem.suggestion && (
            <p class="suggestion">
              <code class="query">{problem.suggestion}</code>
              <button type="button" class="button small" onClick={() => change(problem.suggestion!)}>{m.query.suggestion}</button>
            </p>
          )}
        </div>
      )}
      {!problem && warnings.map((warning, i) => (
        <p key={i} class="query-warning" role="status">
          <b>{m.query.warning}</b> {known(m, warning.code) ?? <span lang="en">{warning.message}</span>}
        </p>
      ))}
    </div>
  )
}

function explain(m: Messages, problem: ProblemBody) {
  const said = known(m, problem.code)
  if (said) return said
  return problem.detail ? <span lang="en">{problem.detail}</span> : m.query.error
}

function known(m: Messages, code: string | undefined): string | undefined {
  return (m.query.codes as Readonly<Record<string, string>> | null)?.[code ?? '']
}

/** The text cut at the marks; a mark behind the end, or without length, still shows as one character. */
function marked(text: string, marks: readonly { position: Position; kind: string }[]) {
  const pieces = []
  let done = 0
  for (const { position, kind } of [...marks].sort((a, b) => a.position.offset - b.position.offset)) {
    const from = Math.max(done, Math.min(position.offset, text.length))
    const to = Math.max(from, Math.min(position.offset + Math.max(1, position.length), text.length))
    pieces.push(text.slice(done, from))
    pieces.push(<mark class={kind} key={from}>{text.slice(from, to) || '\u00a0'}</mark>)
    done = to
  }
  pieces.push(text.slice(done))
  return pieces
}
