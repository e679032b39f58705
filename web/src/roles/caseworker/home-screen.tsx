import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { taskWords, whyWords } from '../../ui/task-words.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { CaseGlance } from './case-glance.tsx'
import { DoneToday } from './done-today.tsx'
import { KindFilter } from './kind-filter.tsx'
import { byDeadline, groupsInOrder, narrowed, type Task, type TaskPage, tabOf } from './queue.ts'
import { useText } from './texts.ts'
import { useIsWide } from './use-is-wide.ts'

/** "Min kö": one list over everything that waits, by deadline; the case opens beside it. */
export function HomeScreen() {
  const text = useText()
  const [open, setOpen] = useState<Task | null>(null)
  const wide = useIsWide()
  const [kind, setKind] = useState(narrowed.kind)
  const choose = (next: string) => {
    narrowed.kind = next
    setOpen(null)
    setKind(next)
  }
  return (
    <Screen title={text('home.title')} lead={text('home.lead')} action={<NewCase />}>
      <KindFilter kind={kind} onKind={choose} />
      <div className={open !== null && wide ? 'k-beside' : undefined}>
        <List<Task>
          path="/tasks"
          query={kind === '' ? {} : { kind }}
          search={text('home.search')}
          empty={<EmptyState title={text('home.empty')} words={text('home.empty-words')} action={<AllCases />} />}
        >
          {(tasks, page) => (
            <>
              <Queue tasks={tasks} open={open} onOpen={wide ? setOpen : null} />
              <DoneToday count={(page as unknown as TaskPage).doneToday} />
            </>
          )}
        </List>
        {open !== null && wide && <CaseGlance key={open.id} task={open} onClose={() => setOpen(null)} />}
      </div>
    </Screen>
  )
}

function NewCase() {
  const text = useText()
  return (
    <Link className="k-button-link" to={'/app/caseworker/register' as never}>
      {text('nav.register')}
    </Link>
  )
}

function AllCases() {
  const text = useText()
  return <Link to={'/app/caseworker/cases' as never}>{text('home.to-cases')}</Link>
}

type QueueProps = { tasks: readonly Task[]; open: Task | null; onOpen: ((task: Task) => void) | null }

function Queue({ tasks, open, onOpen }: QueueProps) {
  const text = useText()
  const { today } = useSignedIn()
  const box = useRowKeys()
  const columns = useColumns(open, onOpen)
  const groups = byDeadline(tasks, today)
  return (
    <div className="k-stack k-queue" ref={box}>
      <p className="k-quiet k-small k-no-print">{text('home.keys')}</p>
      {groupsInOrder.map((name) => {
        const rows = groups.get(name)
        if (rows === undefined) return null
        return (
          <section className="k-stack" key={name} aria-label={text(`home.group.${name}`)}>
            <h2>{text(`home.group.${name}`)}</h2>
            <CardTable caption={text(`home.group.${name}`)} rows={rows} keyOf={(task) => task.id} columns={columns} />
          </section>
        )
      })}
    </div>
  )
}

function useColumns(open: Task | null, onOpen: ((task: Task) => void) | null): readonly Column<Task>[] {
  const text = useText()
  const say = useTaskText()
  const format = useFormat()
  const { today } = useSignedIn()
  return [
    { title: text('home.column.person'), cell: (task) => <Person task={task} open={open} onOpen={onOpen} /> },
    { title: text('home.column.what'), cell: (task) => taskWords(task.kind, say) },
    {
      title: text('home.column.why'),
      cell: (task) => (
        <>
          {whyWords(task.why, say, format)}
          {!task.mine && <span className="k-quiet k-small k-block">{text('home.for-office')}</span>}
        </>
      ),
    },
    {
      title: text('home.column.due'),
      cell: (task) =>
        task.dueOn < today ? <Status kind="late" label={dueDay(task, today, format)} /> : dueDay(task, today, format),
    },
  ]
}

/** The year is said only when it is another one. */
const dueDay = ({ dueOn }: Task, today: Day, format: ReturnType<typeof useFormat>): string =>
  dueOn.slice(0, 4) === today.slice(0, 4) ? format.dayShort(dueOn) : format.day(dueOn)

type PersonProps = { task: Task; open: Task | null; onOpen: ((task: Task) => void) | null }

/** On a wide screen the case opens beside the queue, on a narrow one it is a page of its own. */
function Person({ task, open, onOpen }: PersonProps) {
  const text = useText()
  const name = <bdi>{task.person ?? text('home.no-person')}</bdi>
  if (task.caseId === null) return name
  if (onOpen === null) {
    return <Link to={`/app/caseworker/cases/${task.caseId}${tabOf(task.kind)}` as never}>{name}</Link>
  }
  return (
    <button className="k-link-button" type="button" aria-expanded={open?.id === task.id} onClick={() => onOpen(task)}>
      {name}
    </button>
  )
}
