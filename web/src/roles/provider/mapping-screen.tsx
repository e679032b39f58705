import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import type { DeliveryReply } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'

/** The mapping: what the person tells, in own words; the plan rests on it. */
export function MappingScreen() {
  const text = useText()
  return (
    <ActScreen title={text('mapping.title')} lead={text('mapping.lead')}>
      {({ caseId, name, service }) => <MappingForm caseId={caseId} name={name} mapping={service.mapping} />}
    </ActScreen>
  )
}

type Props = { caseId: string; name: string; mapping: DeliveryReply['mapping'] }

function MappingForm({ caseId, name, mapping }: Props) {
  const text = useText()
  const { today } = useSignedIn()
  const done = useDone(caseId)
  const checked = useCheck()
  const told = mapping?.content ?? null
  const known = told !== null
  const form = useForm({
    initial: {
      needs: told?.needs ?? '',
      strengths: told?.strengths ?? '',
      obstacles: told?.obstacles ?? '',
      language: told?.language ?? '',
      health: told?.health ?? '',
      wantedWork: told?.wantedWork ?? '',
      onDay: today as string,
    },
    send: (values, written) => post(paths.mapping(caseId), values, written),
    check: (values) =>
      checked(values, {
        needs: ['text', text('mapping.needs')],
        strengths: ['text', text('mapping.strengths')],
        wantedWork: ['text', text('mapping.wantedWork')],
        onDay: ['day', text('mapping.on-day')],
      }),
    changes: changedBy(caseId),
    onDone: () => done({ what: text('mapping.saved', { name }), seenBy: text('mapping.seen-by') }),
  })
  return (
    <Panel>
      <Form form={form} submit={text(known ? 'mapping.save-again' : 'mapping.save')}>
        <LongTextInput
          form={form}
          name="needs"
          label={text('mapping.needs')}
          help={text('mapping.needs-help')}
          known={known}
        />
        <LongTextInput
          form={form}
          name="strengths"
          label={text('mapping.strengths')}
          help={text('mapping.strengths-help')}
          known={known}
        />
        <LongTextInput form={form} name="obstacles" label={text('mapping.obstacles')} optional known={known} />
        <LongTextInput
          form={form}
          name="language"
          label={text('mapping.language')}
          help={text('mapping.language-help')}
          optional
          known={known}
        />
        <LongTextInput
          form={form}
          name="health"
          label={text('mapping.health')}
          help={text('mapping.health-help')}
          optional
          known={known}
        />
        <LongTextInput
          form={form}
          name="wantedWork"
          label={text('mapping.wantedWork')}
          help={text('mapping.wanted-help')}
          known={known}
        />
        <DayInput form={form} name="onDay" label={text('mapping.on-day')} example={today} />
      </Form>
    </Panel>
  )
}
