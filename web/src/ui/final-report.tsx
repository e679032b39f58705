import type { Day } from '../../../src/kernel/day.ts'
import type { FinalReportView } from '../../../src/modules/delivery/contract/final-reports.ts'
import { useFinalText } from '../language/final-texts.ts'
import { useStepText } from '../language/step-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { codeWords } from './case-steps.ts'
import { Facts } from './facts.tsx'
import { Status } from './status.tsx'

type Version = FinalReportView['earlier'][number]

/** A provider's final report as it stands, and below it those that it corrects (programme 4.6). */
export function FinalReport({ report }: { report: FinalReportView }) {
  const text = useFinalText()
  const format = useFormat()
  return (
    <div className="k-stack">
      <VersionFacts version={report} />
      {report.read !== null && (
        <p>
          <Status kind="done" label={text('read', { day: format.day(report.read.onDay as Day) })} />
        </p>
      )}
      {report.earlier.length > 0 && (
        <details className="k-why">
          <summary>{text('earlier', { n: report.earlier.length })}</summary>
          <div className="k-why-body k-stack">
            {report.earlier.map((version) => (
              <VersionFacts key={version.finalReportId} version={version} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

function VersionFacts({ version }: { version: Version }) {
  const text = useFinalText()
  const say = useStepText()
  const format = useFormat()
  const on = format.day(version.onDay as Day)
  const written = (words: string) => (
    <span className="k-written" dir="auto">
      {words}
    </span>
  )
  return (
    <div>
      <p className="k-quiet k-small">
        {version.by === null ? text('given', { day: on }) : text('given-by', { day: on, name: version.by })}
      </p>
      <Facts
        items={[
          { label: text('occupation'), value: codeWords(say, 'occupation', version.occupation) },
          ...version.done.map((one) => ({
            label: text('done', { name: codeWords(say, 'activity', one.code) }),
            value: written(one.text),
          })),
          { label: text('progress'), value: written(version.progress) },
          { label: text('next-step'), value: written(version.nextStep) },
        ]}
      />
    </div>
  )
}
