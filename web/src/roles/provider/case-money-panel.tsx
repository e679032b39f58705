import type { CaseMoneyReply } from '../../../../src/modules/compensation/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { MoneyLines } from '../../ui/money-lines.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from './texts.ts'

/** What the participant's time here has given, every line opening to its sum. The participant never sees it. */
export function CaseMoneyPanel({ caseId }: { caseId: string }) {
  const text = useText()
  const format = useFormat()
  const { data, error, refetch } = useApi<CaseMoneyReply>(`/cases/${caseId}/money`)
  const posted = data?.totals.reduce((all, one) => all + one.postedOre, 0) ?? 0
  const paid = data?.totals.reduce((all, one) => all + one.paidOre, 0) ?? 0
  return (
    <Panel title={text('case-money.title')}>
      {data === undefined && (error === null ? <Loading lines={1} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && data.lines.length === 0 && <p className="k-quiet">{text('case-money.empty')}</p>}
      {data !== undefined && data.lines.length > 0 && (
        <>
          <p>{text('case-money.sum', { posted: format.kronor(posted), paid: format.kronor(paid) })}</p>
          <details className="k-why">
            <summary>{text('case-money.lines', { n: data.lines.length })}</summary>
            <MoneyLines lines={data.lines} withParticipant={false} />
          </details>
        </>
      )}
    </Panel>
  )
}
