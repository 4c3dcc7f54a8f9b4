// What is said when something did not work: what happened, whether data is safe, what to do.
import type { Problem } from '../rest.ts'
import type { Messages } from '../language/de.ts'

export function reasonOf(m: Messages, problem: Problem): string {
  switch (problem.status) {
    case 0:
      return m.failure.away
    case 403:
      return m.failure.forbidden
    case 404:
      return m.failure.gone
    case 429:
      return m.failure.tooMany
    case 502:
    case 503:
    case 504:
      return m.failure.service
    case 400:
    case 409:
    case 422:
      return m.failure.refused
    default:
      return m.failure.unexpected
  }
}

export function Trouble({ m, problem, retry }: { m: Messages; problem: Problem; retry: () => void }) {
  const passing = problem.status <= 0 || problem.status >= 500
  return (
    <div class="notice" role="alert">
      <h2>{reasonOf(m, problem)}</h2>
      {passing && <p>{m.failure.awayText}</p>}
      {!passing && problem.body.detail && <p lang="en">{problem.body.detail}</p>}
      <p><button type="button" class="button" onClick={retry}>{m.failure.retry}</button></p>
    </div>
  )
}
