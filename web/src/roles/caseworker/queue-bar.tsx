import { Link } from '@tanstack/react-router'
import { useApi } from '../../api/use-api.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { taskWords } from '../../ui/task-words.ts'
import { useDeskText } from './desk-texts.ts'
import { aroundCase, narrowed, type Task, type TaskPage, tabOf } from './queue.ts'

const looksAhead = 100
const shownAtOnce = 2

/** What in the queue stands on this case, and the way to the next: after one thing is finished comes another. */
export function QueueBar({ caseId }: { caseId: string }) {
  const text = useDeskText()
  const say = useTaskText()
  const { kind } = narrowed
  const { data } = useApi<TaskPage>('/tasks', { limit: looksAhead, ...(kind === '' ? {} : { kind }) })
  if (data === undefined) return null
  const { here, next } = aroundCase(data.items, caseId)
  return (
    <aside className="k-queue-bar k-row k-row-apart k-no-print" aria-label={text('queue.bar')} data-waits={here.length}>
      <div>
        {here.length === 0 && <p className="k-quiet">{text('queue.nothing-here')}</p>}
        {here.slice(0, shownAtOnce).map((task) => (
          <Here key={task.id} task={task} />
        ))}
        {here.length > shownAtOnce && (
          <details className="k-why">
            <summary>{text('queue.more', { n: here.length - shownAtOnce })}</summary>
            <div className="k-why-body">
              {here.slice(shownAtOnce).map((task) => (
                <Here key={task.id} task={task} />
              ))}
            </div>
          </details>
        )}
      </div>
      {next === null ? (
        <Link to={'/app/caseworker' as never}>{text('queue.next-none')}</Link>
      ) : (
        <Link to={pageOf(next) as never}>
          {text('queue.next', { what: taskWords(next.kind, say), name: next.person ?? '' })}
        </Link>
      )}
    </aside>
  )
}

function Here({ task }: { task: Task }) {
  const text = useDeskText()
  const say = useTaskText()
  const format = useFormat()
  return (
    <p>
      <Link to={pageOf(task) as never}>
        {text('queue.here', { what: taskWords(task.kind, say), day: format.day(task.dueOn) })}
      </Link>
    </p>
  )
}

const pageOf = (task: Task) => `/app/caseworker/cases/${task.caseId}${tabOf(task.kind)}`
