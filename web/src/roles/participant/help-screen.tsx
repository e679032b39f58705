import type { Day } from '../../../../src/kernel/day.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { BackHome } from './back-home.tsx'
import type { Catalogue } from './case-answers.ts'
import { OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** Help to choose leads to a person, never to a default (look: Välj leverantör). */
export function HelpScreen() {
  const text = useText()
  return <OwnCase title={text('help.title')}>{(person) => <Help person={person} />}</OwnCase>
}

function Help({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const { data } = useApi<Catalogue>(`/cases/${person.caseId}/catalogue`, { limit: 1 })
  const window = data?.window?.state === 'open' ? data.window : null
  return (
    <Screen title={text('help.title')} lead={text('help.lead')}>
      <Panel>
        <Facts
          items={[
            {
              label: text('help.person'),
              value: person.caseworkerName === null ? text('help.no-caseworker') : <bdi>{person.caseworkerName}</bdi>,
            },
            {
              label: text('help.office'),
              value: person.officeName === null ? text('help.no-office') : <bdi>{person.officeName}</bdi>,
            },
          ]}
        />
        {window !== null && (
          <>
            <p>{text('help.together')}</p>
            <p>{text('help.deadline', { day: format.dayWithWeekday(window.dueOn as Day) })}</p>
          </>
        )}
      </Panel>
      <Panel title={text('help.wishes')}>
        <ul className="k-list">
          <li>{text('help.wish.language')}</li>
          <li>{text('help.wish.distance')}</li>
          <li>{text('help.wish.work')}</li>
        </ul>
      </Panel>
      <BackHome />
    </Screen>
  )
}
