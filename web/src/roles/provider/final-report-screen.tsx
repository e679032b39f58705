import { day } from '../../../../src/kernel/day.ts'
import type { FinalReportView } from '../../../../src/modules/delivery/contract/final-reports.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { LongTextInput, SelectInput } from '../../ui/fields.tsx'
import { FinalReport } from '../../ui/final-report.tsx'
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

/** When the time with the provider is over: what was done, what came of it, what is next; and what was given, to correct. */
export function FinalReportScreen() {
  const text = useText()
  const { today } = useSignedIn()
  return (
    <ActScreen title={text('final.title')} lead={text('final.lead')}>
      {({ caseId, name, service }) => {
        const over = service.spells
          .filter((spell) => spell.lastDay !== null && day(spell.lastDay) <= today)
          .toReversed()
        if (over.length === 0) return <EmptyState title={text('final.not-over')} words={text('final.not-over-words')} />
        return over.map((spell) =>
          spell.finalReport === null ? (
            <Panel key={spell.placementId}>
              <FinalReportForm caseId={caseId} name={name} spell={spell} service={service} />
            </Panel>
          ) : (
            <GivenReport
              key={spell.finalReport.finalReportId}
              {...{ caseId, name, spell, service, report: spell.finalReport }}
            />
          ),
        )
      }}
    </ActScreen>
  )
}

type FormProps = { caseId: string; name: string; spell: Spell; service: DeliveryReply; known?: FinalReportView }

function FinalReportForm({ caseId, name, spell, service, known }: FormProps) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  const { nameOf } = useActivityLaw()
  const done = useDone(caseId)
  const checked = useCheck()
  const planned = (service.plans.find((plan) => plan.current)?.activities ?? []).map((activity) => activity.code)
  const codes = [...new Set([...planned, ...(known?.done ?? []).map((one) => one.code)])]
  const toldOf = (code: string) => known?.done.find((one) => one.code === code)?.text ?? ''
  const form = useForm<Record<string, string>, unknown>({
    initial: {
      occupation: known?.occupation ?? '',
      progress: known?.progress ?? '',
      nextStep: known?.nextStep ?? '',
      ...Object.fromEntries(codes.map((code) => [`done-${code}`, toldOf(code)])),
    },
    send: (values, written) =>
      post(
        paths.finalReports(caseId),
        {
          placementId: spell.placementId,
          occupation: values.occupation || null,
          progress: values.progress,
          nextStep: values.nextStep,
          ...(known === undefined ? {} : { corrects: known.finalReportId }),
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
    onDone: () =>
      done({
        what: text(known === undefined ? 'final.sent' : 'final.corrected', { name }),
        seenBy: text('final.seen-by'),
      }),
  })
  return (
    <>
      {known === undefined && spell.finalReportDueOn !== null && (
        <p>{text('final.due', { day: format.day(day(spell.finalReportDueOn)) })}</p>
      )}
      <Form form={form} submit={text(known === undefined ? 'final.submit' : 'final.correct-submit')}>
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
    </>
  )
}

function GivenReport({ report, ...of }: Omit<FormProps, 'known'> & { report: FinalReportView }) {
  const text = useText()
  const format = useFormat()
  const title = text('final.given', { day: format.day(day(report.onDay)) })
  return (
    <Panel title={title}>
      <FinalReport report={report} />
      <details className="k-why">
        <summary>{text('final.correct')}</summary>
        <div className="k-why-body">
          <p>{text('final.correct-words')}</p>
          <FinalReportForm {...of} known={report} />
        </div>
      </details>
    </Panel>
  )
}
