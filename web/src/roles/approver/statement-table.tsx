import { Link } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { useText } from './texts.ts'

type Statement = StatementsReply['items'][number]
const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** Statements in rows: whose, for which month, how much, and how many eyes are still needed. */
export function StatementTable({ statements, caption }: { statements: readonly Statement[]; caption: string }) {
  const text = useText()
  const areaName = useAreaName()
  const say = useMoneyText()
  const format = useFormat()
  const box = useRowKeys()
  const state = (one: Statement) =>
    one.state === 'waiting'
      ? text('statement.eyes', { n: one.approvals, needed: one.neededApprovers })
      : say(`state.${one.state}`)
  const columns: Column<Statement>[] = [
    {
      title: text('column.provider'),
      cell: (one) => (
        <Link to={`/app/approver/statements/${one.statementId}`}>
          <bdi>{one.providerName ?? text('provider-unknown')}</bdi>
        </Link>
      ),
    },
    { title: text('column.month'), cell: (one) => format.month(month(one.month)) },
    { title: text('column.area'), cell: (one) => (one.areaCode === null ? '' : areaName(one.areaCode)) },
    { title: text('column.state'), cell: (one) => <Status kind={kinds[one.state]} label={state(one)} /> },
    { title: text('column.lines'), kind: 'number', cell: (one) => format.number(one.lines) },
    { title: text('column.total'), kind: 'number', cell: (one) => <Money ore={one.totalOre} /> },
  ]
  return (
    <div ref={box}>
      <CardTable caption={caption} rows={statements} keyOf={(one) => one.statementId} columns={columns} />
    </div>
  )
}
