import { month } from '../../../../src/kernel/day.ts'
import type { StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Signed } from './signed.tsx'
import { useText } from './texts.ts'

type KindChange = StatementReply['change']['byKind'][number]

/** The sum, and what has changed since the statement before. */
export function ChangePanel({ statement }: { statement: StatementReply }) {
  const text = useText()
  const say = useMoneyText()
  const { change } = statement
  const columns: Column<KindChange>[] = [
    { title: text('change.kind'), cell: (one) => say(`kind.${one.kind}`) },
    { title: text('change.now'), kind: 'number', cell: (one) => <Money ore={one.ore} /> },
    { title: text('change.before'), kind: 'number', cell: (one) => <Money ore={one.previousOre} /> },
    { title: text('change.difference'), kind: 'number', cell: (one) => <Signed ore={one.ore - one.previousOre} /> },
  ]
  return (
    <Panel title={text('change.title')}>
      <p className="k-figure">
        <Money ore={statement.totalOre} />
      </p>
      <p>
        <SinceBefore statement={statement} />
      </p>
      {change.byKind.length > 0 && (
        <CardTable caption={text('change.title')} rows={change.byKind} keyOf={(one) => one.kind} columns={columns} />
      )}
      <ul className="k-plain-list">
        <li>{text('change.new-cases', { n: change.newCases })}</li>
        <li>{text('change.ended-cases', { n: change.endedCases })}</li>
        {change.corrections.lines > 0 && (
          <li>
            {text('change.corrections', { n: change.corrections.lines })} <Signed ore={change.corrections.ore} />
          </li>
        )}
        {change.clawbacks.lines > 0 && (
          <li>
            {text('change.clawbacks', { n: change.clawbacks.lines })} <Signed ore={change.clawbacks.ore} />
          </li>
        )}
      </ul>
    </Panel>
  )
}

function SinceBefore({ statement }: { statement: StatementReply }) {
  const text = useText()
  const format = useFormat()
  const { previousMonth, previousTotalOre } = statement.change
  if (previousMonth === null || previousTotalOre === null) return text('change.first')
  const difference = statement.totalOre - previousTotalOre
  const before = format.month(month(previousMonth))
  if (difference === 0) return text('change.same', { month: before })
  const amount = format.kronor(Math.abs(difference))
  return text(difference > 0 ? 'change.more' : 'change.less', { amount, month: before })
}
