import type { ApiProblem } from '../api/problem.ts'
import { useShellText } from '../language/shell-texts.ts'
import { useErrorText } from './states.tsx'

/** A refusal beside the button that met it: what, and what to do. Nothing typed is lost. */
export function ProblemNote({ problem }: { problem: ApiProblem | null }) {
  const text = useShellText()
  const say = useErrorText()
  if (problem === null) return null
  return (
    <div className="k-note k-note-bad" role="alert">
      <p>
        <strong>{text('form.refused')}.</strong> {say(problem)}
      </p>
      {problem.isUnsure && <p>{text('error.unsure')}</p>}
    </div>
  )
}
