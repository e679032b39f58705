import { Link } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Money } from '../../ui/money.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

type Statement = StatementsReply['items'][number]
const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** What each provider is paid, month by month. */
export function StatementsScreen() {
  const text = useText()
  const areaName = useAreaName()
  const say = useMoneyText()
  const format = useFormat()
  const columns: Column<Statement>[] = [
    {
      title: text('contracts.provider'),
      cell: (one) => (
        <Link to={`/app/overseer/statements/${one.statementId}`}>
          <bdi>{one.providerName ?? text('provider-unknown')}</bdi>
        </Link>
      ),
    },
    { title: text('statements.month'), cell: (one) => format.month(month(one.month)) },
    { title: text('contracts.area'), cell: (one) => (one.areaCode === null ? '' : areaName(one.areaCode)) },
    {
      title: text('statements.state'),
      cell: (one) => <Status kind={kinds[one.state]} label={say(`state.${one.state}`)} />,
    },
    { title: text('statements.total'), kind: 'number', cell: (one) => <Money ore={one.totalOre} /> },
  ]
  return (
    <Screen title={text('statements.title')} lead={text('statements.lead')}>
      <List<Statement>
        path="/statements"
        empty={<EmptyState title={text('statements.empty')} words={text('statements.empty-words')} />}
      >
        {(items) => (
          <CardTable
            caption={text('statements.title')}
            rows={items}
            keyOf={(one) => one.statementId}
            columns={columns}
          />
        )}
      </List>
    </Screen>
  )
}
