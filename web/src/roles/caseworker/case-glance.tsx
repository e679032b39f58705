import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useCase } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CaseHead, CaseSteps, CaseStrip } from '../../ui/case-page.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { taskWords, whyWords } from '../../ui/task-words.ts'
import { Acts } from './acts.tsx'
import { type Task, tabOf } from './queue.ts'
import { useText } from './texts.ts'

/** The case beside the queue: what waits, the strip, what can be done. Escape closes it. */
export function CaseGlance({ task, onClose }: { task: Task; onClose: () => void }) {
  const text = useText()
  const say = useTaskText()
  const format = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const caseId = task.caseId ?? ''
  return (
    <aside
      className="k-panel k-stack k-glance"
      aria-label={text('glance.label')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="k-row k-row-apart">
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{task.person}</bdi>
        </h2>
        <button className="k-plain-button" type="button" onClick={onClose}>
          {text('glance.close')}
        </button>
      </div>
      <p>
        <strong>{taskWords(task.kind, say)}.</strong> {whyWords(task.why, say, format)}.
      </p>
      <p>
        <Link className="k-button-link" to={`/app/caseworker/cases/${caseId}${tabOf(task.kind)}` as never}>
          {text('glance.open')}
        </Link>
      </p>
      <Glance caseId={caseId} />
    </aside>
  )
}

function Glance({ caseId }: { caseId: string }) {
  const words = useStepText()
  const { today } = useSignedIn()
  const { data, error, refetch } = useCase(caseId)
  if (data === undefined) return error ? <ErrorState error={error} onAgain={refetch} /> : <Loading />
  return (
    <>
      <CaseHead answer={data} />
      <CaseStrip answer={data} today={today} />
      <h3>{words('case.actions')}</h3>
      <Acts caseId={caseId} />
      <h3>{words('case.steps')}</h3>
      <CaseSteps steps={data.steps.slice(-4)} today={today} />
    </>
  )
}
