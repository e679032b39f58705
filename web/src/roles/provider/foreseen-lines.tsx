import { Link } from '@tanstack/react-router'
import { day, month } from '../../../../src/kernel/day.ts'
import type { ProviderMoneyReply } from '../../../../src/modules/compensation/contract/provider-money.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Money } from '../../ui/money.tsx'
import { Paging } from '../../ui/paging.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { Why } from '../../ui/why.tsx'
import { screens, waitsForOthers } from './paths.ts'
import { useText } from './texts.ts'

type Line = ProviderMoneyReply['items'][number]
type Props = { money: ProviderMoneyReply; page: number; onPage: (page: number) => void }

const signs = { clawback: 'stopped', blocked: 'late', ready: 'done', expected: 'waiting' } as const

/** Each participant's amounts that are not posted yet: where they stand, what unblocks them, and how they are computed. */
export function ForeseenLines({ money, page, onPage }: Props) {
  const text = useText()
  if (money.total === 0) return <EmptyState title={text('money.no-lines')} words={text('money.no-lines-words')} />
  const columns: Column<Line>[] = [
    { title: text('money.participant'), cell: (line) => <Participant line={line} /> },
    { title: text('money.what'), cell: (line) => <What line={line} /> },
    { title: text('money.state'), cell: (line) => <Standing line={line} /> },
    { title: text('money.amount'), kind: 'number', cell: (line) => <Money ore={line.amountOre} /> },
    { title: text('money.why'), cell: (line) => <LineWhy line={line} /> },
  ]
  return (
    <>
      <CardTable
        caption={text('money.lines-caption')}
        rows={money.items}
        keyOf={(line) => [line.caseId, line.kind, line.month, line.onDay, line.state].join()}
        columns={columns}
      />
      <Paging page={page} pages={Math.ceil(money.total / money.limit)} onPage={onPage} />
    </>
  )
}

function Participant({ line }: { line: Line }) {
  const text = useText()
  if (line.participant === null) return <span className="k-quiet">{text('money.hidden-person')}</span>
  return (
    <Link to={screens.participant(line.caseId)}>
      <bdi>{line.participant}</bdi>
    </Link>
  )
}

function useWhat(): (line: Line) => string {
  const say = useMoneyText()
  const format = useFormat()
  return (line) => {
    const kind = say(`kind.${line.kind}`)
    if (line.month !== null) return say('line.for-month', { kind, month: format.month(month(line.month)) })
    return line.onDay === null ? kind : say('line.on-day', { kind, day: format.day(day(line.onDay)) })
  }
}

function What({ line }: { line: Line }) {
  const say = useMoneyText()
  const what = useWhat()
  return (
    <>
      {what(line)} <span className="k-quiet">{say('line.level', { level: line.level })}</span>
    </>
  )
}

/** Where the amount stands, and the way to what unblocks it. */
function Standing({ line }: { line: Line }) {
  const text = useText()
  const way = wayTo(line)
  return (
    <>
      <Status
        kind={waitsForOthers.has(line.why) ? 'waiting' : signs[line.state]}
        label={text(`why.${line.why}` as never)}
      />
      {way !== null && (
        <p className="k-small">
          <Link to={way}>{text(`way.${line.why}` as never)}</Link>
        </p>
      )}
    </>
  )
}

function wayTo({ why, caseId, participant, month: of }: Line): string | null {
  if (why === 'report-not-signed' || why === 'report-missing') return screens.reports
  // Whoever has left is no longer the provider's to open.
  if (participant === null) return null
  if (why === 'report-not-approved') return screens.act(caseId, `month/${of}`)
  if (why === 'plan-missing') return screens.act(caseId, 'plan')
  return why === 'claim-lacks-evidence' ? screens.participant(caseId) : null
}

function LineWhy({ line }: { line: Line }) {
  const text = useText()
  const say = useMoneyText()
  const what = useWhat()
  const format = useFormat()
  const amounts = { posted: format.kronor(line.postedOre), amount: format.kronor(Math.abs(line.amountOre)) }
  const words = line.state === 'clawback' ? text('money.clawback-line', amounts) : text(`unblock.${line.why}` as never)
  return (
    <Why
      about={what(line)}
      explanation={{
        words,
        steps: line.steps,
        rule: { clause: say('line.clause', { clause: line.clause }), provenance: line.provenance },
      }}
    />
  )
}
