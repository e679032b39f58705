import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useApi } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Exports } from '../../ui/exports.tsx'
import { Approvals, MoneyLines } from '../../ui/money-lines.tsx'
import { Paging } from '../../ui/paging.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { caseAddress } from './addresses.ts'
import { ApprovePanel } from './approve-panel.tsx'
import { ChangePanel } from './change-panel.tsx'
import { OutlierPanel, QuestionPanel } from './review-panels.tsx'
import { useText } from './texts.ts'

const limit = 100
const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** One statement: what changed first, then what stands out, then the rest; approved or sent back beside it. */
export function StatementScreen() {
  const text = useText()
  const areaName = useAreaName()
  const format = useFormat()
  const { statementId = '' } = useParams({ strict: false })
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<StatementReply>(`/statements/${statementId}`, { page, limit })
  if (data === undefined)
    return (
      <Screen title={text('statement.any')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  const title = text('statement.title', {
    provider: data.providerName ?? text('provider-unknown'),
    month: format.month(month(data.month)),
  })
  return (
    <Screen
      title={title}
      lead={data.areaCode === null ? undefined : text('statement.area', { area: areaName(data.areaCode) })}
    >
      <div className="k-beside">
        <div className="k-stack">
          <ChangePanel statement={data} />
          <OutlierPanel outliers={data.outliers} />
          <QuestionPanel questions={data.questions} />
        </div>
        <div className="k-stack">
          <Standing statement={data} />
          <ApprovePanel statement={data} />
        </div>
      </div>
      <Lines statement={data}>
        <Paging page={page} pages={Math.ceil(data.lineItems.total / limit)} onPage={setPage} />
      </Lines>
      <Exports path={`/statements/${statementId}`} />
    </Screen>
  )
}

function Standing({ statement }: { statement: StatementReply }) {
  const text = useText()
  const say = useMoneyText()
  const format = useFormat()
  return (
    <Panel title={say('approvals')}>
      <Status kind={kinds[statement.state]} label={say(`state.${statement.state}`)} />
      {statement.state !== 'returned' && (
        <Approvals approvedBy={statement.approvedBy} needed={statement.neededApprovers} />
      )}
      {statement.returned !== null && (
        <p className="k-note k-note-care">
          {text(`code.${statement.returned.code}`)}.{' '}
          {text('statement.returned', { name: statement.returned.name ?? '' })} <bdi>{statement.returned.reason}</bdi>
        </p>
      )}
      {statement.returnedBefore !== null && (
        <p className="k-note">
          {text('returned.before', {
            code: text(`code.${statement.returnedBefore.code}`),
            name: statement.returnedBefore.name ?? '',
          })}{' '}
          <bdi>{statement.returnedBefore.reason}</bdi>
        </p>
      )}
      <p className="k-quiet k-small">
        {statement.madeByJob
          ? text('statement.made-by-job', { day: format.day(statement.madeOn as never) })
          : text('statement.made-by', {
              name: statement.madeByName ?? '',
              day: format.day(statement.madeOn as never),
            })}
      </p>
    </Panel>
  )
}

/** Every line, corrections and the largest first, folded below what is to be looked at. */
function Lines({ statement, children }: { statement: StatementReply; children: ReactNode }) {
  const text = useText()
  const format = useFormat()
  const { items, total } = statement.lineItems
  return (
    <>
      {statement.hidden.lines > 0 && (
        <p className="k-note">
          {text('statement.hidden', { n: statement.hidden.lines, amount: format.kronor(statement.hidden.ore) })}
        </p>
      )}
      {items.length > 0 && (
        <details className="k-why">
          <summary>{text('lines.all', { n: total })}</summary>
          <MoneyLines lines={items} caseAddress={caseAddress} />
          {children}
        </details>
      )}
    </>
  )
}
