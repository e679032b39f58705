import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import { formatPersonNumber, type PersonNumber } from '../../../../src/kernel/person-number.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { nameIn, useLanguages, useMunicipalities } from '../../api/reference.ts'
import { useFormat } from '../../language/use-format.ts'
import { CalendarPanel } from '../../ui/calendar/calendar-panel.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { BackHome } from './back-home.tsx'
import { OwnCase } from './own-case.tsx'
import { ReachChoice } from './reach-choice.tsx'
import { useText } from './texts.ts'

/** "Mina uppgifter": what is stored about oneself, how to correct it, and who has read it. */
export function FactsScreen() {
  const text = useText()
  return <OwnCase title={text('me.title')}>{(person) => <OwnFactsPage person={person} />}</OwnCase>
}

function OwnFactsPage({ person }: { person: PersonPage }) {
  const text = useText()
  const caseworker = person.caseworkerName ?? text('caseworker.unknown')
  return (
    <Screen title={text('me.title')} lead={text('me.lead')}>
      {person.protection !== 'none' && <p className="k-note k-note-care">{text('me.protected')}</p>}
      <Panel title={text('me.contact')}>
        <Contact person={person} />
        {!person.closed && (
          <p>
            <Link className="k-button-link k-secondary" to="/app/participant/me/contact">
              {text('me.change-contact')}
            </Link>
          </p>
        )}
      </Panel>
      {!person.closed && <ReachChoice caseId={person.caseId} />}
      <CalendarPanel />
      <Panel title={text('me.background')}>
        <Background person={person} />
        <p className="k-quiet">{text('me.wrong', { caseworker })}</p>
      </Panel>
      <Panel title={text('me.case')}>
        <OwnCaseFacts person={person} />
        <p>
          <Link className="k-button-link k-secondary" to="/app/participant/me/readers">
            {text('me.readers')}
          </Link>
        </p>
        <p>
          <Link className="k-button-link k-secondary" to="/app/participant/me/consents">
            {text('consents.title')}
          </Link>
        </p>
      </Panel>
      <BackHome />
    </Screen>
  )
}

function Contact({ person }: { person: PersonPage }) {
  const text = useText()
  const municipalities = useMunicipalities()
  const languages = useLanguages()
  const missing = <span className="k-quiet">{text('me.missing')}</span>
  const address = [person.street, [postcodeWords(person.postcode), person.locality].filter(Boolean).join(' ')].filter(
    Boolean,
  )
  return (
    <Facts
      items={[
        { label: text('me.name'), value: <bdi>{`${person.givenName} ${person.familyName}`}</bdi> },
        { label: text('me.address'), value: address.length === 0 ? missing : <bdi>{address.join(', ')}</bdi> },
        {
          label: text('register.municipality'),
          value: <bdi>{nameIn(municipalities.data, person.municipalityCode)}</bdi>,
        },
        { label: text('register.email'), value: person.email === null ? missing : <bdi>{person.email}</bdi> },
        { label: text('register.phone'), value: person.phone === null ? missing : <bdi>{person.phone}</bdi> },
        { label: text('me.language'), value: nameIn(languages.data, person.language) },
        { label: text('me.interpreter'), value: text(person.interpreter ? 'yes' : 'no') },
      ]}
    />
  )
}

function Background({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const yesNo = (value: boolean | null) => (value === null ? text('me.missing') : text(value ? 'yes' : 'no'))
  const completed = person.educationCompleted
  const done = completed === null ? '' : text('me.completed', { done: completed ? 'yes' : 'no' })
  const education = [text(`education.${person.education}`), done].filter((one) => one !== '').join(text('comma'))
  const occupations = [...new Set(person.ssyk.map((code) => `occupation.${code.slice(0, 1)}`))].filter(text.knows)
  return (
    <Facts
      items={[
        {
          label: text('register.number'),
          value: <bdi>{formatPersonNumber(person.identityNumber as PersonNumber)}</bdi>,
        },
        { label: text('me.born'), value: format.day(person.birthDate as Day) },
        { label: text('me.birth-region'), value: text(`birth-region.${person.birthRegion}`) },
        { label: text('me.education'), value: education },
        { label: text('me.disability'), value: yesNo(person.disability) },
        ...(person.programme === null
          ? []
          : [{ label: text('me.programme'), value: text(`me.programme.${person.programme}`) }]),
        ...(occupations.length === 0
          ? []
          : [{ label: text('register.work'), value: occupations.map((key) => text(key)).join('; ') }]),
        { label: text('me.extent'), value: `${format.number(person.wantedExtentPercent)} %` },
        { label: text('me.licence'), value: yesNo(person.drivingLicence) },
      ]}
    />
  )
}

function OwnCaseFacts({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const registered = `${format.day(person.registeredFrom as Day)} (${text('me.days', { n: person.registeredDays })})`
  return (
    <Facts
      items={[
        { label: text('me.registered'), value: registered },
        { label: text('me.office'), value: person.officeName ?? text('me.missing') },
        { label: text('me.caseworker'), value: <bdi>{person.caseworkerName ?? text('me.missing')}</bdi> },
      ]}
    />
  )
}

/** 411 01, as on letters. */
const postcodeWords = (code: string | null): string | null => code && `${code.slice(0, 3)} ${code.slice(3)}`
