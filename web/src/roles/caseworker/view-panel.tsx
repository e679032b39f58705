import { Button } from '@midas-ds/components/button'
import type { Day } from '../../../../src/kernel/day.ts'
import type { EvidenceReply } from '../../../../src/modules/delivery/contract/desk.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { changedWith } from './case-frame.tsx'
import { useDeskText } from './desk-texts.ts'

/** What the provider thinks of an extension, or the question to it (programme 4.3). */
export function ViewPanel({ caseId, evidence }: { caseId: string; evidence: EvidenceReply }) {
  const text = useDeskText()
  const format = useFormat()
  const notice = useNotice()
  const { view, viewAskedUntil } = evidence
  const ask = useSend({
    send: (_: null, written) => post(`/cases/${caseId}/view-requests`, undefined, written),
    changes: changedWith(caseId),
  })
  const press = async () => {
    const sent = await ask.run(null)
    if (sent.done) notice.tell({ what: text('view.ask-done'), seenBy: text('view.seen-by') })
  }
  return (
    <Panel title={text('view.title')}>
      {view === null ? (
        <p>{text('view.none')}</p>
      ) : (
        <>
          <p className="k-quiet">
            {text('view.from', { name: view.providerName, day: format.day(view.onDay as Day) })}
          </p>
          <p>
            <bdi>{view.words}</bdi>
          </p>
        </>
      )}
      <ProblemNote problem={ask.problem} />
      {viewAskedUntil !== null && (
        <Status kind="waiting" label={text('view.asked', { day: format.day(viewAskedUntil as Day) })} />
      )}
      {viewAskedUntil === null && view === null && evidence.period !== null && (
        <Button variant="secondary" isPending={ask.pending} onPress={() => void press()}>
          {text('view.ask')}
        </Button>
      )}
    </Panel>
  )
}
