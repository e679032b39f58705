import { useState } from 'react'
import type { ModelCardReply } from '../../../../src/modules/assessment/contract/models.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlainField } from '../fields.tsx'
import { Panel } from '../screen.tsx'
import { groupName } from './card-groups.tsx'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'

type CutPoint = ModelCardReply['card']['cutPoints'][number]
type Errors = CutPoint['groups'][number]

/** Who falls on the wrong side of each cut point, by group, and how firmly people stand on their side. */
export function CutPanel({ reply }: { reply: ModelCardReply }) {
  const text = useModelText()
  const numbers = useNumbers()
  const { card, inForceCuts } = reply
  const isInForce = (cut: number) => inForceCuts.includes(cut)
  const first = card.cutPoints.find(({ cut }) => isInForce(cut)) ?? card.cutPoints[0]
  const [chosen, setChosen] = useState(first?.cut ?? 0)
  const point = card.cutPoints.find(({ cut }) => cut === chosen)
  const unmeasured = inForceCuts.filter((cut) => !card.cutPoints.some((one) => one.cut === cut))
  return (
    <Panel title={text('card.cut')}>
      <p>{text('card.cut-words')}</p>
      {unmeasured.length > 0 && (
        <p className="k-note">{text('card.cut-not-measured', { cuts: unmeasured.map(numbers.percent).join(', ') })}</p>
      )}
      <PlainField id="card-cut" label={text('card.cut-choose')} error={undefined}>
        {(described) => (
          <select {...described} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
            {card.cutPoints.map(({ cut }) => (
              <option key={cut} value={cut}>
                {isInForce(cut) ? text('card.cut-in-force', { cut: numbers.percent(cut) }) : numbers.percent(cut)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      {point !== undefined && <Point point={point} words={reply.words} />}
    </Panel>
  )
}

function Point({ point, words }: { point: CutPoint; words: ModelCardReply['words'] }) {
  const text = useModelText()
  const numbers = useNumbers()
  const { flipRate, flipRateNear } = point
  const columns: Column<Errors>[] = [
    { title: text('card.group'), cell: (one) => groupName(words, one) },
    { title: text('card.high'), kind: 'number', cell: (one) => numbers.percent(one.falseHighRisk) },
    {
      title: text('card.ratio'),
      kind: 'number',
      cell: (one) => (one.falseHighRiskRatio === null ? '–' : numbers.whole(one.falseHighRiskRatio)),
    },
    { title: text('card.low'), kind: 'number', cell: (one) => numbers.percent(one.falseLowRisk) },
  ]
  return (
    <div className="k-stack" aria-live="polite">
      <p>
        {text('card.cut-all', {
          cut: numbers.percent(point.cut),
          below: numbers.percent(point.shareBelow),
          high: numbers.percent(point.falseHighRisk),
          low: numbers.percent(point.falseLowRisk),
        })}{' '}
        {flipRate === null
          ? text('card.flip-none')
          : text('card.flip', {
              all: numbers.percent(flipRate),
              near: flipRateNear === null ? '–' : numbers.percent(flipRateNear),
            })}
      </p>
      <CardTable
        caption={text('card.cut')}
        rows={point.groups}
        keyOf={(one) => `${one.column} ${one.group}`}
        columns={columns}
      />
    </div>
  )
}
