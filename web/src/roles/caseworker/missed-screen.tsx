import { Link } from '@tanstack/react-router'
import type { MissedReply } from '../../../../src/modules/dialogue/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'

type Item = MissedReply['items'][number]

/** People who may lose their registration for a missing report, so that somebody reaches them first (programme 4.5). */
export function MissedScreen() {
  const text = useTalksText()
  const format = useFormat()
  const missed = useApi<MissedReply>('/missed-reports')
  const columns: Column<Item>[] = [
    {
      title: text('missed.person'),
      cell: (one) => (
        <Link to={`/app/caseworker/cases/${one.caseId}/dialogue`}>
          <bdi>{one.name}</bdi>
        </Link>
      ),
    },
    {
      title: text('missed.month'),
      cell: (one) => (
        <>
          {format.month(one.month)}
          <span className="k-quiet k-small k-block">{text('missed.before', { n: one.missedBefore })}</span>
        </>
      ),
    },
    { title: text('missed.due'), cell: (one) => format.day(one.dueOn) },
    { title: text('missed.reminded'), cell: (one) => format.day(one.remindedOn) },
    { title: text('missed.outreach'), cell: (one) => <Outreach item={one} /> },
  ]
  return (
    <Screen title={text('missed.title')} lead={text('missed.lead')}>
      {missed.data === undefined &&
        (missed.isError ? <ErrorState error={missed.error} onAgain={missed.refetch} /> : <Loading lines={6} />)}
      {missed.data?.items.length === 0 && (
        <EmptyState title={text('missed.empty')} words={text('missed.empty-words')} />
      )}
      {missed.data !== undefined && missed.data.items.length > 0 && (
        <CardTable
          caption={text('missed.title')}
          rows={missed.data.items}
          keyOf={(one) => `${one.caseId}-${one.month}`}
          columns={columns}
        />
      )}
    </Screen>
  )
}

function Outreach({ item }: { item: Item }) {
  const text = useTalksText()
  const format = useFormat()
  if (item.lastContactOn === null) return <Status kind="late" label={text('missed.none-tried')} />
  const day = format.day(item.lastContactOn)
  return item.reached ? (
    <Status kind="done" label={text('missed.reached', { day })} />
  ) : (
    <Status kind="waiting" label={text('missed.tried', { n: item.contacts, day })} />
  )
}
