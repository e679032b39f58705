import { useMemo } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { DecisionReply, ExtensionBody } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
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

/** The extension: once, from the day after the last, with a reason of its own (programme 4.3). */
export function ExtendForm({ answer, desk, onSeeNew }: DecideProps) {
  const text = useText()
  const notice = useNotice()
  const format = useFormat()
  const { caseId, person } = answer
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => {
      const body: ExtensionBody = { basedOn: based.basedOn, reason }
      return based.sent(post<DecisionReply>(`/cases/${caseId}/extensions`, body, written))
    },
    changes: changedWith(caseId),
    onDone: ({ lastDay }) =>
      notice.tell({
        what: text('extend.done', { day: lastDay === null ? '' : format.day(lastDay as Day) }),
        seenBy: text('extend.seen-by', { name: person.name }),
      }),
  })
  const based = useBasedOn(desk.version, form.values.reason !== '')
  const asked = useMemo(() => ({ kind: 'extension', reason: form.values.reason }), [form.values.reason])
  return (
    <>
      <ChangedMeanwhile form={form} answer={answer} based={based} onSeeNew={onSeeNew} />
      <Form form={form} submit={text('extend.effect')}>
        <FreeTextInput form={form} name="reason" label={text('extend.reason')} help={text('extend.reason-help')} />
      </Form>
      <LetterPreview caseId={caseId} asked={asked} />
    </>
  )
}
