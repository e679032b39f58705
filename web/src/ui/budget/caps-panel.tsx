import type { ReactNode } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { BudgetCapsReply, BudgetCapView } from '../../../../src/modules/decision/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Money } from '../money.tsx'
import { Panel } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useBudgetText } from './texts.ts'

const states = { 'in-force': 'coming', lifted: 'stopped', replaced: 'done', over: 'done' } as const

/** The caps: what each counts, how much is used and whom it has turned away. `acts` gives a cap in force its acts. */
export function CapsPanel({ acts }: { acts?: (cap: BudgetCapView) => ReactNode }) {
  const text = useBudgetText()
  const { data, error, refetch } = useApi<BudgetCapsReply>('/budget/caps')
  const inForce = data?.items.filter((cap) => cap.state === 'in-force') ?? []
  const earlier = data?.items.filter((cap) => cap.state !== 'in-force') ?? []
  return (
    <Panel title={text('caps.title')}>
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && inForce.length === 0 && (
        <EmptyState title={text('caps.empty')} words={text('caps.empty-words')} />
      )}
      {inForce.length > 0 && <CapTable caps={inForce} reply={data} {...(acts === undefined ? {} : { acts })} />}
      {earlier.length > 0 && (
        <details className="k-why">
          <summary>{text('caps.earlier', { n: earlier.length })}</summary>
          <div className="k-why-body">
            <CapTable caps={earlier} reply={data} />
          </div>
        </details>
      )}
    </Panel>
  )
}

type TableProps = {
  caps: readonly BudgetCapView[]
  reply: BudgetCapsReply | undefined
  acts?: (cap: BudgetCapView) => ReactNode
}

function CapTable({ caps, reply, acts }: TableProps) {
  const text = useBudgetText()
  const format = useFormat()
  const { language } = useLanguage()
  const appropriation = (code: string) => {
    const found = reply?.appropriations.find((one) => one.code === code)
    return found === undefined ? code : language === 'sv' ? found.sv : found.en
  }
  const scope = (cap: BudgetCapView) =>
    [
      ...(cap.appropriation === null ? [] : [appropriation(cap.appropriation)]),
      ...(cap.programmeGroup === null ? [] : [text(`group.${cap.programmeGroup}`)]),
      cap.officeId === null ? text('caps.all-offices') : (cap.officeName ?? ''),
    ].join(' · ')
  const columns: Column<BudgetCapView>[] = [
    { title: text('column.cap'), cell: (cap) => cap.name },
    {
      title: text('column.period'),
      cell: (cap) => (cap.period.length === 4 ? cap.period : format.month(month(cap.period))),
    },
    { title: text('column.decision'), cell: (cap) => text(`kind.${cap.kind}`) },
    { title: text('column.scope'), cell: scope },
    { title: text('column.used'), cell: (cap) => <Used cap={cap} /> },
    { title: text('column.refused'), kind: 'number', cell: (cap) => format.number(cap.refused) },
    { title: text('column.state'), cell: (cap) => <CapState cap={cap} /> },
    { title: text('column.reason'), cell: (cap) => cap.reason },
    ...(acts === undefined ? [] : [{ title: text('column.acts'), cell: acts }]),
  ]
  return <CardTable caption={text('caps.title')} rows={caps} keyOf={(cap) => cap.capId} columns={columns} />
}

function CapState({ cap }: { cap: BudgetCapView }) {
  const text = useBudgetText()
  const isFull = cap.state === 'in-force' && cap.limitDecisions !== null && cap.usedDecisions >= cap.limitDecisions
  return isFull ? (
    <Status kind="stopped" label={text('state.full')} />
  ) : (
    <Status kind={states[cap.state]} label={text(`state.${cap.state}`)} />
  )
}

function Used({ cap }: { cap: BudgetCapView }) {
  const text = useBudgetText()
  const format = useFormat()
  return (
    <div className="k-use">
      {cap.limitDecisions !== null && (
        <>
          <span>
            {text('caps.used-decisions', {
              used: format.number(cap.usedDecisions),
              limit: format.number(cap.limitDecisions),
            })}
          </span>
          <progress
            value={Math.min(cap.usedDecisions, cap.limitDecisions)}
            max={Math.max(1, cap.limitDecisions)}
            aria-label={text('caps.used-of', { cap: cap.name })}
          />
        </>
      )}
      {cap.limitCommittedOre !== null && (
        <>
          <span>
            <Money ore={Math.round(cap.usedOre / 100) * 100} /> / <Money ore={cap.limitCommittedOre} />
          </span>
          <progress
            value={Math.min(cap.usedOre, cap.limitCommittedOre)}
            max={Math.max(1, cap.limitCommittedOre)}
            aria-label={text('caps.used-of', { cap: cap.name })}
          />
        </>
      )}
      {cap.limitDecisions === null && cap.limitCommittedOre === null && '–'}
    </div>
  )
}
