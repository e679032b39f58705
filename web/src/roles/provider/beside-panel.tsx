import { day } from '../../../../src/kernel/day.ts'
import type { MeasuresReply } from '../../../../src/modules/decision/contract/parallel-measures.ts'
import type { CaseWaiversReply } from '../../../../src/modules/delivery/contract/desk.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'
import { useInformText } from './inform-texts.ts'
import { paths } from './paths.ts'

/** What the caseworker has decided that changes the week: measures with others, and exceptions for the meetings. */
export function BesidePanel({ caseId }: { caseId: string }) {
  const text = useInformText()
  const words = useStepText()
  const format = useFormat()
  const measures = useApi<MeasuresReply>(paths.measures(caseId)).data?.items ?? []
  const exceptions = useApi<CaseWaiversReply>(paths.exceptions(caseId)).data?.items ?? []
  if (measures.length + exceptions.length === 0) return null
  return (
    <Panel title={text('beside.title')}>
      <ul className="k-plain-list k-rows">
        {measures.map((one) => (
          <li key={one.measureId}>
            <p>{text('beside.measure', { kind: codeWords(words, 'measure', one.kind), actor: one.actor })}</p>
            <p>{format.days(day(one.firstDay), day(one.lastDay))}</p>
            <p className="k-quiet k-small">
              {one.fullTime ? text('beside.full') : text('beside.part', { hours: format.number(one.hoursPerWeek) })}
            </p>
          </li>
        ))}
        {exceptions.map((one) => (
          <li key={one.caseWaiverId}>
            <p>{text(`beside.${one.rule}`)}</p>
            <p>{format.days(day(one.firstDay), day(one.lastDay))}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
