import type { Day } from '../../../../src/kernel/day.ts'
import type { ReturnBody } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { DecideProps } from './decide-panel.tsx'
import { useText } from './texts.ts'
import { useBasedOn } from './use-based-on.ts'

/** Back before the decision's last day: the same decision goes on, a provider is chosen again (programme 4.3). */
export function ReturnForm({ answer, desk, onSeeNew }: DecideProps) {
  const text = useText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const { caseId, person } = answer
  const form = useForm({
    initial: { returnOn: today as string },
    send: ({ returnOn }, written) => {
      const body: ReturnBody = { basedOn: based.basedOn, returnOn: returnOn as Day }
      return based.sent(post<{ returnOn: Day; lastDay: Day }>(`/cases/${caseId}/returns`, body, written))
    },
    changes: changedWith(caseId),
    onDone: ({ returnOn, lastDay }) =>
      notice.tell({
        what: text('return.done', { day: format.day(returnOn), last: format.day(lastDay) }),
        seenBy: text('return.seen-by', { name: person.name }),
      }),
  })
  const based = useBasedOn(desk.version, form.values.returnOn !== today)
  return (
    <>
      <ChangedMeanwhile form={form} answer={answer} based={based} onSeeNew={onSeeNew} />
      <Form form={form} submit={text('return.effect')}>
        <DayInput form={form} name="returnOn" label={text('return.on')} help={text('return.on-help')} example={today} />
      </Form>
    </>
  )
}
