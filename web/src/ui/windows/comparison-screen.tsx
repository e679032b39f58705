import { Link, useParams } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { ComparisonReply } from '../../../../src/modules/assessment/contract/windows.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../facts.tsx'
import { Progress } from '../progress.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useWindowPlace } from './addresses.ts'
import { Deadweight } from './deadweight.tsx'
import { GroupsPanel } from './groups-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { ProvidersPanel } from './providers-panel.tsx'
import { useWindowText } from './texts.ts'
import { FlowTable, LevelTable, useCount } from './totals.tsx'
import { useWindowWords } from './window-words.tsx'

const paceMs = 1500

/** How far a comparison has come, then what the change would do: in a sentence, by level, by group, and a day to switch on. */
export function ComparisonScreen() {
  const text = useWindowText()
  const words = useWindowWords()
  const place = useWindowPlace()
  const { comparisonId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useComparison(comparisonId)
  const title =
    data === undefined
      ? text('comparison.any')
      : text('comparison.of', {
          before: words.nameOf(data.before.number),
          after: words.calledIn(data.after.number),
        })
  return (
    <Screen title={title} action={<Link to={place.root}>{text('comparison.back')}</Link>}>
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <Panel>
            <div role="status">
              {data.result === null ? <Going of={data} /> : <Sentence of={data} result={data.result} />}
            </div>
            <Sides of={data} />
          </Panel>
          {data.result !== null && <Found of={data} result={data.result} />}
        </>
      )}
    </Screen>
  )
}

type Result = NonNullable<ComparisonReply['result']>

/** Asked again while it goes on, so that the page can be left and come back to. */
function useComparison(comparisonId: string) {
  const path = `/windows/comparisons/${comparisonId}`
  const answer = useApi<ComparisonReply>(path)
  const isGoing = answer.data !== undefined && answer.data.state !== 'done'
  useApi<ComparisonReply>(isGoing ? path : null, {}, { everyMs: paceMs })
  return answer
}

function Going({ of }: { of: ComparisonReply }) {
  const text = useWindowText()
  return (
    <div className="k-stack">
      <p>
        <Status kind="waiting" label={text(`comparisons.state.${of.state}`)} />
      </p>
      {of.people !== null && <Progress label={text('comparison.going')} done={of.peopleDone} total={of.people} />}
      <p className="k-quiet">{text('comparison.leave')}</p>
    </div>
  )
}

function Sentence({ of, result }: { of: ComparisonReply; result: Result }) {
  const text = useWindowText()
  const format = useFormat()
  const count = useCount(of.leastCount)
  const { total } = result
  const { costBeforeOre: before, costAfterOre: after } = total
  const wholeKronor = (ore: number) => format.kronor(Math.round(ore / 100_000) * 100_000)
  const difference = (after ?? 0) - (before ?? 0)
  const amount = wholeKronor(Math.abs(difference))
  const change = difference > 0 ? 'more' : difference < 0 ? 'less' : 'same'
  return (
    <div className="k-stack">
      <p className="k-h2">
        {text('comparison.answer', {
          enters: count(total.enters),
          leaves: count(total.leaves),
          after: count(total.referableAfter),
          before: count(total.referableBefore),
          people: count(total.people),
        })}
      </p>
      {total.otherLevel !== 0 && <p>{text('comparison.levels', { n: count(total.otherLevel) })}</p>}
      {before !== null && after !== null && (
        <p>
          {text('comparison.cost', {
            before: wholeKronor(before),
            after: wholeKronor(after),
            difference: text(`comparison.cost-${change}`, { amount }),
          })}
        </p>
      )}
      <p className="k-quiet k-small">
        {text('comparison.rests', {
          day: format.day(of.onDay as Day),
          model: of.model ?? '',
          least: of.leastCount,
        })}
      </p>
    </div>
  )
}

function Sides({ of }: { of: ComparisonReply }) {
  const text = useWindowText()
  const words = useWindowWords()
  const said = ({ number, law }: ComparisonReply['before']) => (
    <>
      <strong>{words.nameOf(number)}</strong>: {words.asks(law)}. {words.cuts(law)}.
    </>
  )
  return (
    <Facts
      items={[
        { label: text('comparison.before'), value: said(of.before) },
        { label: text('comparison.after'), value: said(of.after) },
      ]}
    />
  )
}

function Found({ of, result }: { of: ComparisonReply; result: Result }) {
  const text = useWindowText()
  const place = useWindowPlace()
  return (
    <>
      <Panel title={text('comparison.levels-title')}>
        <LevelTable total={result.total} />
        <FlowTable flows={result.flows} />
      </Panel>
      <GroupsPanel groups={result.groups} leastCount={of.leastCount} />
      {result.providers !== null && <ProvidersPanel rows={result.providers} leastCount={of.leastCount} />}
      <Deadweight of={result.deadweight} />
      {place.decides && <PlanPanel comparisonId={of.comparisonId} />}
    </>
  )
}
