import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useApi } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Exports } from '../../ui/exports.tsx'
import { Money } from '../../ui/money.tsx'
import { Approvals, MoneyLines } from '../../ui/money-lines.tsx'
import { Paging } from '../../ui/paging.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const
const limit = 20

/** One month's statement: the sum, what it waits for, and every line opening to its arithmetic. */
export function StatementScreen() {
  const text = useText()
  const areaName = useAreaName()
  const { statementId = '' } = useParams({ strict: false })
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<StatementReply>(`/statements/${statementId}`, { page, limit })
  const format = useFormat()
  if (data === undefined)
    return (
      <Screen title={text('money.statements')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  const { lineItems } = data
  return (
    <Screen
      title={text('statement.title', { month: format.month(month(data.month)) })}
      lead={data.areaCode === null ? undefined : text('money.area', { area: areaName(data.areaCode) })}
      action={<Link to="/app/provider/money">{text('statement.back')}</Link>}
    >
      <Head statement={data} />
      <h2>{text('statement.lines')}</h2>
      {data.hidden.lines > 0 && (
        <p className="k-note">
          {text('statement.hidden', { n: data.hidden.lines, amount: format.kronor(data.hidden.ore) })}
        </p>
      )}
      <MoneyLines lines={lineItems.items} caseAddress={screens.participant} />
      <Paging page={page} pages={Math.ceil(lineItems.total / limit)} onPage={setPage} />
      <Exports path={`/statements/${statementId}`} />
    </Screen>
  )
}

function Head({ statement }: { statement: StatementReply }) {
  const text = useText()
  const say = useMoneyText()
  return (
    <Panel>
      <p className="k-h1">
        <Money ore={statement.totalOre} />
      </p>
      <Status kind={kinds[statement.state]} label={say(`state.${statement.state}`)} />
      {statement.state === 'waiting' && <p>{text('statement.unblock')}</p>}
      {statement.returned !== null && (
        <p className="k-note k-note-care">
          {text('statement.returned')} <bdi>{statement.returned.reason}</bdi>
        </p>
      )}
      {statement.state !== 'returned' && (
        <Approvals approvedBy={statement.approvedBy} needed={statement.neededApprovers} />
      )}
      {statement.change.corrections.lines > 0 && (
        <p>{text('statement.corrections', { n: statement.change.corrections.lines })}</p>
      )}
    </Panel>
  )
}
