import { Link, useParams } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { ModelReply, ModelView, TermView } from '../../../../src/modules/assessment/contract/models.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Facts } from '../facts.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { useModelPath } from './addresses.ts'
import { EffectPanel } from './effect-panel.tsx'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'
import { VersionActs } from './version-acts.tsx'
import { SyntheticNote, TermMarks, VersionState } from './version-marks.tsx'

/** A version: what it is and what has become of it, what it changes for people, and its curves. */
export function ModelScreen() {
  const text = useModelText()
  const path = useModelPath()
  const { model = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<ModelReply>(`/models/${model}`)
  return (
    <Screen
      title={text('version.title', { model })}
      {...(data === undefined ? {} : { lead: data.version.note })}
      action={<Link to={path.root}>{text('models.back')}</Link>}
    >
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <VersionPanel version={data.version} />
          {data.version.kind !== 'shipped' && <EffectPanel version={data.version} />}
          <VersionActs version={data.version} />
          <Terms reply={data} />
        </>
      )}
    </Screen>
  )
}

function VersionPanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const path = useModelPath()
  return (
    <Panel>
      <p>
        <VersionState version={version} />
      </p>
      <SyntheticNote version={version} />
      <Story version={version} />
      {version.kind === 'restored' && <p>{text('version.nothing-changed')}</p>}
      {version.changes.length > 0 && (
        <div>
          <h2>{text('version.changes')}</h2>
          <ul>
            {version.changes.map(({ term, text: words }) => (
              <li key={`${term} ${words}`}>
                <strong>{term}</strong> {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <Link to={path.card(version.model)}>{text('models.card')}</Link>
      </p>
    </Panel>
  )
}

/** Who did what when, as far as it has come. */
function Story({ version }: { version: ModelView }) {
  const text = useModelText()
  const format = useFormat()
  const path = useModelPath()
  const by = (who: { name: string | null; on: string }) =>
    text('version.by', { on: format.day(who.on as Day), name: who.name ?? text('version.somebody') })
  const { madeFrom, prepared, sent, decided, withdrawn, reason, fromDay } = version
  const items = [
    ...(madeFrom === null
      ? []
      : [{ label: text('version.made-from'), value: <Link to={path.model(madeFrom)}>{madeFrom}</Link> }]),
    ...(prepared === null ? [] : [{ label: text('version.prepared'), value: by(prepared) }]),
    ...(sent === null ? [] : [{ label: text('version.sent'), value: by(sent) }]),
    ...(fromDay === null ? [] : [{ label: text('column.from'), value: format.day(fromDay as Day) }]),
    ...(reason === null ? [] : [{ label: text('version.reason'), value: reason }]),
    ...(decided === null ? [] : [{ label: text('version.decided'), value: by(decided) }]),
    ...(decided === null || decided.reason === null
      ? []
      : [{ label: text('version.returned-reason'), value: decided.reason }]),
    ...(withdrawn === null
      ? []
      : [{ label: text('version.withdrawn'), value: `${by(withdrawn)}: ${withdrawn.reason}` }]),
  ]
  return items.length === 0 ? null : <Facts items={items} />
}

function Terms({ reply }: { reply: ModelReply }) {
  const text = useModelText()
  const numbers = useNumbers()
  const path = useModelPath()
  const name: Column<TermView> = {
    title: text('terms.variable'),
    cell: (one) => <Link to={path.curve(reply.version.model, one.place)}>{one.label}</Link>,
  }
  const range: Column<TermView> = {
    title: text('terms.range'),
    kind: 'number',
    cell: (one) => `${numbers.signed(one.lowest)} – ${numbers.signed(one.highest)}`,
  }
  const weight: Column<TermView> = {
    title: text('terms.weight'),
    kind: 'number',
    cell: (one) => (one.weight === null ? '–' : numbers.fine(one.weight)),
  }
  const marks: Column<TermView> = { title: text('terms.marks'), cell: (one) => <TermMarks term={one} /> }
  const singles = reply.terms.filter(({ kind }) => kind !== 'pair')
  const pairs = reply.terms.filter(({ kind }) => kind === 'pair')
  const heaviest = singles.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  return (
    <Panel title={text('terms.title')}>
      <p>{text('terms.words')}</p>
      <p className="k-quiet">{text('terms.base', { percent: numbers.percent(reply.baseChance) })}</p>
      <CardTable
        caption={text('terms.title')}
        rows={heaviest}
        keyOf={(one) => one.name}
        columns={[name, weight, range, marks]}
      />
      {pairs.length > 0 && (
        <>
          <h3>{text('terms.pairs')}</h3>
          <CardTable
            caption={text('terms.pairs')}
            rows={pairs}
            keyOf={(one) => one.name}
            columns={[name, range, marks]}
          />
        </>
      )}
    </Panel>
  )
}
