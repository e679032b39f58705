import { useNavigate } from '@tanstack/react-router'
import { addDays } from '../../../../src/kernel/day.ts'
import type { PlanChanged, PlanWindowBody } from '../../../../src/modules/assessment/contract/windows.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../day-input.tsx'
import { LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel } from '../screen.tsx'
import { useForm } from '../use-form.ts'
import { useWindowPlace } from './addresses.ts'
import { useWindowText } from './texts.ts'

/** Drafts a switch to the comparison's second window on a day ahead; another administrator approves it. */
export function PlanPanel({ comparisonId }: { comparisonId: string }) {
  const text = useWindowText()
  const notice = useNotice()
  const navigate = useNavigate()
  const place = useWindowPlace()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { from: '', reason: '' },
    send: (values, written) => {
      const body: PlanWindowBody = { comparisonId, ...values }
      return post<PlanChanged>('/windows/plans', body, written)
    },
    changes: ['/windows'],
    onDone: () => {
      notice.tell({ what: text('plan.done'), seenBy: text('plans.seen-by') })
      void navigate({ to: place.root })
    },
  })
  return (
    <Panel title={text('plan.title')}>
      <p>{text('plan.words')}</p>
      <Form form={form} submit={text('plan.effect')}>
        <DayInput
          form={form}
          name="from"
          label={text('plan.from')}
          help={text('plan.from-help')}
          example={addDays(today, 1)}
        />
        <LongTextInput form={form} name="reason" label={text('plan.reason')} />
      </Form>
    </Panel>
  )
}
