import { month } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { CaseMoneyReply } from '../../../../src/modules/compensation/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Money } from '../../ui/money.tsx'
import { MoneyLines } from '../../ui/money-lines.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { CaseFrame } from './case-frame.tsx'
import { useText } from './texts.ts'

type Line = CaseMoneyReply['lines'][number]

/** Ersättning: what the case has cost, every line opening to its sum, its facts and its rule. */
export function MoneyScreen() {
  return <CaseFrame tab="money">{({ caseId }) => <CaseMoney caseId={caseId} />}</CaseFrame>
}

function CaseMoney({ caseId }: { caseId: string }) {
  const text = useText()
  const { data, error, refetch } = useApi<CaseMoneyReply>(`/cases/${caseId}/money`)
  if (data === undefined) return error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={6} />
  if (data.lines.length === 0) return <EmptyState title={text('money.none')} words={text('money.none-words')} />
  const statements = [...Map.groupBy(data.lines, (line) => line.statementId).values()]
  return (
    <>
      <Panel title={text('money.totals')}>
        {data.totals.map((total) => (
          <p key={total.providerId}>
            {text.rich('money.total', {
              provider: <bdi key="provider">{total.providerName}</bdi>,
              paid: (
                <strong key="paid">
                  <Money ore={total.paidOre} />
                </strong>
              ),
              posted: <Money key="posted" ore={total.postedOre} />,
            })}
          </p>
        ))}
      </Panel>
      {statements.map((lines) => (
        <StatementPart key={lines[0]?.statementId} lines={lines} />
      ))}
    </>
  )
}

const signs = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** The case's lines in one month's statement, and who approved them. */
function StatementPart({ lines }: { lines: readonly Line[] }) {
  const text = useText()
  const money = useMoneyText()
  const format = useFormat()
  const [first] = lines
  if (first === undefined) return null
  return (
    <Panel title={text('money.statement', { month: format.month(month(first.statementMonth)) })}>
      <p>
        <bdi>{first.providerName}</bdi> <Status kind={signs[first.state]} label={money(`state.${first.state}`)} />
      </p>
      <MoneyLines lines={lines} withParticipant={false} />
      {first.approvals.length > 0 && (
        <ul className="k-plain-list k-small">
          {first.approvals.map((one) => (
            <li key={`${one.name}-${one.at}`}>
              {text('money.approved-by', { name: one.name ?? '', at: format.instant(asInstant(one.at)) })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** The database writes a moment with its offset; the browser reads both. */
const asInstant = (at: string): Instant => new Date(at).toISOString() as Instant
