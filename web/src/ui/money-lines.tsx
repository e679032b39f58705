import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { day, month } from '../../../src/kernel/day.ts'
import type { MoneyLine } from '../../../src/modules/compensation/contract.ts'
import { useMoneyText } from '../language/money-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { CardTable, type Column } from './card-table.tsx'
import { asInstant, LineStory } from './line-story.tsx'
import { Money } from './money.tsx'
import { Status } from './status.tsx'
import { type Explanation, Why } from './why.tsx'

type Props<Line extends MoneyLine> = {
  lines: readonly Line[]
  /** The case's own page in the reader's role; null when there is none. */
  caseAddress?: (caseId: string) => string | null
  /** On a case's own page the participant need not be named on every line. */
  withParticipant?: boolean
}

/** Amounts, each opening to its sum: what, rule with provenance, arithmetic, facts (programme 5, "every line can say"). */
export function MoneyLines<Line extends MoneyLine>({ lines, caseAddress, withParticipant = true }: Props<Line>) {
  const text = useMoneyText()
  const participant: Column<Line> = {
    title: text('line.participant'),
    cell: (line) => <Participant line={line} address={caseAddress?.(line.caseId) ?? null} />,
  }
  const columns: Column<Line>[] = [
    ...(withParticipant ? [participant] : []),
    { title: text('line.what'), cell: (line) => <What line={line} /> },
    { title: text('line.amount'), kind: 'number', cell: (line) => <Money ore={line.amountOre} /> },
    { title: text('line.why'), cell: (line) => <LineWhy line={line} /> },
  ]
  return <CardTable caption={text('line.caption')} rows={lines} keyOf={(line) => line.lineId} columns={columns} />
}

function Participant({ line, address }: { line: MoneyLine; address: string | null }) {
  const text = useMoneyText()
  if (line.participant === null) return <span className="k-quiet">{text('line.hidden-person')}</span>
  const name = <bdi>{line.participant}</bdi>
  return address === null ? name : <Link to={address}>{name}</Link>
}

function What({ line }: { line: MoneyLine }) {
  const text = useMoneyText()
  const words = useLineWords()
  return (
    <>
      <p>
        {words(line)} <span className="k-quiet">{text('line.level', { level: line.level })}</span>
      </p>
      {line.postedOre !== 0 && <Status kind="late" label={text('line.correction')} />}
    </>
  )
}

/** "Grundersättning, oktober 2022". */
function useLineWords(): (line: Pick<MoneyLine, 'kind' | 'month' | 'onDay'>) => string {
  const text = useMoneyText()
  const format = useFormat()
  return (line) => {
    const kind = text(`kind.${line.kind}`)
    if (line.month !== null) return text('line.for-month', { kind, month: format.month(month(line.month)) })
    return line.onDay === null ? kind : text('line.on-day', { kind, day: format.day(day(line.onDay)) })
  }
}

function LineWhy({ line }: { line: MoneyLine }) {
  const words = useLineWords()
  const explanation = useExplanation()(line)
  const [opened, setOpened] = useState(false)
  return (
    <Why about={words(line)} explanation={explanation} onOpen={() => setOpened(true)}>
      {opened && <LineStory lineId={line.lineId} />}
    </Why>
  )
}

function useExplanation(): (line: MoneyLine) => Explanation {
  const text = useMoneyText()
  const format = useFormat()
  return (line) => {
    const amounts = {
      entitled: format.kronor(line.entitledOre),
      posted: format.kronor(line.postedOre),
      amount: format.kronor(Math.abs(line.amountOre)),
    }
    const corrected = line.amountOre < 0 ? text('line.clawback-words', amounts) : text('line.correction-words', amounts)
    return {
      words: line.postedOre === 0 ? text('line.words') : corrected,
      steps: line.steps.map((step) => step.text),
      rule: { clause: text('line.clause', { clause: line.rule.clause }), provenance: line.rule.provenance },
    }
  }
}

type Signature = { name: string | null; at: string }

/** Who has approved, and how many are needed. */
export function Approvals({ approvedBy, needed }: { approvedBy: readonly Signature[]; needed: number }) {
  const text = useMoneyText()
  const format = useFormat()
  if (approvedBy.length === 0) return <p className="k-quiet">{text('approvals.none', { needed })}</p>
  return (
    <div>
      <p>{text('approvals.some', { n: approvedBy.length, needed })}</p>
      <ul className="k-plain-list">
        {approvedBy.map((one) => (
          <li key={`${one.name}-${one.at}`}>
            {text('approvals.by', {
              name: one.name ?? text('approvals.system'),
              at: format.instant(asInstant(one.at)),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
