import type { Day } from '../../../../src/kernel/day.ts'
import type { DecisionDesk, PlanningTalkBody } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { nextSteps, talkModes } from './desk-codes.ts'
import { useDeskText } from './desk-texts.ts'
import { useText } from './texts.ts'

/** The end is planned before the last day: a talk, and what comes after (programme 4.9). */
export function EndPanel({ caseId, desk }: { caseId: string; desk: DecisionDesk }) {
  const text = useDeskText()
  const format = useFormat()
  const [chain] = desk.chains
  const lastDay = chain?.lastGrantedDay ?? null
  const step = desk.talk?.nextStep ?? null
  return (
    <Panel title={text('end.title')}>
      <p>{lastDay === null ? text('end.no-day') : text('end.lead', { day: format.day(lastDay as Day) })}</p>
      <p>
        {step === null ? (
          <Status kind="waiting" label={text('end.not-planned')} />
        ) : (
          <Status kind="done" label={text('end.planned', { step: text(`end.step.${step}`) })} />
        )}
      </p>
      {lastDay !== null && (
        <details className="k-why" open={step === null}>
          <summary>{text(step === null ? 'end.plan' : 'end.again')}</summary>
          <div className="k-why-body">
            <EndForm key={desk.talk?.heldOn ?? 'first'} caseId={caseId} desk={desk} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function EndForm({ caseId, desk }: { caseId: string; desk: DecisionDesk }) {
  const text = useDeskText()
  const say = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: {
      heldOn: today as string,
      mode: 'meeting',
      available: desk.availability as string,
      nextStep: '',
      notes: '',
    },
    send: (values, written) => post(`/cases/${caseId}/planning-talks`, values as PlanningTalkBody, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('end.done'), seenBy: text('end.seen-by') }),
    check: ({ nextStep }) => (nextStep === '' ? [{ field: 'nextStep', title: text('end.step-missing') }] : []),
  })
  return (
    <Form form={form} submit={text('end.effect')}>
      <ChoiceInput
        form={form}
        name="nextStep"
        label={text('end.step')}
        choices={nextSteps.map((value) => ({ value, label: text(`end.step.${value}`) }))}
      />
      <FreeTextInput form={form} name="notes" label={text('end.notes')} help={text('end.notes-help')} />
      <DayInput form={form} name="heldOn" label={text('end.held-on')} example={today} />
      <ChoiceInput
        form={form}
        name="mode"
        label={text('end.mode')}
        choices={talkModes.map((value) => ({ value, label: say(`talk.mode.${value}`) }))}
      />
      <ChoiceInput
        form={form}
        name="available"
        label={say('talk.available')}
        known
        choices={(['yes', 'partly', 'no'] as const).map((value) => ({ value, label: say(`talk.available.${value}`) }))}
      />
    </Form>
  )
}
