import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import type { Tap } from '../../offline/outbox.ts'

type Answered = { answer: 'confirmed' | 'disputed'; comment?: string }

/** The participant's answer to one row of the log, as it is sent and as it may wait on the device. */
export function answerTo(item: LogItem, caseId: string, answered: Answered): Tap {
  return {
    ...ofLog(caseId, item.onDay.slice(0, 7)),
    kind: 'log-answer',
    about: { day: item.onDay, said: answered.answer },
    subjects: [item.id],
    body: { items: [{ kind: item.kind, id: item.id, ...answered }] },
  }
}

/** Yes to the rows that are shown: whatever is logged while the answer waits is not answered by it. */
export function confirmAll(items: readonly LogItem[], caseId: string, month: string): Tap {
  const open = items.filter((item) => item.answer === 'none')
  return {
    ...ofLog(caseId, month),
    kind: 'month',
    about: { month },
    subjects: open.map((item) => item.id),
    body: { items: open.map(({ kind, id }) => ({ kind, id, answer: 'confirmed' })) },
  }
}

const ofLog = (caseId: string, month: string) => ({
  lane: caseId,
  path: `/cases/${caseId}/confirmations`,
  screen: `/app/participant/month?month=${month}`,
  changes: [`/cases/${caseId}`],
})
