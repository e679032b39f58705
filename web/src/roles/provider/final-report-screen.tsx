import { Link, useParams } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { FinalReportsReply, FinalReportView } from '../../../../src/modules/delivery/contract/final-reports.ts'
import { useCase } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { LongTextInput, SelectInput } from '../../ui/fields.tsx'
import { FinalReport } from '../../ui/final-report.tsx'
import { Form } from '../../ui/form.tsx'
import { SensitiveNote } from '../../ui/free-text-input.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useDone } from './act-screen.tsx'
import { useActivityLaw } from './activity-law.ts'
import { useCheck } from './check-fields.ts'
import { changedBy, paths, screens } from './paths.ts'
import { useText } from './texts.ts'

const occupations = ['work', 'studies', 'jobseeking', 'other-measure', 'sick-leave', 'other'] as const
type Spell = FinalReportsReply['items'][number]

/** When the time with the provider is over: what was done, what came of it, what is next; and what was given, to correct. */
export function FinalReportScreen() {
  const text = useText()
  const format = useFormat()
  const { caseId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<FinalReportsReply>(paths.finalReports(caseId))
  const page = useCase(caseId)
  const name = page.data?.person.name ?? ''
  const closed = page.error instanceof ApiProblem && page.error.status === 404
  return (
    <Screen
      title={text('final.title')}
      lead={text('final.lead')}
      action={name !== '' && <Link to={screens.participant(caseId)}>{text('act.back', { name })}</Link>}
    >
      {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={6} />)}
      {data !== undefined && closed && <p>{text('final.closed')}</p>}
      {data?.items.length === 0 && <EmptyState title={text('final.not-over')} words={text('final.not-over-words')} />}
      {data?.items.toReversed().map((spell) =>
        spell.report === null ? (
          <Panel key={spell.placementId} title={format.days(day(spell.firstDay), day(spell.lastDay))}>
            <FinalReportForm caseId={caseId} name={name} spell={spell} />
          </Panel>
        ) : (
          <GivenReport key={spell.report.finalReportId} {...{ caseId, name, spell, report: spell.report }} />
        ),
      )}
    </Screen>
  )
}

type FormProps = { caseId: string; name: string; spell: Spell; known?: FinalReportView }

function FinalReportForm({ caseId, name, spell, known }: FormProps) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  const { nameOf } = useActivityLaw()
  const done = useDone(caseId, name === '' ? screens.home : undefined)
  const checked = useCheck()
  const codes = [...new Set([...spell.codes, ...(known?.done ?? []).map((one) => one.code)])]
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
        what: text(known === undefined ? 'final.sent' : 'final.corrected', { name: name || text('final.somebody') }),
        seenBy: text('final.seen-by'),
      }),
  })
  return (
    <>
      {known === undefined && <p>{text('final.due', { day: format.day(day(spell.dueOn)) })}</p>}
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
  const { firstDay, lastDay } = of.spell
  return (
    <Panel title={format.days(day(firstDay), lastDay === null ? null : day(lastDay))}>
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
