import { useApi } from '../../api/use-api.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { taskWords } from '../../ui/task-words.ts'
import { useDeskText } from './desk-texts.ts'
import type { TaskPage } from './queue.ts'

/** Narrows the queue to one kind of work, with how much there is of each. */
export function KindFilter({ kind, onKind }: { kind: string; onKind: (kind: string) => void }) {
  const text = useDeskText()
  const say = useTaskText()
  const { data } = useApi<TaskPage>('/tasks', { limit: 1 })
  const kinds = data?.kinds ?? []
  const all = kinds.reduce((sum, one) => sum + one.count, 0)
  // One that is finished stays in the list while it is chosen, so that the choice is not changed unseen.
  const shown = kind === '' || kinds.some((one) => one.kind === kind) ? kinds : [...kinds, { kind, count: 0 }]
  if (shown.length < 2 && kind === '') return null
  const named = shown.map((one) => ({ ...one, what: taskWords(one.kind, say) }))
  return (
    <div className="k-filter k-filter-one">
      <label>
        {text('queue.kind')}
        <select value={kind} onChange={(event) => onKind(event.target.value)}>
          <option value="">{text('queue.all', { n: all })}</option>
          {named
            .sort((one, other) => one.what.localeCompare(other.what))
            .map((one) => (
              <option key={one.kind} value={one.kind}>
                {text('queue.kind-of', { what: one.what, n: one.count })}
              </option>
            ))}
        </select>
      </label>
    </div>
  )
}
