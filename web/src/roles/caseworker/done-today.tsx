import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Page } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { taskWords } from '../../ui/task-words.ts'
import { type Task, tabOf } from './queue.ts'
import { useText } from './texts.ts'

/** What is done folds away: the queue is what is left. */
export function DoneToday({ count }: { count: number }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const words = text('home.done-today', { n: count })
  if (count === 0) return <p className="k-quiet">{words}</p>
  return (
    <details className="k-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words}</summary>
      <div className="k-why-body">{open && <DoneTasks />}</div>
    </details>
  )
}

function DoneTasks() {
  const text = useText()
  const say = useTaskText()
  const { data, error, refetch } = useApi<Page<Task>>('/tasks', { done: 'today', limit: 100 })
  if (data === undefined) return error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={3} />
  return (
    <ul className="k-plain-list">
      {data.items.map((task) => (
        <li key={task.id}>
          <Status kind="done" label={taskWords(task.kind, say)} />{' '}
          {task.caseId === null ? (
            task.person
          ) : (
            <Link to={`/app/caseworker/cases/${task.caseId}${tabOf(task.kind)}` as never}>
              <bdi>{task.person ?? text('home.no-person')}</bdi>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
