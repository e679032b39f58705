import { useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { BudgetReply } from '../../../../src/modules/compensation/contract/budget.ts'
import type { BudgetCapsReply, BudgetCapView } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CapsPanel } from '../../ui/budget/caps-panel.tsx'
import { useBudgetText } from '../../ui/budget/texts.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Money } from '../../ui/money.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { CapForm } from './cap-form.tsx'
import { FigureForm } from './figure-form.tsx'

/** What stops new decisions, and what there is to pay with: both are entered here, never backwards. */
export function CapsScreen() {
  const text = useBudgetText()
  const caps = useApi<BudgetCapsReply>('/budget/caps')
  const [changed, setChanged] = useState<BudgetCapView | null>(null)
  const [formNumber, setFormNumber] = useState(0)
  const done = () => {
    setChanged(null)
    setFormNumber((number) => number + 1)
  }
  return (
    <Screen title={text('enter.title')} lead={text('enter.lead')}>
      <CapsPanel acts={(cap) => <CapActs cap={cap} onChange={() => setChanged(cap)} />} />
      {caps.data !== undefined && (
        <>
          <Panel title={changed === null ? text('cap.new') : text('cap.change-title', { name: changed.name })}>
            <CapForm
              key={changed === null ? `new-${formNumber}` : changed.capId}
              reply={caps.data}
              changed={changed}
              onDone={done}
              onCancel={() => setChanged(null)}
            />
          </Panel>
          <Panel title={text('figure.new')}>
            <FigureForm key={formNumber} reply={caps.data} onDone={done} />
          </Panel>
        </>
      )}
      <Figures />
    </Screen>
  )
}

function CapActs({ cap, onChange }: { cap: BudgetCapView; onChange: () => void }) {
  const text = useBudgetText()
  const notice = useNotice()
  const { name, kind, period, appropriation, programmeGroup, officeId } = cap
  const sending = useSend<null, unknown>({
    send: (_, written) =>
      post(
        '/budget/caps',
        {
          name,
          kind,
          period,
          appropriation,
          programmeGroup,
          officeId,
          limitDecisions: null,
          limitCommittedOre: null,
          reason: text('cap.lift-reason'),
          replaces: cap.capId,
          lifted: true,
        },
        written,
      ),
    changes: ['/budget'],
  })
  const lift = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('cap.lifted', { name }), seenBy: text('cap.seen-by') })
    return answer.done
  }
  return (
    <div className="k-row">
      <button type="button" className="k-plain-button" onClick={onChange}>
        {text('cap.change')} <span className="k-only-read">{name}</span>
      </button>
      <ConfirmButton
        effect={text('cap.lift')}
        title={text('cap.lift-title', { name })}
        words={text('cap.lift-words')}
        run={lift}
        pending={sending.pending}
        problem={sending.problem}
        variant="secondary"
      />
    </div>
  )
}

type Figure = BudgetReply['figures'][number]

/** What was entered, the latest first. */
function Figures() {
  const text = useBudgetText()
  const format = useFormat()
  const { data, error, refetch } = useApi<BudgetReply>('/budget')
  const columns: Column<Figure>[] = [
    {
      title: text('column.what'),
      cell: (one) => [text(`figure.${one.kind}`), ...(one.appropriation === null ? [] : [one.appropriation])].join(' '),
    },
    {
      title: text('column.period'),
      cell: (one) => (one.period.length === 4 ? one.period : format.month(month(one.period))),
    },
    {
      title: text('column.value'),
      kind: 'number',
      cell: (one) => (one.kind === 'appropriation' ? <Money ore={one.value} /> : format.number(one.value)),
    },
    {
      title: text('column.state'),
      cell: (one) => (
        <Status
          kind={one.replaced ? 'done' : 'coming'}
          label={text(one.replaced ? 'figure.replaced' : 'figure.in-force')}
        />
      ),
    },
    { title: text('column.entered'), cell: (one) => `${one.enteredOn} ${one.enteredBy ?? ''}` },
    { title: text('column.reason'), cell: (one) => one.reason },
  ]
  return (
    <Panel title={text('figure.list')}>
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.figures.length === 0 && <EmptyState title={text('figure.empty')} words={text('figure.empty-words')} />}
      {data !== undefined && data.figures.length > 0 && (
        <CardTable caption={text('figure.list')} rows={data.figures} keyOf={(one) => one.figureId} columns={columns} />
      )}
    </Panel>
  )
}
