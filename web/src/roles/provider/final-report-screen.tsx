import { day } from '../../../../src/kernel/day.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Facts } from '../../ui/facts.tsx'
import { LongTextInput, SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { SensitiveNote } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import { useActivityLaw } from './activity-law.ts'
import type { DeliveryReply } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'

const occupations = ['work', 'studies', 'jobseeking', 'other-measure', 'sick-leave', 'other'] as const
type Spell = DeliveryReply['spells'][number]

/** When the time with the provider is over: what was done, what came of it, what is next. */
export function FinalReportScreen() {
  const text = useText()
  const { today } = useSignedIn()
  return (
    <ActScreen title={text('final.title')} lead={text('final.lead')}>
      {({ caseId, name, service }) => {
        const over = service.spells.filter((spell) => spell.lastDay !== null && day(spell.lastDay) <= today)
        const open = over.find((spell) => spell.finalReport === null)
        const given = over.findLast((spell) => spell.finalReport !== null)
        if (open !== undefined)
          return <FinalReportForm key={open.placementId} caseId={caseId} name={name} spell={open} service={service} />
        if (given?.finalReport) return <GivenReport report={given.finalReport} />
        return <EmptyState title={text('final.not-over')} words={text('final.not-over-words')} />
      }}
    </ActScreen>
  )
}

type FormProps = { caseId: string; name: string; spell: Spell; service: DeliveryReply }

function FinalReportForm({ caseId, name, spell, service }: FormProps) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  const { nameOf } = useActivityLaw()
  const done = useDone(caseId)
  const checked = useCheck()
  const codes = (service.plans.find((plan) => plan.current)?.activities ?? []).map((activity) => activity.code)
  const form = useForm<Record<string, string>, unknown>({
    initial: {
      occupation: '',
      progress: '',
      nextStep: '',
      ...Object.fromEntries(codes.map((code) => [`done-${code}`, ''])),
    },
    send: (values, written) =>
      post(
        paths.finalReports(caseId),
        {
          placementId: spell.placementId,
          occupation: values.occupation || null,
          progress: values.progress,
          nextStep: values.nextStep,
          done: codes.flatMap((code) => {
            const told = values[`done-${code}`]?.trim() ?? ''
            return told === '' ? [] : [{ code, text: told }]
          }),
        },
        written,
      ),
    check: (values) =>
      checked(values, {
        occupation: ['text', text('final.occupation')],
        progress: ['text', text('final.progress')],
        nextStep: ['text', text('final.next-step')],
      }),
    changes: changedBy(caseId),
    onDone: () => done({ what: text('final.sent', { name }), seenBy: text('final.seen-by') }),
  })
  return (
    <Panel>
      {spell.finalReportDueOn !== null && <p>{text('final.due', { day: format.day(day(spell.finalReportDueOn)) })}</p>}
      <Form form={form} submit={text('final.submit')}>
        <SelectInput
          form={form}
          name="occupation"
          label={text('final.occupation')}
          choices={occupations.map((code) => ({ value: code, label: codeWords(say, 'occupation', code) }))}
        />
        {codes.map((code) => (
          <LongTextInput
            key={code}
            form={form}
            name={`done-${code}`}
            label={text('final.done', { name: nameOf(code) })}
            optional
          />
        ))}
        <LongTextInput form={form} name="progress" label={text('final.progress')} help={text('final.progress-help')} />
        <LongTextInput
          form={form}
          name="nextStep"
          label={text('final.next-step')}
          help={text('final.next-step-help')}
        />
        <SensitiveNote form={form} names={[...codes.map((code) => `done-${code}`), 'progress', 'nextStep']} />
      </Form>
    </Panel>
  )
}

function GivenReport({ report }: { report: NonNullable<Spell['finalReport']> }) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  return (
    <Panel title={text('final.given', { day: format.day(day(report.onDay)) })}>
      <Facts
        items={[
          { label: text('final.occupation'), value: codeWords(say, 'occupation', report.occupation) },
          { label: text('final.progress'), value: report.progress },
          { label: text('final.next-step'), value: report.nextStep },
        ]}
      />
    </Panel>
  )
}
