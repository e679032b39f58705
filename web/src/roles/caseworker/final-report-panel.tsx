import type { FinalReportView } from '../../../../src/modules/delivery/contract/final-reports.ts'
import type { DeliveryReply } from '../../../../src/modules/delivery/contract.ts'
import { post } from '../../api/client.ts'
import { useFinalText } from '../../language/final-texts.ts'
import { FinalReport } from '../../ui/final-report.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useDeskText } from './desk-texts.ts'

/** The final report of each spell that is over; what has not been read leaves the queue when it is (programme 4.6, 4.9). */
export function FinalReportPanel({ caseId, spells }: { caseId: string; spells: DeliveryReply['spells'] }) {
  const text = useFinalText()
  const given = spells.flatMap(({ finalReport, providerName }) => (finalReport ? [{ finalReport, providerName }] : []))
  if (given.length === 0) return null
  return (
    <Panel title={text('title')}>
      {given.toReversed().map(({ finalReport, providerName }) => (
        <section
          key={finalReport.finalReportId}
          className="k-stack"
          aria-label={text('from', { provider: providerName })}
        >
          <h3>{text('from', { provider: providerName })}</h3>
          <FinalReport report={finalReport} />
          {finalReport.read === null && <Read caseId={caseId} report={finalReport} />}
        </section>
      ))}
    </Panel>
  )
}

function Read({ caseId, report }: { caseId: string; report: FinalReportView }) {
  const text = useDeskText()
  const notice = useNotice()
  const form = useForm({
    initial: {},
    send: (_values, written) => post(`/final-reports/${report.finalReportId}/reading`, {}, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('final.read-done'), seenBy: text('final.read-seen-by') }),
  })
  return (
    <Form form={form} submit={text('final.read-effect')}>
      {null}
    </Form>
  )
}
