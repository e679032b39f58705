import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { ModelEffectReply, ModelView } from '../../../../src/modules/assessment/contract/models.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlainField } from '../fields.tsx'
import { Panel } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'

const paceMs = 2000
type Effect = NonNullable<ModelEffectReply['effect']>
type Move = Effect['moves'][number]
type Group = Effect['groups'][number]

/** Who gets another answer: in a sentence, move by move, and group by group. Asked again while it is counted. */
export function EffectPanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const ofVersion = `/models/${version.model}`
  const path = `${ofVersion}/effect`
  const { data, error, refetch } = useApi<ModelEffectReply>(path)
  const isComing = data?.effect === null && version.state !== 'withdrawn'
  // Second readers of the same answers ask again while the work goes on: the version has new acts when it is counted.
  useApi<ModelEffectReply>(isComing ? path : null, {}, { everyMs: paceMs })
  useApi(version.state === 'counting' ? ofVersion : null, {}, { everyMs: paceMs })
  return (
    <Panel title={text('effect.title')}>
      {data === undefined && (error === null ? <Loading lines={4} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <div role="status">
          {data.effect === null ? (
            <p>
              <Status kind="waiting" label={text('effect.counting')} />
            </p>
          ) : (
            <Answer reply={data} effect={data.effect} />
          )}
        </div>
      )}
      {data?.effect != null && (
        <>
          <Moves moves={data.effect.moves} />
          <Groups groups={data.effect.groups} />
        </>
      )}
    </Panel>
  )
}

function Answer({ reply, effect }: { reply: ModelEffectReply; effect: Effect }) {
  const text = useModelText()
  const numbers = useNumbers()
  const format = useFormat()
  const count = useCount()
  const all = count(effect.people)
  return (
    <div className="k-stack">
      <p className="k-h2">
        {effect.changed === null
          ? text('effect.answer-few', { all })
          : text('effect.answer', { n: effect.changed, all })}
      </p>
      <p>
        {text('effect.yes', { before: count(effect.yesBefore), after: count(effect.yesAfter) })}{' '}
        {text('effect.mean', {
          before: numbers.percent(effect.meanBefore),
          after: numbers.percent(effect.meanAfter),
          rise: numbers.points(effect.largestRise),
          fall: numbers.points(effect.largestFall),
        })}
      </p>
      <p className="k-note">{text('effect.not-measured')}</p>
      {reply.onDay !== null && (
        <p className="k-quiet k-small">
          {text('effect.against', { day: format.day(reply.onDay as Day), model: reply.against ?? '' })}
        </p>
      )}
    </div>
  )
}

function Moves({ moves }: { moves: readonly Move[] }) {
  const text = useModelText()
  const count = useCount()
  const columns: Column<Move>[] = [
    { title: text('effect.from'), cell: (one) => text(`answer.${one.from}`) },
    { title: text('effect.to'), cell: (one) => text(`answer.${one.to}`) },
    { title: text('effect.people'), kind: 'number', cell: (one) => count(one.people) },
  ]
  return (
    <>
      <h3>{text('effect.moves')}</h3>
      {moves.length === 0 ? (
        <p>{text('effect.no-moves')}</p>
      ) : (
        <CardTable
          caption={text('effect.moves')}
          rows={moves}
          keyOf={(one) => `${one.from}-${one.to}`}
          columns={columns}
        />
      )}
    </>
  )
}

function useCount() {
  const text = useModelText()
  const numbers = useNumbers()
  return (count: number | null) => (count === null ? text('effect.few') : numbers.whole(count))
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const text = useModelText()
  const numbers = useNumbers()
  const count = useCount()
  const dimensions = [...new Map(groups.map((one) => [one.dimension, one.dimensionLabel]))]
  const [chosen, setChosen] = useState(dimensions[0]?.[0] ?? '')
  const chance = (value: number | null) => (value === null ? text('effect.few') : numbers.percent(value))
  const columns: Column<Group>[] = [
    { title: text('effect.group'), cell: (one) => one.label },
    { title: text('effect.people'), kind: 'number', cell: (one) => count(one.people) },
    { title: text('effect.changed'), kind: 'number', cell: (one) => count(one.changed) },
    {
      title: text('effect.yes-change'),
      kind: 'number',
      cell: (one) => `${count(one.yesBefore)} → ${count(one.yesAfter)}`,
    },
    { title: text('effect.mean-before'), kind: 'number', cell: (one) => chance(one.meanBefore) },
    { title: text('effect.mean-after'), kind: 'number', cell: (one) => chance(one.meanAfter) },
  ]
  const rows = groups.filter((one) => one.dimension === chosen)
  const title = text('effect.group')
  return (
    <>
      <PlainField id="effect-dimension" label={title} error={undefined}>
        {(described) => (
          <select {...described} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {dimensions.map(([dimension, label]) => (
              <option key={dimension} value={dimension}>
                {label}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <CardTable caption={title} rows={rows} keyOf={(one) => one.group} columns={columns} />
    </>
  )
}
