import type { Day } from '../../../../src/kernel/day.ts'
import type { DeliveryReply } from '../../../../src/modules/delivery/contract.ts'
import { post } from '../../api/client.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'
import { YesNoForm } from './yes-no-form.tsx'

type Deviation = DeliveryReply['deviations'][number]
type Version = Deviation['earlier'][number]

/** Deviation reports; an accepted absence of whole days is approved absence, and moves the clocks (programme 4.5). */
export function DeviationsPanel({ caseId, deviations }: { caseId: string; deviations: readonly Deviation[] }) {
  const text = useText()
  if (deviations.length === 0) return null
  const waiting = deviations.filter((deviation) => deviation.outcome === null)
  const decided = deviations.filter((deviation) => deviation.outcome !== null)
  return (
    <Panel title={text('deviation.title')}>
      {waiting.map((deviation) => (
        <section className="k-stack" key={deviation.deviationId}>
          <DeviationFacts deviation={deviation} />
          <Corrected earlier={deviation.earlier} />
          <Decide caseId={caseId} deviation={deviation} />
        </section>
      ))}
      {decided.map((deviation) => (
        <div key={deviation.deviationId}>
          <DeviationFacts deviation={deviation} />
          <Corrected earlier={deviation.earlier} />
        </div>
      ))}
    </Panel>
  )
}

/** What a corrected report said before. */
function Corrected({ earlier }: { earlier: readonly Version[] }) {
  const text = useText()
  if (earlier.length === 0) return null
  return (
    <details className="k-why">
      <summary>{text('deviation.corrects', { n: earlier.length })}</summary>
      <div className="k-why-body k-stack">
        {earlier.map((version) => (
          <DeviationFacts key={version.deviationId} deviation={version} />
        ))}
      </div>
    </details>
  )
}

function DeviationFacts({ deviation }: { deviation: Version }) {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  const { firstDay, lastDay, outcome } = deviation
  return (
    <div>
      <p>
        <strong>{codeWords(words, 'deviation', deviation.kind)}</strong>{' '}
        {firstDay === lastDay ? format.day(firstDay as Day) : format.days(firstDay as Day, lastDay as Day)}
        {deviation.minutes !== null && ` · ${text('deviation.minutes', { n: deviation.minutes })}`}
      </p>
      {deviation.reason !== null && (
        <p>{text('deviation.reason', { reason: codeWords(words, 'absence', deviation.reason) })}</p>
      )}
      {deviation.description !== null && (
        <p>
          <bdi>{deviation.description}</bdi>
        </p>
      )}
      <Status
        kind={outcome === null ? 'waiting' : outcome === 'accepted' ? 'done' : 'stopped'}
        label={text(outcome === null ? 'deviation.waiting' : `deviation.${outcome}`)}
      />
      <p className="k-quiet k-small">{text('deviation.reported', { day: format.day(deviation.reportedOn as Day) })}</p>
    </div>
  )
}

function Decide({ caseId, deviation }: { caseId: string; deviation: Deviation }) {
  const text = useText()
  return (
    <YesNoForm
      question={text('deviation.question')}
      effect={text('deviation.decide')}
      missing={text('deviation.missing')}
      why={{ name: 'why', label: text('deviation.why'), help: text('deviation.why-help') }}
      seenBy={text('deviation.seen-by')}
      changes={changedWith(caseId)}
      send={(body, written) => post(`/deviations/${deviation.deviationId}/decision`, body, written)}
      options={[
        {
          value: 'accepted',
          label: text('deviation.accept'),
          help: text('deviation.accept-help'),
          effect: text('deviation.accept-effect'),
          done: text('deviation.accepted-done'),
        },
        {
          value: 'not-accepted',
          label: text('deviation.refuse'),
          effect: text('deviation.refuse-effect'),
          done: text('deviation.refused-done'),
          needsWhy: true,
        },
      ]}
    />
  )
}
