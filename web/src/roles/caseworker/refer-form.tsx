import { useMemo } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { DecisionReply, ReferralBody } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { DecideProps } from './decide-panel.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { useText } from './texts.ts'
import { useBasedOn } from './use-based-on.ts'

/** The decision on referral, with the letter as it will be. */
export function ReferForm({ answer, desk, onSeeNew }: DecideProps) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const { caseId, person } = answer
  const level = desk.level ?? ''
  const form = useForm({
    initial: { reason: '', earlier: false, 'startEarlier.on': '', 'startEarlier.reason': '' },
    send: (values, written) =>
      based.sent(post<DecisionReply>(`/cases/${caseId}/referrals`, bodyOf(values, desk.level, based.basedOn), written)),
    changes: changedWith(caseId),
    onDone: () =>
      notice.tell({ what: text('refer.done', { level }), seenBy: text('refer.seen-by', { name: person.name }) }),
  })
  const based = useBasedOn(desk.version, form.values.reason !== '')
  const asked = useMemo(() => ({ kind: 'referral', reason: form.values.reason }), [form.values.reason])
  return (
    <>
      <ChangedMeanwhile form={form} answer={answer} based={based} onSeeNew={onSeeNew} />
      <Form form={form} submit={text('refer.effect', { level })}>
        <FreeTextInput form={form} name="reason" label={text('refer.reason')} help={text('refer.reason-help')} />
        <CheckInput form={form} name="earlier" label={text('refer.earlier')} help={text('refer.earlier-help')} />
        {form.values.earlier && (
          <>
            <DayInput form={form} name="startEarlier.on" label={text('refer.earlier-on')} example={today} />
            <FreeTextInput form={form} name="startEarlier.reason" label={text('refer.earlier-reason')} />
          </>
        )}
      </Form>
      <LetterPreview caseId={caseId} asked={asked} />
    </>
  )
}

type Values = { reason: string; earlier: boolean; 'startEarlier.on': string; 'startEarlier.reason': string }

function bodyOf(values: Values, level: DecideProps['desk']['level'], basedOn: string): ReferralBody {
  const earlier = { on: values['startEarlier.on'] as Day, reason: values['startEarlier.reason'] }
  return {
    basedOn,
    reason: values.reason,
    ...(level === null ? {} : { level }),
    ...(values.earlier ? { startEarlier: earlier } : {}),
  }
}
