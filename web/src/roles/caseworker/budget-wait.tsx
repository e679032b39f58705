import { Button } from '@midas-ds/components/button'
import { type Day, day } from '../../../../src/kernel/day.ts'
import type { BudgetWaitReply } from '../../../../src/modules/decision/contract.ts'
import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

/** Where only the budget stops a decision: one button that brings the case back when it opens. */
export function BudgetWait({ action, caseId }: { action: CaseAction; caseId: string }) {
  const text = useText()
  const format = useFormat()
  const notice = useNotice()
  const kind = action.name === 'decideExtension' ? 'extension' : 'referral'
  const sending = useSend<null, BudgetWaitReply>({
    send: (_, written) => post<BudgetWaitReply>(`/cases/${caseId}/budget-waits`, { kind }, written),
    changes: changedWith(caseId),
  })
  if (action.because?.code !== 'budget-closed') return null
  const wait = async () => {
    const answer = await sending.run(null)
    if (!answer.done) return
    const opens = format.day(day(answer.value.opensOn) as Day)
    notice.tell({ what: text('budget-wait.done', { day: opens }), seenBy: text('budget-wait.seen-by') })
  }
  return (
    <div className="k-stack">
      <ProblemNote problem={sending.problem} />
      <div>
        <Button variant="secondary" isPending={sending.pending} onPress={() => void wait()}>
          {text('budget-wait.effect')}
        </Button>
      </div>
    </div>
  )
}
