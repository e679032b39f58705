import { Link } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import type { ReportView } from './answers.ts'
import { paths, screens } from './paths.ts'
import { useText } from './texts.ts'

type Statement = StatementsReply['items'][number]

/** What is coming, what is held up and what unblocks it, and what has been paid. */
export function MoneyScreen() {
  const text = useText()
  return (
    <Screen title={text('money.title')} lead={text('money.lead')}>
      <div className="k-beside">
        <Expected />
        <Blocked />
      </div>
      <h2>{text('money.statements')}</h2>
      <Statements />
    </Screen>
  )
}

/** The sum of what waits for approval, in the sentence first. */
function Expected() {
  const text = useText()
  const format = useFormat()
  const { data, error, refetch } = useApiPage<Statement>('/statements', { state: 'waiting', limit: 100 })
  const total = data?.items.reduce((all, statement) => all + statement.totalOre, 0) ?? 0
  return (
    <Panel title={text('money.expected')}>
      {data === undefined && (error === null ? <Loading lines={1} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && data.total === 0 && <p className="k-quiet">{text('money.nothing-expected')}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <p className="k-h2">
            <Money ore={total} />
          </p>
          <p>{text('money.waits', { n: data.total, amount: format.kronor(total) })}</p>
        </>
      )}
    </Panel>
  )
}

const blocking = ['draft', 'being-handled', 'not-approved'] as const

/** Months that are not paid yet, why, and who can unblock them. */
function Blocked() {
  const text = useText()
  const states = [
    useApiPage<ReportView>(paths.reports, { state: blocking[0], whose: 'all', limit: 1 }),
    useApiPage<ReportView>(paths.reports, { state: blocking[1], whose: 'all', limit: 1 }),
    useApiPage<ReportView>(paths.reports, { state: blocking[2], whose: 'all', limit: 1 }),
  ] as const
  const failed = states.find((one) => one.error !== null && one.data === undefined)
  const counts = blocking.map((state, index) => ({ state, n: states[index]?.data?.total ?? 0 }))
  const held = counts.filter(({ n }) => n > 0)
  return (
    <Panel title={text('money.blocked')}>
      {failed !== undefined && <ErrorState error={failed.error} onAgain={failed.refetch} />}
      {failed === undefined && states.some((one) => one.data === undefined) && <Loading lines={2} />}
      {failed === undefined && states.every((one) => one.data !== undefined) && held.length === 0 && (
        <Status kind="done" label={text('money.nothing-blocked')} />
      )}
      <ul className="k-plain-list k-rows">
        {held.map(({ state, n }) => (
          <li key={state}>
            <Status
              kind={state === 'being-handled' ? 'waiting' : 'late'}
              label={text(`money.blocked-${state}`, { n })}
            />
            <p className="k-small">
              {text(`money.unblock-${state}`)}{' '}
              {state !== 'being-handled' && <Link to={screens.reports}>{text('money.to-reports')}</Link>}
            </p>
          </li>
        ))}
      </ul>
      <p className="k-quiet k-small">{text('money.outcome-hint')}</p>
    </Panel>
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
      path="/statements"
      empty={<EmptyState title={text('money.empty')} words={text('money.empty-words')} />}
    >
      {(items) => (
        <CardTable caption={text('money.statements')} rows={items} keyOf={(one) => one.statementId} columns={columns} />
      )}
    </List>
  )
}
