import { day } from '../../../../src/kernel/day.ts'
import type { PaymentRightsReply } from '../../../../src/modules/compensation/contract/rights.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Money } from '../../ui/money.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { GiveRight } from './give-right.tsx'
import { useText } from './texts.ts'

type Right = PaymentRightsReply['rights'][number]

/** Who may approve payments, for which office and how much; given and ended here, never to oneself. */
export function RightsScreen() {
  const text = useText()
  const { data, error, refetch } = useApi<PaymentRightsReply>('/payment-rights')
  return (
    <Screen title={text('rights.title')} lead={text('rights.lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          {data.rights.length === 0 ? (
            <EmptyState title={text('rights.empty')} words={text('rights.empty-words')} />
          ) : (
            <Rights rights={data.rights} />
          )}
          <Panel title={text('rights.give')}>
            <GiveRight known={data} />
          </Panel>
        </>
      )}
    </Screen>
  )
}

function Rights({ rights }: { rights: readonly Right[] }) {
  const text = useText()
  const format = useFormat()
  const columns: Column<Right>[] = [
    { title: text('rights.who'), cell: (one) => <bdi>{one.name}</bdi> },
    { title: text('rights.office'), cell: (one) => one.officeName ?? text('rights.whole') },
    { title: text('rights.limit'), kind: 'number', cell: (one) => <Money ore={one.limitOre} /> },
    {
      title: text('rights.days'),
      cell: (one) => format.days(day(one.from), one.lastDay === null ? null : day(one.lastDay)),
    },
    {
      title: text('rights.state'),
      cell: (one) => (
        <Status kind={one.holds ? 'done' : 'stopped'} label={text(one.holds ? 'rights.holds' : 'rights.not-now')} />
      ),
    },
    { title: text('rights.given-by'), cell: (one) => one.givenByName ?? text('rights.by-house') },
    { title: text('rights.end'), cell: (one) => (one.holds ? <EndRight right={one} /> : '–') },
  ]
  return <CardTable caption={text('rights.title')} rows={rights} keyOf={(one) => one.rightId} columns={columns} />
}

/** Ends a right with today as its last day. */
function EndRight({ right }: { right: Right }) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const sending = useSend<null, unknown>({
    send: (_, written) => post(`/payment-rights/${right.rightId}/end`, { lastDay: today }, written),
    changes: ['/payment-rights'],
  })
  const end = async () => {
    const answer = await sending.run(null)
    if (answer.done)
      notice.tell({ what: text('rights.ended', { name: right.name ?? '' }), seenBy: text('rights.seen-by') })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('rights.end-effect')}
      title={text('rights.end-title', { name: right.name ?? '' })}
      words={text('rights.end-words', { name: right.name ?? '' })}
      run={end}
      pending={sending.pending}
      problem={sending.problem}
      variant="secondary"
    />
  )
}
