import { Button } from '@midas-ds/components/button'
import type { ApplicationBody } from '../../../../src/modules/vacancies/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useJobsText } from '../../ui/jobs/texts.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useForm } from '../../ui/use-form.ts'

type OfCase = { caseId: string }

/** Says that one has applied for this job, today. */
export function AppliedButton({ caseId, adId }: OfCase & { adId: string }) {
  const text = useJobsText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const sending = useSend<ApplicationBody, unknown>({
    send: (body, written) => post(`/cases/${caseId}/applications`, body, written),
    changes: [`/cases/${caseId}/jobs`],
  })
  const say = async () => {
    const sent = await sending.run({ adId, appliedOn: today })
    if (sent.done) notice.tell({ what: text('said.applied'), seenBy: text('said.seen-by') })
  }
  return (
    <div className="k-stack">
      <ProblemNote problem={sending.problem} />
      <div className="k-row">
        <Button variant="secondary" onPress={() => void say()} isPending={sending.pending}>
          {text('say.applied')}
        </Button>
      </div>
    </div>
  )
}

/** A job found elsewhere. */
export function OtherApplication({ caseId }: OfCase) {
  const text = useJobsText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { headline: '', employer: '', appliedOn: today as string },
    send: (values, written) => post(`/cases/${caseId}/applications`, values, written),
    changes: [`/cases/${caseId}/jobs`],
    onDone: () => notice.tell({ what: text('said.applied'), seenBy: text('said.seen-by') }),
  })
  return (
    <details className="k-why">
      <summary>{text('other.title')}</summary>
      <div className="k-why-body">
        <Form form={form} submit={text('other.send')}>
          <TextInput form={form} name="headline" label={text('other.headline')} />
          <TextInput form={form} name="employer" label={text('other.employer')} />
          <DayInput form={form} name="appliedOn" label={text('other.day')} example={today} />
        </Form>
      </div>
    </details>
  )
}
