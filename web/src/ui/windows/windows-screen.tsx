import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { ComparisonsReply, WindowsReply } from '../../../../src/modules/assessment/contract/windows.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useWindowPlace } from './addresses.ts'
import { PlansPanel } from './plans-panel.tsx'
import { useWindowText } from './texts.ts'
import { useWindowWords } from './window-words.tsx'

/** The windows in order of their days, the switches that are planned, and what was compared. */
export function WindowsScreen() {
  const text = useWindowText()
  const place = useWindowPlace()
  return (
    <Screen
      title={text('windows.title')}
      lead={text('windows.lead')}
      action={place.decides && <Link to={place.compare}>{text('windows.compare')}</Link>}
    >
      <WindowList />
      <PlansPanel />
      <Comparisons />
    </Screen>
  )
}

type Listed = WindowsReply['items'][number]

function WindowList() {
  const text = useWindowText()
  const format = useFormat()
  const words = useWindowWords()
  const { today } = useSignedIn()
  const { data, error, refetch } = useApi<WindowsReply>('/windows')
  const state = (one: Listed) => {
    if (one.inForce) return <Status kind="coming" label={text('windows.in-force')} />
    const isAhead = one.from > today
    return <Status kind={isAhead ? 'waiting' : 'done'} label={text(isAhead ? 'windows.ahead' : 'windows.past')} />
  }
  const columns: Column<Listed>[] = [
    { title: text('column.window'), cell: (one) => words.nameOf(one.number) },
    { title: text('column.days'), cell: (one) => format.days(one.from as Day, one.lastDay as Day | null) },
    {
      title: text('column.state'),
      cell: (one) => (
        <>
          {state(one)}
          <span className="k-block k-quiet k-small">{text(one.decided ? 'windows.decided' : 'windows.published')}</span>
        </>
      ),
    },
    { title: text('column.asks'), cell: (one) => words.asks(one.law) },
    { title: text('column.cuts'), cell: (one) => words.cuts(one.law) },
  ]
  return (
    <Panel title={text('windows.list')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <CardTable
          caption={text('windows.list')}
          rows={data.items}
          keyOf={(one) => `${one.number} ${one.from}`}
          columns={columns}
        />
      )}
    </Panel>
  )
}

type Compared = ComparisonsReply['items'][number]

function Comparisons() {
  const text = useWindowText()
  const format = useFormat()
  const words = useWindowWords()
  const place = useWindowPlace()
  const { data, error, refetch } = useApi<ComparisonsReply>('/windows/comparisons')
  const columns: Column<Compared>[] = [
    {
      title: text('column.comparison'),
      cell: (one) => (
        <Link to={place.comparison(one.comparisonId)}>
          {text('comparisons.of', {
            before: words.nameOf(one.before.number),
            after: words.calledIn(one.after.number),
          })}
        </Link>
      ),
    },
    {
      title: text('column.asked'),
      cell: (one) =>
        text('comparisons.asked', {
          moment: format.instant(one.requestedAt as Instant),
          name: one.requestedByName ?? '',
        }),
    },
    {
      title: text('column.state'),
      cell: (one) => (
        <Status kind={one.state === 'done' ? 'done' : 'waiting'} label={text(`comparisons.state.${one.state}`)} />
      ),
    },
  ]
  return (
    <Panel title={text('comparisons.title')}>
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.total === 0 && <EmptyState title={text('comparisons.empty')} words={text('comparisons.empty-words')} />}
      {data !== undefined && data.total > 0 && (
        <CardTable
          caption={text('comparisons.title')}
          rows={data.items}
          keyOf={(one) => one.comparisonId}
          columns={columns}
        />
      )}
    </Panel>
  )
}
