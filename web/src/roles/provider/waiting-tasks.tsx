import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

type Task = { id: string; kind: string; caseId: string | null; person: string | null; dueOn: Day }

const signing = 'delivery.sign-report'
const handOver = 'delivery.hand-over'
const shown = 5

/** What waits for the reader or the organisation, besides the clocks: the nearest last days first, reports to sign as one. */
export function WaitingTasks() {
  const text = useText()
  const { data, error, refetch } = useApiPage<Task>('/tasks', { limit: 100 })
  if (data === undefined) return error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />
  if (data.total === 0) return null
  const toSign = data.items.filter((task) => task.kind === signing)
  const others = data.items.filter((task) => task.kind !== signing)
  return (
    <Panel title={text('tasks.title', { n: data.total })}>
      <ul className="k-plain-list k-rows">
        {toSign[0] !== undefined && <SignRow n={toSign.length} dueOn={toSign[0].dueOn} />}
        {others.slice(0, shown).map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {others.length > shown && (
        <details className="k-why">
          <summary>{text('tasks.more', { n: others.length - shown })}</summary>
          <ul className="k-why-body k-plain-list k-rows">
            {others.slice(shown).map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function SignRow({ n, dueOn }: { n: number; dueOn: Day }) {
  const text = useText()
  const format = useFormat()
  return (
    <li>
      <Link to={screens.reports}>{text('tasks.sign', { n })}</Link>{' '}
      <span className="k-quiet">{text('tasks.by', { day: format.dayShort(dueOn) })}</span>
    </li>
  )
}

function TaskRow({ task }: { task: Task }) {
  const text = useText()
  const say = useTaskText()
  const format = useFormat()
  const key = `task.${task.kind}`
  const words = say.knows(key) ? say(key) : say('task.other')
  // Who can no longer be read has no page to open, but for what may still be done.
  const opens = task.person !== null || staysOpen.includes(task.kind)
  const ofCase = task.caseId === null || !opens ? null : addressOf(task, task.caseId)
  const address = task.kind === handOver ? screens.moveCaseload : ofCase
  return (
    <li>
      {address === null ? words : <Link to={address}>{words}</Link>}
      {' · '}
      {task.kind !== handOver && <Whose person={task.person} />}
      <span className="k-quiet">{text('tasks.by', { day: format.dayShort(task.dueOn) })}</span>
    </li>
  )
}

function Whose({ person }: { person: string | null }) {
  const text = useText()
  return <>{person === null ? <span className="k-quiet">{text('tasks.hidden')}</span> : <bdi>{person}</bdi>} </>
}

const acts: Readonly<Record<string, string>> = {
  'delivery.redo-plan': 'plan',
  'delivery.give-final-report': 'final-report',
  'delivery.give-view': 'inform',
}

const staysOpen: readonly string[] = ['delivery.give-final-report']

function addressOf(task: Task, caseId: string): string {
  const act = acts[task.kind]
  return act === undefined ? screens.participant(caseId) : screens.act(caseId, act)
}
