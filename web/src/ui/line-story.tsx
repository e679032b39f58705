import { Link } from '@tanstack/react-router'
import { type Day, month } from '../../../src/kernel/day.ts'
import type { Instant } from '../../../src/kernel/instant.ts'
import type { ExplanationReply } from '../../../src/modules/compensation/contract/explain.ts'
import type { TransactionsReply } from '../../../src/modules/ledger/contract.ts'
import { useSignedIn } from '../api/session.ts'
import { useApi } from '../api/use-api.ts'
import { useMoneyText } from '../language/money-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { ruleAddress } from './case-steps.ts'
import { Money } from './money.tsx'
import { ErrorState, Loading } from './states.tsx'

/** The database writes a moment with its offset; the browser reads both. */
export const asInstant = (at: string): Instant => new Date(at).toISOString() as Instant

/** What an amount rests on: facts with their days and who decided them, the source of the rule, statement and approvals. */
export function LineStory({ lineId }: { lineId: string }) {
  const { data, error, refetch } = useApi<ExplanationReply>(`/money/lines/${lineId}`)
  if (data === undefined) return error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />
  return <Story told={data} />
}

function Story({ told: data }: { told: ExplanationReply }) {
  const text = useMoneyText()
  return (
    <>
      <Part title={text('line.facts')} items={useFactWords(data.facts)} />
      <RulePart told={data} />
      <Part title={text('story.statement')} items={useStatementWords(data.statement)} />
      <Booked statementId={data.statement.statementId} kind={data.line.kind} />
      {data.history.length > 1 && <History history={data.history} lineId={data.line.lineId} />}
    </>
  )
}

function Part({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <p className="k-why-title">{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  )
}

function useFactWords({ decisions, reports, claims, unseen }: ExplanationReply['facts']): string[] {
  const text = useMoneyText()
  const format = useFormat()
  const day = (one: string | null) => (one === null ? '–' : format.day(one as Day))
  const days = (from: string | null, to: string | null) =>
    to === null ? text('story.since', { day: day(from) }) : text('story.between', { from: day(from), to: day(to) })
  const by = (name: string | null) => (name === null ? text('story.by-rule') : text('story.by', { name }))
  return [
    ...decisions.map((one) =>
      text('story.decision', {
        level: one.level,
        days: days(one.firstDay, one.lastDay),
        on: day(one.grantedOn),
        by: by(one.decidedByName),
      }),
    ),
    ...reports.map((one) =>
      text('story.report', {
        month: format.month(month(one.month)),
        signed: day(one.signedOn),
        signer: one.signedByName ?? '',
        on: day(one.decidedOn),
        by: by(one.decidedByName),
      }),
    ),
    ...claims.map((one) =>
      text('story.claim', {
        kind: text(`story.${one.kind}`),
        employer: one.employer,
        days: days(one.firstDay, one.lastDay),
        n: one.evidence,
        on: day(one.decidedOn),
        by: by(one.decidedByName),
      }),
    ),
    ...(unseen > 0 ? [text('story.unseen', { n: unseen })] : []),
  ]
}

/** The rule's name and version, the text that it rests on, and the way to its own page. */
function RulePart({ told: { rule, line } }: { told: ExplanationReply }) {
  const text = useMoneyText()
  const format = useFormat()
  const since = rule.since as Day
  return (
    <div>
      <p className="k-why-title">{text('story.rule')}</p>
      <ul>
        <li>
          {text('story.rule-words', { title: rule.title, since: format.day(since), version: rule.version })}{' '}
          <Link {...(ruleAddress(line.rule.name, since) as object)} to="/app/rules">
            {text('line.rule')}
          </Link>
        </li>
        {rule.source !== null && (
          <li>
            {text('story.source')}{' '}
            {rule.address === null ? (
              rule.source
            ) : (
              <a href={rule.address} rel="noreferrer">
                {rule.source}
              </a>
            )}
          </li>
        )}
        {rule.note !== null && <li>{rule.note}</li>}
      </ul>
    </div>
  )
}

function useStatementWords(statement: ExplanationReply['statement']): string[] {
  const text = useMoneyText()
  const format = useFormat()
  const made = text('story.statement-words', {
    month: format.month(month(statement.month)),
    version: statement.version,
    on: format.day(statement.madeOn as Day),
    by: statement.madeByName === null ? text('story.by-calendar') : text('story.by', { name: statement.madeByName }),
    state: text(`state.${statement.state}`),
  })
  const approved = statement.approvals.map(({ name, at }) =>
    text('story.approved', { name: name ?? text('approvals.system'), at: format.instant(asInstant(at)) }),
  )
  const left = statement.neededApprovers - statement.approvals.length
  return [
    made,
    ...approved,
    ...(statement.state === 'waiting' && left > 0 ? [text('story.approvals-left', { n: left })] : []),
  ]
}

/** Everything that has been posted on the same amount, so that a clawback stands beside what it takes back. */
function History({ history, lineId }: { history: ExplanationReply['history']; lineId: string }) {
  const text = useMoneyText()
  const format = useFormat()
  return (
    <div>
      <p className="k-why-title">{text('story.history')}</p>
      <ul>
        {history.map((one) => (
          <li key={one.lineId}>
            {text('story.posted-in', { month: format.month(month(one.month)) })} <Money ore={one.amountOre} />{' '}
            <span className="k-quiet">
              ({text(`state.${one.state}`)}
              {one.lineId === lineId && `, ${text('story.this-line')}`})
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const readsTheBooks: readonly string[] = ['approver', 'overseer', 'coordinator', 'adviser']

/** How the books carry the line's kind in its statement: posted, returned, paid, undone. */
function Booked({ statementId, kind }: { statementId: string; kind: ExplanationReply['line']['kind'] }) {
  const text = useMoneyText()
  const format = useFormat()
  const { duty } = useSignedIn()
  const path = readsTheBooks.includes(duty.role) ? `/ledger/transactions/${statementId}` : null
  const { data } = useApi<TransactionsReply>(path)
  const items = (data?.items ?? []).flatMap(({ what, period, recordedAt, postings }) =>
    postings
      .filter((posting) => posting.kind === kind)
      .map(({ debit, credit, appropriation }) =>
        text('story.booked-words', {
          what: text(`story.booked-${what}`),
          debit: text(`story.account-${debit}`),
          credit: text(`story.account-${credit}`),
          appropriation,
          period: format.month(month(period)),
          at: format.instant(asInstant(recordedAt)),
        }),
      ),
  )
  return <Part title={text('story.booked')} items={[...new Set(items)]} />
}
