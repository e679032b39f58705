import type { Day } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { type CaseAction, useCaseActions } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Because } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { AssignPanel } from './assign-panel.tsx'
import { CaseFrame, changedWith } from './case-frame.tsx'
import { NoticePanel } from './notice-panel.tsx'
import { changedDetails, detailsOf, withShortFields } from './person-details.ts'
import { PersonFields } from './person-fields.tsx'
import { useText } from './texts.ts'

/** Uppgifter: what is known about the person, corrected with both versions kept; the notice; who is responsible. */
export function PersonScreen() {
  return <CaseFrame tab="person">{({ caseId }) => <Person caseId={caseId} />}</CaseFrame>
}

function Person({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useApi<PersonPage>(`/cases/${caseId}/person`)
  const acts = useCaseActions(caseId)
  if (data === undefined) return error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={8} />
  const actNamed = (name: string) => acts.data?.actions.find((act) => act.name === name)
  return (
    <div className="k-beside">
      <Correct key={data.versionId} person={data} act={actNamed('correctPerson')} />
      <div className="k-stack">
        <NoticePanel person={data} act={actNamed('giveProfilingNotice')} />
        <AssignPanel person={data} assign={actNamed('assignCase')} name={actNamed('nameStaff')} />
        <Versions person={data} />
      </div>
    </div>
  )
}

function Correct({ person, act }: { person: PersonPage; act: CaseAction | undefined }) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const known = detailsOf(person)
  const form = useForm({
    initial: known,
    send: (values, written) =>
      withShortFields(
        post<{ changed: string[] }>(
          `/cases/${person.caseId}/person`,
          { basedOn: person.versionId, changes: changedDetails(values, known) },
          written,
        ),
      ),
    changes: changedWith(person.caseId),
    onDone: ({ changed }) =>
      notice.tell({ what: text('correct.done', { n: changed.length }), seenBy: text('correct.seen-by') }),
  })
  return (
    <Panel title={text('correct.title')}>
      <p className="k-quiet">{text('correct.lead')}</p>
      {act !== undefined && !act.allowed && (
        <p>
          <Because action={act} />
        </p>
      )}
      <Form form={form} submit={text('correct.effect')}>
        <PersonFields form={form} today={today} />
      </Form>
    </Panel>
  )
}

/** When what was changed; the values of an earlier version stay in the register. */
function Versions({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const nameOf = (fact: string) => {
    const key = `person.${fact}`
    return text.knows(key) ? text(key) : fact
  }
  return (
    <Panel title={text('versions.title')}>
      <Facts
        items={[
          { label: text('versions.registered'), value: format.day(person.registeredFrom as Day) },
          { label: text('versions.days'), value: format.number(person.registeredDays) },
          { label: text('versions.area'), value: <bdi>{person.areaName ?? text('versions.no-area')}</bdi> },
        ]}
      />
      <ol className="k-plain-list">
        {person.versions.map((version) => (
          <li key={version.id}>
            {format.instant(version.recordedAt as Instant)}{' '}
            <span className="k-quiet k-small">
              {version.changed.length === 0 ? text('versions.first') : version.changed.map(nameOf).join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
