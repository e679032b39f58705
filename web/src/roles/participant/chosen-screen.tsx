import type { Day } from '../../../../src/kernel/day.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BackHome } from './back-home.tsx'
import type { Catalogue } from './case-answers.ts'
import { Answer, OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** After the choice: what happens, from which day, who sees it, how to change. */
export function ChosenScreen() {
  const text = useText()
  return <OwnCase title={text('choose.title')}>{(person) => <Chosen person={person} />}</OwnCase>
}

function Chosen({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const catalogue = useApi<Catalogue>(`/cases/${person.caseId}/catalogue`, { limit: 1 })
  const spell = catalogue.data?.placements.at(-1)
  const name = spell?.providerName ?? ''
  const day = spell === undefined ? '' : format.dayWithWeekday(spell.firstDay as Day)
  return (
    <Screen title={spell === undefined ? text('choose.title') : text('chosen.title', { name, day })}>
      <Answer of={catalogue}>
        {() =>
          spell === undefined ? (
            <EmptyState title={text('chosen.none')} words={text('chosen.none-words')} />
          ) : (
            <>
              <Panel title={text('chosen.next')}>
                <ol className="k-told">
                  <li>{text('chosen.contact', { name, day })}</li>
                  <li>{text('chosen.letter')}</li>
                  <li>{text('chosen.plan')}</li>
                </ol>
              </Panel>
              <Panel title={text('chosen.who')}>
                <p>{text('chosen.who-words', { name })}</p>
              </Panel>
              <Panel title={text('chosen.undo')}>
                <p>{text('chosen.undo-words')}</p>
              </Panel>
            </>
          )
        }
      </Answer>
      <BackHome />
    </Screen>
  )
}
