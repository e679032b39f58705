import type { Day } from '../../../../src/kernel/day.ts'
import { dayOf, type Instant } from '../../../../src/kernel/instant.ts'
import type { OutcomesReply } from '../../../../src/modules/outcomes/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useCaseActions } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { BackHome } from './back-home.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** "Jag har fått jobb eller börjat studera": the participant's own signal (R1, programme 4.6). */
export function StartedScreen() {
  const text = useText()
  return <OwnCase title={text('started.title')}>{(person) => <Started person={person} />}</OwnCase>
}

function Started({ person }: { person: PersonPage }) {
  const text = useText()
  const actions = useCaseActions(person.caseId)
  const outcomes = useApi<OutcomesReply>(`/cases/${person.caseId}/outcomes`)
  const caseworker = person.caseworkerName ?? text('caseworker.unknown')
  const both = {
    data: actions.data && outcomes.data ? { actions: actions.data.actions, signals: outcomes.data.signals } : undefined,
    isError: actions.isError || outcomes.isError,
    error: actions.error ?? outcomes.error,
    refetch: () => Promise.all([actions.refetch(), outcomes.refetch()]),
  }
  return (
    <Screen title={text('started.title')}>
      <Answer of={both} lines={5}>
        {({ actions: all, signals }) => (
          <>
            {all.some((one) => one.name === 'signalOutcome' && one.allowed) ? (
              <SignalForm key={signals.length} caseId={person.caseId} />
            ) : (
              <EmptyState title={text('started.not-now')} words={text('started.not-now-words', { caseworker })} />
            )}
            {signals.length > 0 && <Signals signals={signals} />}
          </>
        )}
      </Answer>
      <BackHome />
    </Screen>
  )
}

const extents = ['100', '75', '50', '25'] as const

function SignalForm({ caseId }: { caseId: string }) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { kind: '', firstDay: '', extentPercent: '100', employer: '' },
    send: ({ kind, firstDay, extentPercent, employer }, written) =>
      post(
        `/cases/${caseId}/signals`,
        {
          kind,
          firstDay,
          extentPercent: Number(extentPercent),
          ...(employer.trim() === '' ? {} : { employer }),
        },
        written,
      ),
    check: ({ kind, firstDay }) => [
      ...(kind === ''
        ? [{ field: 'kind' as const, title: text('register.missing', { field: text('started.kind') }) }]
        : []),
      ...(firstDay === ''
        ? [{ field: 'firstDay' as const, title: text('register.missing', { field: text('started.first-day') }) }]
        : []),
    ],
    changes: [`/cases/${caseId}`],
    onDone: () => {
      notice.tell({ what: text('started.done'), seenBy: text('seen-by.provider') })
      document.getElementById('main')?.focus()
    },
  })
  return (
    <>
      <p>{text('started.lead')}</p>
      <Form form={form} submit={text('started.submit')}>
        <ChoiceInput
          form={form}
          name="kind"
          label={text('started.kind')}
          choices={[
            { value: 'work', label: text('started.work') },
            { value: 'studies', label: text('started.studies') },
          ]}
        />
        <DayInput
          form={form}
          name="firstDay"
          label={text('started.first-day')}
          help={text('started.first-day-why')}
          example={today}
        />
        <SelectInput
          form={form}
          name="extentPercent"
          label={text('started.extent')}
          choices={extents.map((one) => ({ value: one, label: text(`extent.${one}`) }))}
        />
        <TextInput form={form} name="employer" label={text('started.employer')} optional />
        <p className="k-quiet">{text('started.effect')}</p>
      </Form>
    </>
  )
}

function Signals({ signals }: { signals: OutcomesReply['signals'] }) {
  const text = useText()
  const format = useFormat()
  return (
    <Panel title={text('started.earlier')}>
      <ul className="k-plain-list k-stack">
        {signals.map((one) => (
          <li key={one.signalId}>
            <p>
              <strong>{text(`started.${one.kind}-from`, { day: format.day(one.startsOn as Day) })}</strong>
              {one.employer !== null && (
                <>
                  {text('comma')}
                  <bdi>{one.employer}</bdi>
                </>
              )}
            </p>
            <p className="k-quiet k-small">
              {text(`started.by.${one.toldBy}`, { day: format.day(dayOf(one.recordedAt as Instant)) })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
