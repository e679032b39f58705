import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { ApplicationListed } from '../../../../src/modules/admission/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'

const kinds = { draft: 'coming', sent: 'waiting', decided: 'done', withdrawn: 'stopped' } as const

/** Applications to judge and decide, the earliest due first, with how long each has been handled. */
export function ApplicationsScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const { today } = useSignedIn()
  const isLate = (one: ApplicationListed) => one.state === 'sent' && one.dueOn !== null && one.dueOn < today
  const columns: Column<ApplicationListed>[] = [
    {
      title: text('column.organisation'),
      cell: (one) => (
        <Link to={`/app/overseer/applications/${one.applicationId}`}>
          <bdi>{one.organisationName}</bdi>
        </Link>
      ),
    },
    {
      title: text('column.state'),
      cell: (one) => {
        if (isLate(one)) return <Status kind="late" label={text('state.late')} />
        return <Status kind={kinds[one.state]} label={text(`state.${one.state}`)} />
      },
    },
    { title: text('column.due'), cell: (one) => (one.dueOn === null ? '' : format.day(day(one.dueOn))) },
    { title: text('column.days'), kind: 'number', cell: (one) => one.handlingDays ?? '' },
    {
      title: text('column.left'),
      cell: (one) => (
        <>
          {one.state === 'sent' ? one.left : '–'}
          {one.state === 'sent' && (one.disagreed ?? 0) > 0 && (
            <span className="k-block k-small">{text('queue.disagreed', { n: one.disagreed ?? 0 })}</span>
          )}
        </>
      ),
    },
    { title: text('column.areas'), kind: 'number', cell: (one) => one.areas },
  ]
  return (
    <Screen title={text('queue.title')} lead={text('queue.lead')}>
      <List<ApplicationListed>
        path="/applications"
        empty={<EmptyState title={text('queue.empty')} words={text('queue.empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('queue.title')} rows={items} keyOf={(one) => one.applicationId} columns={columns} />
        )}
      </List>
    </Screen>
  )
}
