import { Link } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { CloseMonth } from './close-month.tsx'
import { StatementTable } from './statement-table.tsx'
import { useText } from './texts.ts'

type Statement = StatementsReply['items'][number]
const most = 100
const largest = 3

/** What waits for approval: the sum and the largest in the sentence, then every statement. */
export function HomeScreen() {
  const text = useText()
  const { data, error, refetch } = useApiPage<Statement>('/statements', { state: 'waiting', limit: most })
  return (
    <Screen title={text('home.title')} lead={text('home.lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.total === 0 && <EmptyState title={text('home.empty')} words={text('home.empty-words')} />}
      {data !== undefined && data.total > 0 && (
        <>
          <Sentence statements={data.items} total={data.total} />
          <StatementTable statements={byChange(data.items)} caption={text('home.title')} />
        </>
      )}
      <SentBack />
      <CloseMonth />
      <p>
        <Link to="/app/approver/what-if">{text('what-if.open-screen')}</Link>
      </p>
    </Screen>
  )
}

/** Those that one more approval pays stand first, then the largest amounts. */
function byChange(statements: readonly Statement[]): Statement[] {
  const left = (one: Statement) => one.neededApprovers - one.approvals
  return [...statements].sort((a, b) => left(a) - left(b) || Math.abs(b.totalOre) - Math.abs(a.totalOre))
}

function Sentence({ statements, total }: { statements: readonly Statement[]; total: number }) {
  const text = useText()
  const format = useFormat()
  const sum = statements.reduce((all, one) => all + one.totalOre, 0)
  const top = [...statements].sort((a, b) => Math.abs(b.totalOre) - Math.abs(a.totalOre)).slice(0, largest)
  return (
    <Panel>
      <p className="k-h2">{text('home.sentence', { n: total, amount: format.kronor(sum) })}</p>
      {statements.length > largest && (
        <p className="k-quiet">
          {text('home.largest', {
            list: top.map((one) => `${one.providerName ?? ''} ${format.kronor(one.totalOre)}`).join(', '),
          })}
        </p>
      )}
    </Panel>
  )
}

/** What was sent back and not made again yet: why, for whoever closes the month once more. */
function SentBack() {
  const text = useText()
  const format = useFormat()
  const { data } = useApiPage<Statement>('/statements', { state: 'returned', limit: most })
  const left = data?.items.filter((one) => !one.madeAgain && one.returned !== null) ?? []
  if (left.length === 0) return null
  return (
    <Panel title={text('returned.title')}>
      <ul className="k-plain-list k-rows">
        {left.map(({ statementId, providerName, month: of, returned }) => (
          <li key={statementId}>
            <p>
              <Link to={`/app/approver/statements/${statementId}`}>
                {text('returned.line', {
                  provider: providerName ?? text('provider-unknown'),
                  month: format.month(month(of)),
                  code: text(`code.${returned?.code ?? 'other'}`),
                })}
              </Link>
            </p>
            <p className="k-small">
              {text('returned.by', { name: returned?.name ?? '' })} <bdi>{returned?.reason}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
