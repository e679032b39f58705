import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { type Day, maxDay } from '../../../../src/kernel/day.ts'
import type { providerReply } from '../../../../src/modules/market/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { Facts } from '../../ui/facts.tsx'
import { CheckInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { type ChoiceMode, useChoiceMode } from './choose-screen.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { type ProviderEntry, useProviderFacts } from './provider-facts.tsx'
import { useText } from './texts.ts'

type Provider = z.infer<typeof providerReply>

/** What a choice means, said before it is made: who, from which day, who sees it, how to change it. */
export function ChoiceScreen() {
  const text = useText()
  return <OwnCase title={text('choose.title')}>{(person) => <Choice person={person} />}</OwnCase>
}

function Choice({ person }: { person: PersonPage }) {
  const text = useText()
  const { providerId = '', contractId = '', addressId = '' } = useParams({ strict: false })
  const provider = useApi<Provider>(`/catalogue/providers/${providerId}`)
  const choice = useChoiceMode(person.caseId)
  const { today } = useSignedIn()
  const entry = provider.data?.contracts
    .find((one) => one.contractId === contractId)
    ?.addresses.find((one) => one.addressId === addressId)
  const both = {
    data: provider.data && choice.data ? choice.data : undefined,
    isError: provider.isError || choice.isError,
    error: provider.error ?? choice.error,
    refetch: () => Promise.all([provider.refetch(), choice.refetch()]),
  }
  const name = provider.data?.name ?? ''
  const title = choice.data?.mode === 'change' ? 'confirm.change-title' : 'confirm.title'
  return (
    <Screen title={name === '' ? text('choose.title') : text(title, { name })}>
      <Answer of={both} lines={6}>
        {({ mode, spell, catalogue }) =>
          entry === undefined || mode === 'look' ? (
            <Gone />
          ) : (
            <ChoiceForm
              person={person}
              entry={entry}
              mode={mode}
              startsOn={earliest(catalogue.startsOn as Day, spell)}
              from={spell !== null && spell.firstDay <= today ? spell.providerName : null}
              onRefused={() => void provider.refetch()}
            />
          )
        }
      </Answer>
    </Screen>
  )
}

/** A spell that has not begun yet is changed from its first day on. */
const earliest = (startsOn: Day, spell: { firstDay: string } | null): Day =>
  spell === null ? startsOn : maxDay(startsOn, spell.firstDay as Day)

function Gone() {
  const text = useText()
  return (
    <EmptyState
      title={text('confirm.gone')}
      words={text('confirm.gone-words')}
      action={
        <Link className="k-button-link" to="/app/participant/choose">
          {text('confirm.back')}
        </Link>
      }
    />
  )
}

const motives = [
  'orientation',
  'location',
  'language',
  'reviews',
  'own-experience',
  'friends',
  'suggestion',
  'other',
] as const

type FormProps = {
  person: PersonPage
  entry: ProviderEntry
  mode: Exclude<ChoiceMode, 'look'>
  startsOn: Day
  from: string | null
  /** Reads the places again: another person may have taken the last one. */
  onRefused: () => void
}

function ChoiceForm({ person, entry, mode, startsOn, from, onRefused }: FormProps) {
  const text = useText()
  const steps = useStepText()
  const format = useFormat()
  const navigate = useNavigate()
  const path = `/cases/${person.caseId}`
  const { contractId, addressId, providerName } = entry
  const ticks = Object.fromEntries(motives.map((one) => [one, false])) as Record<(typeof motives)[number], boolean>
  const form = useForm({
    initial: { ...ticks, from: startsOn as string },
    send: (values, written) => {
      const choice = { contractId, addressId, motives: motives.filter((one) => values[one]) }
      const sent =
        mode === 'choose'
          ? post(`${path}/choice`, choice, written)
          : post(`${path}/change-of-provider`, { ...choice, from: values.from }, written)
      return sent.catch((problem: unknown) => {
        onRefused()
        throw problem
      })
    },
    changes: [path, '/catalogue'],
    onDone: () => void navigate({ to: '/app/participant/chosen' }),
  })
  const submit =
    mode === 'choose'
      ? text('confirm.submit', { name: providerName, day: format.dayWithWeekday(startsOn) })
      : text('confirm.change-submit', { name: providerName })
  return (
    <>
      <ChoiceMeaning entry={entry} mode={mode} startsOn={startsOn} from={from} />
      <Form
        form={form}
        submit={submit}
        aside={
          <Link className="k-button-link k-secondary" to="/app/participant/choose">
            {text('confirm.back')}
          </Link>
        }
      >
        {mode === 'change' && (
          <DayInput
            form={form}
            name="from"
            label={text('confirm.from')}
            help={text('confirm.from-why', { day: format.day(startsOn) })}
            example={startsOn}
          />
        )}
        <fieldset className="k-stack">
          <legend className="k-h3">{text('confirm.motives')}</legend>
          <p className="k-quiet k-small">{text('confirm.motives-why')}</p>
          {motives.map((one) => (
            <CheckInput key={one} form={form} name={one} label={sentence(codeWords(steps, 'motive', one))} />
          ))}
        </fieldset>
      </Form>
    </>
  )
}

const sentence = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

function ChoiceMeaning({ entry, mode, startsOn, from }: Omit<FormProps, 'person' | 'onRefused'>) {
  const text = useText()
  const format = useFormat()
  const facts = useProviderFacts()
  return (
    <Panel>
      <Facts
        items={[
          { label: text('choose.address'), value: facts.address(entry) },
          { label: text('choose.places'), value: facts.places(entry) },
        ]}
      />
      <ul className="k-list">
        {mode === 'choose' && <li>{text('confirm.start', { day: format.dayWithWeekday(startsOn) })}</li>}
        {mode === 'change' && from !== null && <li>{text('confirm.old', { provider: from })}</li>}
        <li>{text('confirm.contact')}</li>
        <li>{text('confirm.refuse')}</li>
        <li>{text('confirm.again')}</li>
      </ul>
    </Panel>
  )
}
