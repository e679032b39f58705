import { day, month } from '../../../../src/kernel/day.ts'
import type { UnitView, VariationReply } from '../../../../src/modules/oversight/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Panel } from '../screen.tsx'
import { Why } from '../why.tsx'
import { useCodeText, useToolText } from './texts.ts'

type Reason = VariationReply['reasons'][number]
type Month = VariationReply['months'][number]

export const sticksOut = ({ verdict }: Pick<UnitView, 'verdict'>) => verdict === 'very-high' || verdict === 'very-low'

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** The answer in a sentence: how many abstain, and who sticks out. */
export function VariationAnswer({
  found,
  kind,
}: {
  found: Omit<VariationReply, 'effects'>
  kind: 'office' | 'caseworker'
}) {
  const text = useToolText()
  const format = useFormat()
  const out = found.units.filter(sticksOut)
  const names = out.map((unit) => unit.name ?? text('unit.unknown')).join(', ')
  return (
    <Panel>
      <p className="k-h2">
        {out.length === 0 ? text(`answer.${kind}.none`) : text(`answer.${kind}.some`, { n: out.length, names })}
      </p>
      <p>
        {text('answer.share', {
          percent: percent(found.abstained, found.answers),
          answers: format.number(found.answers),
          days: format.days(day(found.from), day(found.to)),
        })}
      </p>
      <Why
        about={text('variation.title')}
        explanation={{
          words: text('why.words'),
          steps: [
            text('why.expected'),
            text('why.limits', { inner: format.number(found.innerPercent), outer: format.number(found.outerPercent) }),
            text('why.dispersion', { factor: format.number(found.dispersion) }),
            text('why.few', { n: found.leastAnswers }),
          ],
        }}
      />
    </Panel>
  )
}

/** Reasons with their shares, the most frequent first; a share is a bar and a number. */
export function ReasonList({ reasons, abstained }: { reasons: readonly Reason[]; abstained: number }) {
  const text = useToolText()
  const say = useCodeText()
  const format = useFormat()
  if (reasons.length === 0) return <p className="k-quiet">{text('reasons.none')}</p>
  return (
    <ul className="k-plain-list k-rows">
      {reasons.map(({ code, count }) => (
        <li key={code}>
          <div className="k-row k-row-apart">
            <span>{say('reason', code)}</span>
            <span>
              {format.number(count)} ({text('percent', { n: percent(count, abstained) })})
            </span>
          </div>
          <svg width="100%" height="8" aria-hidden="true">
            <rect width="100%" height="8" fill="var(--k-line)" />
            <rect width={`${percent(count, abstained)}%`} height="8" fill="var(--k-accent)" />
          </svg>
        </li>
      ))}
    </ul>
  )
}

/** Reasons in one line, for a table's cell. */
export function useReasonWords() {
  const say = useCodeText()
  return (reasons: readonly Reason[]) =>
    reasons.length === 0 ? '–' : reasons.map(({ code, count }) => `${say('reason', code)} ${count}`).join(' · ')
}

export function MonthTable({ months }: { months: readonly Month[] }) {
  const text = useToolText()
  const format = useFormat()
  const columns: Column<Month>[] = [
    { title: text('column.month'), cell: (one) => format.month(month(one.month)) },
    { title: text('column.answers'), kind: 'number', cell: (one) => format.number(one.answers) },
    { title: text('column.abstained'), kind: 'number', cell: (one) => format.number(one.abstained) },
    {
      title: text('column.expected'),
      kind: 'number',
      cell: (one) => format.number(Math.round(one.expected * 10) / 10),
    },
    {
      title: text('column.share'),
      kind: 'number',
      cell: (one) => text('percent', { n: percent(one.abstained, one.answers) }),
    },
  ]
  return <CardTable caption={text('months.title')} rows={months} keyOf={(one) => one.month} columns={columns} />
}
