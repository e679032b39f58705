import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { RefusalReply } from '../../../../src/modules/decision/contract/parallel-measures.ts'
import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { Because } from '../../ui/case-page.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { BudgetWait } from './budget-wait.tsx'
import { changedWith } from './case-frame.tsx'
import type { DecideProps } from './decide-panel.tsx'
import { useDeskText } from './desk-texts.ts'
import { ExtendForm } from './extend-form.tsx'

type Answer = 'yes' | 'no'

/** Yes or no to an extension, each a decision with its reason and its letter; what cannot be decided says why. */
export function DecideExtension({ acts, ...props }: DecideProps & { acts: readonly CaseAction[] }) {
  const text = useDeskText()
  const [picked, pick] = useState<Answer | null>(null)
  const extend = acts.find((act) => act.name === 'decideExtension')
  const refuse = acts.find((act) => act.name === 'refuseExtension')
  const refused = refuse?.because?.code === 'extension-refused-already'
  const may = { yes: extend?.allowed === true, no: refuse?.allowed === true }
  const choices = (['yes', 'no'] as const).filter((one) => may[one])
  const chosen = picked !== null && may[picked] ? picked : null
  return (
    <Panel title={text('extension.title')}>
      {refused && <p>{text('extension.refused')}</p>}
      {!may.yes && extend !== undefined && (
        <p>
          <strong>{text('extension.not-now')}.</strong> <Because action={extend} />
          <BudgetWait action={extend} caseId={props.answer.caseId} />
        </p>
      )}
      {choices.length > 0 && (
        <fieldset className="k-row k-choices">
          <legend className="k-quiet">{text('extension.question')}</legend>
          {choices.map((one) => (
            <label key={one} className="k-choice">
              <input type="radio" name="extension" checked={chosen === one} onChange={() => pick(one)} />
              {text(`extension.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      {chosen === 'yes' && <ExtendForm {...props} />}
      {chosen === 'no' && <RefuseForm caseId={props.answer.caseId} name={props.answer.person.name} />}
    </Panel>
  )
}

function RefuseForm({ caseId, name }: { caseId: string; name: string }) {
  const text = useDeskText()
  const format = useFormat()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => post<RefusalReply>(`/cases/${caseId}/extension-refusals`, { reason }, written),
    changes: changedWith(caseId),
    onDone: ({ lastDay }) =>
      notice.tell({
        what: text('extension.refuse-done', { day: format.day(lastDay as Day) }),
        seenBy: text('extension.refuse-seen-by', { name }),
      }),
  })
  return (
    <Form form={form} submit={text('extension.refuse-effect')}>
      <FreeTextInput
        form={form}
        name="reason"
        label={text('extension.refuse-reason')}
        help={text('extension.refuse-help')}
      />
    </Form>
  )
}
