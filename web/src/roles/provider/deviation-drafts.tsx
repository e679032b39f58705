import { Button } from '@midas-ds/components/button'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { DeviationDraftView } from '../../../../src/modules/delivery/contract/sessions.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { paths, screens } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'

const reasons = ['unknown', 'sick', 'child-sick', 'work', 'education', 'other-known'] as const

/** Absences that are over and not reported: what is known is filled in, one tap sends it. Nothing while there is none. */
export function DeviationDrafts() {
  const text = useSessionText()
  const { duty } = useSignedIn()
  const whose = duty.role === 'adviser' ? 'mine' : 'all'
  const { data } = useApi<{ items: DeviationDraftView[] }>(paths.absences, { whose })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={text('drafts.title')}>
      <p className="k-quiet">{text('drafts.lead')}</p>
      <ul className="k-plain-list k-rows">
        {items.map((draft) => (
          <Draft key={draft.subjectId} draft={draft} />
        ))}
      </ul>
    </Panel>
  )
}

function Draft({ draft }: { draft: DeviationDraftView }) {
  const text = useSessionText()
  const say = useStepText()
  const format = useFormat()
  const notice = useNotice()
  const id = useId()
  const [reason, setReason] = useState(draft.reason)
  const sending = useSend<object, unknown>({
    send: (body, written) => post(paths.reportAbsence(draft.subjectId), body, written),
    changes: [paths.absences, '/cases', paths.caseload],
  })
  const when =
    draft.startsAt === null ? format.dayWithWeekday(draft.onDay as Day) : format.instant(draft.startsAt as Instant)
  const send = async () => {
    const answer = await sending.run({ reason })
    if (answer.done) notice.tell({ what: text('drafts.sent', { name: draft.name }), seenBy: text('drafts.seen-by') })
  }
  return (
    <li className="k-stack">
      <p>
        <Link to={screens.participant(draft.caseId)}>
          <bdi>{draft.name}</bdi>
        </Link>{' '}
        {text('drafts.line', { day: when, minutes: draft.minutesAway })}
      </p>
      <div className="k-field k-measure">
        <label htmlFor={id}>{text('drafts.reason')}</label>
        <select
          id={id}
          value={reason}
          onChange={(event) => setReason(event.target.value as DeviationDraftView['reason'])}
        >
          {reasons.map((code) => (
            <option key={code} value={code}>
              {codeWords(say, 'absence', code)}
            </option>
          ))}
        </select>
        <p className="k-quiet k-small">{text('drafts.effect')}</p>
      </div>
      <ProblemNote problem={sending.problem} />
      <div className="k-row">
        <Button size="medium" isPending={sending.pending} onPress={() => void send()}>
          {text('drafts.send', { name: draft.name })}
        </Button>
      </div>
    </li>
  )
}
