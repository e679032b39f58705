import type { z } from 'zod'
import { day } from '../../../../src/kernel/day.ts'
import type { transfersReply } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ReturnPlan } from '../../ui/admission/return-plan.tsx'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'

type Transfer = z.output<typeof transfersReply>['items'][number]
const kinds = { prepared: 'waiting', approved: 'done', returned: 'stopped' } as const

/** Contracts that pass to another organisation, and the second person's approval. */
export function TransfersScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const areaName = useAreaName()
  const columns: Column<Transfer>[] = [
    { title: text('transfers.from'), cell: (one) => <bdi>{one.fromProvider}</bdi> },
    { title: text('transfers.to'), cell: (one) => <bdi>{one.toProvider}</bdi> },
    { title: text('rollout.area'), cell: (one) => areaName(one.areaCode) },
    { title: text('transfers.day'), cell: (one) => format.day(day(one.onDay)) },
    { title: text('transfers.participants'), kind: 'number', cell: (one) => one.participants },
    {
      title: text('column.state'),
      cell: (one) => <Status kind={kinds[one.state]} label={text(`transfers.${one.state}`)} />,
    },
    { title: text('transfers.act'), cell: (one) => (one.mayDecide ? <Approve transfer={one} /> : '–') },
  ]
  return (
    <Screen title={text('transfers.title')} lead={text('transfers.lead')}>
      <List<Transfer>
        path="/contract-transfers"
        empty={<EmptyState title={text('transfers.empty')} words={text('transfers.empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('transfers.title')} rows={items} keyOf={(one) => one.transferId} columns={columns} />
        )}
      </List>
    </Screen>
  )
}

function Approve({ transfer }: { transfer: Transfer }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { run, pending, problem } = useSend<null, unknown>({
    send: (_, written) => post(`/contract-transfers/${transfer.transferId}/decision`, { outcome: 'approved' }, written),
    changes: ['/contract-transfers', '/contracts'],
  })
  const approve = async () => {
    const answer = await run(null)
    if (answer.done) notice.tell({ what: text('transfers.done'), seenBy: text('contract.seen-by') })
    return answer.done
  }
  return (
    <div className="k-stack">
      <ConfirmButton
        effect={text('transfers.approve')}
        title={text('transfers.approve-title')}
        words={text('transfers.approve-words')}
        run={approve}
        pending={pending}
        problem={problem}
      />
      <ReturnPlan
        path={`/contract-transfers/${transfer.transferId}/decision`}
        changes={['/contract-transfers', '/tasks']}
        seenBy={text('contract.seen-by')}
      />
    </div>
  )
}
