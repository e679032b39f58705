import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

type Task = { id: string; kind: string; caseId: string | null; person: string | null; dueOn: Day; subjectId: string }

const shown = 5

/** What waits for the reader or the organisation, besides the clocks: the nearest last days first. */
export function WaitingTasks() {
  const text = useText()
  const say = useTaskText()
  const format = useFormat()
  const { data, error, refetch } = useApiPage<Task>('/tasks', { limit: 100 })
  if (data === undefined) return error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />
  if (data.total === 0) return null
  const words = (task: Task) => {
    const key = `task.${task.kind}`
    return say.knows(key) ? say(key) : say('task.other')
  }
  const row = (task: Task) => (
    <li key={task.id}>
      {task.caseId === null ? words(task) : <Link to={addressOf(task, task.caseId)}>{words(task)}</Link>}
      {task.person !== null && (
        <>
          {' · '}
          <bdi>{task.person}</bdi>
        </>
      )}{' '}
      <span className="k-quiet">{text('tasks.by', { day: format.dayShort(task.dueOn) })}</span>
    </li>
  )
  return (
    <Panel title={text('tasks.title', { n: data.total })}>
      <ul className="k-plain-list k-rows">{data.items.slice(0, shown).map(row)}</ul>
      {data.items.length > shown && (
        <details className="k-why">
          <summary>{text('tasks.more', { n: data.total - shown })}</summary>
          <ul className="k-why-body k-plain-list k-rows">{data.items.slice(shown).map(row)}</ul>
        </details>
      )}
    </Panel>
  )
}

const acts: Readonly<Record<string, string>> = {
  'delivery.redo-plan': 'plan',
  'delivery.give-final-report': 'final-report',
}

function addressOf(task: Task, caseId: string): string {
  if (task.kind === 'delivery.sign-report') return screens.reports
  const act = acts[task.kind]
  return act === undefined ? screens.participant(caseId) : screens.act(caseId, act)
}
