import { useMemo } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { DecisionReply, ReferralBody } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput, LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { DecideProps } from './decide-panel.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { useText } from './texts.ts'

/** The decision on referral, with the letter as it will be. */
export function ReferForm({ answer, desk, onSeeNew }: DecideProps) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const { caseId, person } = answer
  const level = desk.level ?? ''
  const form = useForm({
    initial: { reason: '', earlier: false, 'startEarlier.on': '', 'startEarlier.reason': '' },
    send: (values, written) => post<DecisionReply>(`/cases/${caseId}/referrals`, bodyOf(values, desk), written),
    changes: changedWith(caseId),
    onDone: () =>
      notice.tell({ what: text('refer.done', { level }), seenBy: text('refer.seen-by', { name: person.name }) }),
  })
  const asked = useMemo(() => ({ kind: 'referral', reason: form.values.reason }), [form.values.reason])
  return (
    <>
      <ChangedMeanwhile form={form} answer={answer} onSeeNew={onSeeNew} />
      <Form form={form} submit={text('refer.effect', { level })}>
        <LongTextInput form={form} name="reason" label={text('refer.reason')} help={text('refer.reason-help')} />
        <CheckInput form={form} name="earlier" label={text('refer.earlier')} help={text('refer.earlier-help')} />
        {form.values.earlier && (
          <>
            <DayInput form={form} name="startEarlier.on" label={text('refer.earlier-on')} example={today} />
            <LongTextInput form={form} name="startEarlier.reason" label={text('refer.earlier-reason')} />
          </>
        )}
      </Form>
      <LetterPreview caseId={caseId} asked={asked} />
    </>
  )
}

type Values = { reason: string; earlier: boolean; 'startEarlier.on': string; 'startEarlier.reason': string }

function bodyOf(values: Values, desk: DecideProps['desk']): ReferralBody {
  const earlier = { on: values['startEarlier.on'] as Day, reason: values['startEarlier.reason'] }
  return {
    basedOn: desk.version,
    reason: values.reason,
    ...(desk.level === null ? {} : { level: desk.level }),
    ...(values.earlier ? { startEarlier: earlier } : {}),
  }
}
