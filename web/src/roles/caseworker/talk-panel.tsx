import type { Day } from '../../../../src/kernel/day.ts'
import type { DecisionDesk, PlanningTalkBody } from '../../../../src/modules/decision/contract.ts'
import type { CaseAction } from '../../api/case.ts'
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
import { useText } from './texts.ts'

type Props = { caseId: string; talk: DecisionDesk['talk']; acts: readonly CaseAction[] }

/** The planning talk that every decision on referral rests on (programme 4.3). */
export function TalkPanel({ caseId, talk, acts }: Props) {
  const text = useText()
  const format = useFormat()
  const may = acts.some((act) => act.name === 'holdPlanningTalk' && act.allowed)
  return (
    <Panel title={text('talk.title')}>
      {talk === null ? (
        <Status kind="waiting" label={text('talk.none')} />
      ) : (
        <p>
          <Status kind="done" label={text('talk.held', { day: format.day(talk.heldOn as Day) })} />
          <span className="k-block">{text(`talk.available.${talk.available}`)}</span>
        </p>
      )}
      {may && (
        <details className="k-why" open={talk === null}>
          <summary>{text(talk === null ? 'talk.first' : 'talk.again')}</summary>
          <div className="k-why-body">
            <p className="k-quiet">{text('talk.closes')}</p>
            <TalkForm key={talk?.heldOn ?? 'first'} caseId={caseId} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function TalkForm({ caseId }: { caseId: string }) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { heldOn: today as string, mode: 'meeting', available: '', notes: '' },
    send: (values, written) => post(`/cases/${caseId}/planning-talks`, values as PlanningTalkBody, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('talk.done'), seenBy: text('talk.seen-by') }),
    check: ({ available }) => (available === '' ? [{ field: 'available', title: text('talk.available-missing') }] : []),
  })
  const choices = <Name extends 'mode' | 'available'>(name: Name, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: text(`talk.${name}.${code}` as 'talk.mode.video') }))
  return (
    <Form form={form} submit={text('talk.effect')}>
      <DayInput form={form} name="heldOn" label={text('talk.held-on')} example={today} />
      <ChoiceInput
        form={form}
        name="mode"
        label={text('talk.mode')}
        choices={choices('mode', ['meeting', 'video', 'telephone'])}
      />
      <ChoiceInput
        form={form}
        name="available"
        label={text('talk.available')}
        help={text('talk.available-help')}
        choices={choices('available', ['yes', 'partly', 'no'])}
      />
      <FreeTextInput form={form} name="notes" label={text('talk.notes')} help={text('talk.notes-help')} />
    </Form>
  )
}
