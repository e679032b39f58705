import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Money } from '../../ui/money.tsx'
import { Approvals, MoneyLines } from '../../ui/money-lines.tsx'
import { Paging } from '../../ui/paging.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

const limit = 20
const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** One statement, read only: the sum, who approved, and every line opening to its arithmetic. */
export function StatementScreen() {
  const text = useText()
  const say = useMoneyText()
  const format = useFormat()
  const { statementId = '' } = useParams({ strict: false })
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<StatementReply>(`/statements/${statementId}`, { page, limit })
  if (data === undefined)
    return (
      <Screen title={text('statements.title')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  return (
    <Screen
      title={`${data.providerName ?? text('provider-unknown')}, ${format.month(month(data.month))}`}
      action={<Link to="/app/overseer/statements">{text('statements.back')}</Link>}
    >
      <Panel>
        <p className="k-figure">
          <Money ore={data.totalOre} />
        </p>
        <Status kind={kinds[data.state]} label={say(`state.${data.state}`)} />
        {data.returned !== null && (
          <p className="k-note k-note-care">
            <bdi>{data.returned.reason}</bdi>
          </p>
        )}
        {data.state !== 'returned' && <Approvals approvedBy={data.approvedBy} needed={data.neededApprovers} />}
      </Panel>
      <MoneyLines lines={data.lineItems.items} />
      <Paging page={page} pages={Math.ceil(data.lineItems.total / limit)} onPage={setPage} />
    </Screen>
  )
}
