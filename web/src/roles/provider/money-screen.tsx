import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { ProviderMoneyReply } from '../../../../src/modules/compensation/contract/provider-money.ts'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useApi } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Exports } from '../../ui/exports.tsx'
import { List } from '../../ui/list.tsx'
import { Money } from '../../ui/money.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { ForeseenLines } from './foreseen-lines.tsx'
import { MoneySums } from './money-sums.tsx'
import { paths } from './paths.ts'
import { useText } from './texts.ts'

type Statement = StatementsReply['items'][number]
const limit = 20

/** What is coming, what is held up and what unblocks it, what will be taken back, and what has been paid. */
export function MoneyScreen() {
  const text = useText()
  return (
    <Screen title={text('money.title')} lead={text('money.lead')}>
      <Foreseen />
      <h2>{text('money.statements')}</h2>
      <Statements />
      <Exports path={paths.statements} />
    </Screen>
  )
}

const states = ['', 'clawback', 'blocked', 'ready', 'expected'] as const

function Foreseen() {
  const text = useText()
  const format = useFormat()
  const [state, setState] = useState<(typeof states)[number]>('')
  const [page, setPage] = useState(1)
  const query = { page, limit, ...(state === '' ? {} : { state }) }
  const { data, error, refetch } = useApi<ProviderMoneyReply>(paths.money, query)
  const [before, setBefore] = useState<ProviderMoneyReply | undefined>()
  if (data !== undefined && data !== before) setBefore(data)
  const shown = data ?? before
  if (shown === undefined)
    return error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />
  return (
    <>
      <MoneySums money={shown} />
      <h2>{text('money.lines-title', { month: format.month(month(shown.month)) })}</h2>
      <p className="k-quiet">{text('money.estimate')}</p>
      <div className="k-row">
        {states.map((one) => (
          <button
            key={one}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={one === state}
            onClick={() => {
              setState(one)
              setPage(1)
            }}
          >
            {one === ''
              ? text('money.every')
              : `${text(`money.state-${one}`)} (${format.number(shown.sums[one].lines)})`}
          </button>
        ))}
      </div>
      <ForeseenLines money={shown} page={page} onPage={setPage} />
      <Exports path={paths.money} />
    </>
  )
}

const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

function Statements() {
  const text = useText()
  const areaName = useAreaName()
  const say = useMoneyText()
  const format = useFormat()
  const columns: Column<Statement>[] = [
    {
      title: text('money.month'),
      cell: (statement) => (
        <Link to={`/app/provider/money/${statement.statementId}`}>
          {format.month(month(statement.month))}
          {statement.areaCode !== null && ` · ${text('money.area', { area: areaName(statement.areaCode) })}`}
        </Link>
      ),
    },
    {
      title: text('money.state'),
      cell: (statement) => <Status kind={kinds[statement.state]} label={say(`state.${statement.state}`)} />,
    },
    { title: text('money.lines'), kind: 'number', cell: (statement) => format.number(statement.lines) },
    { title: text('money.total'), kind: 'number', cell: (statement) => <Money ore={statement.totalOre} /> },
  ]
  return (
    <List<Statement>
      path={paths.statements}
      empty={<EmptyState title={text('money.empty')} words={text('money.empty-words')} />}
    >
      {(items) => (
        <CardTable caption={text('money.statements')} rows={items} keyOf={(one) => one.statementId} columns={columns} />
      )}
    </List>
  )
}
