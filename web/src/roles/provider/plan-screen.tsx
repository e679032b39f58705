import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { ProgrammeDemands } from '../../ui/plan-week.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import type { DeliveryReply } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { changedBy, paths, screens } from './paths.ts'
import { PlanActivities } from './plan-activities.tsx'
import { emptyRow, hoursOf, rowsOf, sentRows } from './plan-rows.ts'
import { PlanSum } from './plan-sum.tsx'
import { useText } from './texts.ts'

/** The joint plan, made with the participant: goals, and activities that cover all available hours. */
export function PlanScreen() {
  const text = useText()
  return (
    <ActScreen title={text('plan.title')} lead={text('plan.lead')}>
      {({ caseId, service }) =>
        service.mapping === null ? (
          <EmptyState
            title={text('plan.mapping-first')}
            words={text('plan.mapping-first-words')}
            action={
              <Link className="k-button-link" to={screens.act(caseId, 'mapping')}>
                {text('mapping.make')}
              </Link>
            }
          />
        ) : (
          <PlanForm caseId={caseId} service={service} />
        )
      }
    </ActScreen>
  )
}

function PlanForm({ caseId, service }: { caseId: string; service: DeliveryReply }) {
  const text = useText()
  const { today } = useSignedIn()
  const done = useDone(caseId)
  const checked = useCheck()
  const unseen = useSensitiveCheck()
  const known = service.plans.find((plan) => plan.current)
  const [rows, setRows] = useState(() => (known === undefined ? [emptyRow(0)] : rowsOf(known.activities)))
  const form = useForm({
    initial: {
      goals: known?.goals ?? '',
      languageSupport: known?.languageSupport ?? false,
      agreedOn: today as string,
      activities: '',
      sensitiveSeen: false,
    },
    send: ({ goals, languageSupport, agreedOn }, written) =>
      post(paths.plans(caseId), { goals, languageSupport, agreedOn, activities: sentRows(rows) }, written),
    check: (values) => [
      ...checked(values, { goals: ['text', text('plan.goals')], agreedOn: ['day', text('plan.agreed-on')] }),
      ...unseen(values, ['goals'], 'sensitiveSeen'),
    ],
    changes: changedBy(caseId),
    onDone: () => done({ what: text('plan.sent'), seenBy: text('plan.seen-by') }),
  })
  const change = (changed: typeof rows) => {
    setRows(changed)
    // A problem with the lines is mended by changing them.
    form.set('activities', String(hoursOf(changed)))
  }
  return (
    <Panel>
      <Form form={form} submit={text('plan.send')}>
        <FreeTextInput
          form={form}
          name="goals"
          seen="sensitiveSeen"
          label={text('plan.goals')}
          help={text('plan.goals-help')}
          known={known !== undefined}
        />
        <PlanActivities id={form.idOf('activities')} error={form.errorOf('activities')} rows={rows} onChange={change} />
        <ProgrammeDemands programme={service.programme} />
        <PlanSum rows={rows} available={service.availableHours} onChange={change} />
        <CheckInput form={form} name="languageSupport" label={text('plan.language-support')} />
        <DayInput form={form} name="agreedOn" label={text('plan.agreed-on')} example={today} />
      </Form>
    </Panel>
  )
}
