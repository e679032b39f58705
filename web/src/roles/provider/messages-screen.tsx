import { Link } from '@tanstack/react-router'
import type { InboxReply } from '../../../../src/modules/dialogue/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'

type Item = InboxReply['items'][number]

/** Talks with participants, those that wait first: an adviser's own, a coordinator's all. */
export function MessagesScreen() {
  const text = useTalksText()
  const format = useFormat()
  const inbox = useApi<InboxReply>('/messages')
  const columns: Column<Item>[] = [
    {
      title: text('inbox.participant'),
      cell: (one) => (
        <Link to={`/app/provider/participants/${one.caseId}/messages`}>
          <bdi>{one.name}</bdi>
        </Link>
      ),
    },
    { title: text('inbox.state'), cell: (one) => <State item={one} /> },
    { title: text('inbox.last'), cell: (one) => format.instant(one.lastAt) },
    {
      title: text('inbox.adviser'),
      cell: (one) => (one.adviserName === null ? text('inbox.no-adviser') : <bdi>{one.adviserName}</bdi>),
    },
  ]
  return (
    <Screen title={text('inbox.title')} lead={text('inbox.lead')}>
      {inbox.data === undefined &&
        (inbox.isError ? <ErrorState error={inbox.error} onAgain={inbox.refetch} /> : <Loading lines={6} />)}
      {inbox.data?.items.length === 0 && <EmptyState title={text('inbox.empty')} words={text('inbox.empty-words')} />}
      {inbox.data !== undefined && inbox.data.items.length > 0 && (
        <CardTable
          caption={text('inbox.title')}
          rows={inbox.data.items}
          keyOf={(one) => `${one.caseId}-${one.lastAt}`}
          columns={columns}
        />
      )}
    </Screen>
  )
}

function State({ item }: { item: Item }) {
  const text = useTalksText()
  if (item.unread > 0) return <Status kind="waiting" label={text('inbox.unread', { n: item.unread })} />
  if (!item.open) return <Status kind="stopped" label={text('inbox.closed')} />
  return <Status kind="done" label={text(item.lastFrom === 'provider' ? 'inbox.answered' : 'inbox.read')} />
}
