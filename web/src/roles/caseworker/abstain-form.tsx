import type { Day } from '../../../../src/kernel/day.ts'
import type { AbstentionBody, AbstentionReply } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { DecideProps } from './decide-panel.tsx'
import { abstentionCodes } from './decision-codes.ts'
import { useText } from './texts.ts'
import { useBasedOn } from './use-based-on.ts'

/** The tool says yes and the caseworker abstains, with a coded reason (programme 4.2). */
export function AbstainForm({ answer, desk, onSeeNew }: DecideProps) {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  const notice = useNotice()
  const { caseId } = answer
  const form = useForm({
    initial: { code: '', text: '' },
    send: (values, written) => {
      const why = values.text.trim() === '' ? {} : { text: values.text }
      const body = { basedOn: based.basedOn, code: values.code, ...why } as AbstentionBody
      return based.sent(post<AbstentionReply>(`/cases/${caseId}/abstentions`, body, written))
    },
    changes: changedWith(caseId),
    onDone: ({ investigateBy }) =>
      notice.tell({
        what:
          investigateBy === null
            ? text('abstain.done')
            : text('abstain.done-investigate', { day: format.day(investigateBy as Day) }),
        seenBy: text('abstain.seen-by'),
      }),
    check: ({ code }) => (code === '' ? [{ field: 'code', title: text('abstain.code-missing') }] : []),
  })
  const based = useBasedOn(desk.version, form.values.code !== '' || form.values.text !== '')
  return (
    <>
      <ChangedMeanwhile form={form} answer={answer} based={based} onSeeNew={onSeeNew} />
      <Form form={form} submit={text('abstain.effect')}>
        <ChoiceInput
          form={form}
          name="code"
          label={text('abstain.code')}
          choices={abstentionCodes.map((code) => ({ value: code, label: codeWords(words, 'abstention', code) }))}
        />
        <FreeTextInput
          form={form}
          name="text"
          label={text('abstain.text')}
          help={text('abstain.text-help')}
          optional={form.values.code !== 'other'}
        />
      </Form>
    </>
  )
}
