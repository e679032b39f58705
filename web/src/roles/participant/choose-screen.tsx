import './choice.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useCaseActions } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { arriving } from '../../ui/arriving.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BackHome } from './back-home.tsx'
import type { Catalogue } from './case-answers.ts'
import { type Asked, ChooseFilter, queryOf } from './choose-filter.tsx'
import { CompareBar, Comparison, mostCompared } from './compare.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { cardId, ProviderCard } from './provider-card.tsx'
import { useText } from './texts.ts'

/** "Välj leverantör", and "Byt leverantör" later: one neutral list, the same facts for all (programme 4.4). */
export function ChooseScreen() {
  const text = useText()
  return <OwnCase title={text('choose.title')}>{(person) => <Choose person={person} />}</OwnCase>
}

export type ChoiceMode = 'choose' | 'change' | 'look'

/** Whether the participant chooses, changes or only looks, and the spell that is going on or coming. */
export function useChoiceMode(caseId: string) {
  const { today } = useSignedIn()
  const actions = useCaseActions(caseId)
  const catalogue = useApi<Catalogue>(`/cases/${caseId}/catalogue`, { limit: 1 })
  const may = (name: string) => actions.data?.actions.some((one) => one.name === name && one.allowed) === true
  const mode: ChoiceMode = may('chooseProvider') ? 'choose' : may('changeProvider') ? 'change' : 'look'
  const spell = catalogue.data?.placements.find((one) => one.lastDay === null || one.lastDay >= today) ?? null
  const isError = actions.isError || catalogue.isError
  const refetch = () => Promise.all([actions.refetch(), catalogue.refetch()])
  const data = actions.data && catalogue.data ? { mode, spell, catalogue: catalogue.data } : undefined
  return { data, isError, error: actions.error ?? catalogue.error, refetch }
}

function Choose({ person }: { person: PersonPage }) {
  const text = useText()
  const choice = useChoiceMode(person.caseId)
  const mode = choice.data?.mode ?? 'choose'
  const titles = { choose: 'choose.title', change: 'choose.change-title', look: 'choose.look-title' } as const
  const [compared, setCompared] = useState<readonly CatalogueEntry[]>([])
  const [comparing, setComparing] = useState(false)
  const flip = (entry: CatalogueEntry) =>
    setCompared((old) =>
      old.some((one) => keyOf(one) === keyOf(entry))
        ? old.filter((one) => keyOf(one) !== keyOf(entry))
        : [...old, entry].slice(0, mostCompared),
    )
  if (comparing) {
    return <Comparison entries={compared} canPick={mode !== 'look'} onBack={() => setComparing(false)} />
  }
  return (
    <Screen title={text(titles[mode])}>
      <Answer of={choice} lines={6}>
        {({ catalogue, spell }) => (
          <>
            <Lead mode={mode} catalogue={catalogue} provider={spell?.providerName ?? null} person={person} />
            <Providers
              person={person}
              catalogue={catalogue}
              mode={mode}
              current={spell?.addressId ?? null}
              compared={compared}
              onCompare={flip}
            />
            {compared.length > 1 && <CompareBar count={compared.length} onCompare={() => setComparing(true)} />}
          </>
        )}
      </Answer>
      <BackHome />
    </Screen>
  )
}

export const keyOf = ({ contractId, addressId }: { contractId: string; addressId: string }) =>
  `${contractId}-${addressId}`

type LeadProps = { mode: ChoiceMode; catalogue: Catalogue; provider: string | null; person: PersonPage }

function Lead({ mode, catalogue, provider, person }: LeadProps) {
  const text = useText()
  const format = useFormat()
  const { window, home } = catalogue
  const caseworker = person.caseworkerName ?? text('caseworker.unknown')
  return (
    <div className="k-stack">
      {mode === 'choose' && window !== null && (
        <p>
          {text('choose.until', {
            day: format.dayWithWeekday(window.dueOn as Day),
            place: format.dayWithWeekday(window.placeOn as Day),
          })}
        </p>
      )}
      {mode === 'look' && (
        <p>{window?.state === 'handed-over' ? text('choose.together', { caseworker }) : text('choose.look-lead')}</p>
      )}
      {mode === 'change' && provider !== null && <p>{text('choose.change-lead', { provider })}</p>}
      <p>
        <Link className="k-button-link k-secondary k-wide" to="/app/participant/help">
          {text('choose.help')}
        </Link>
      </p>
      <p className="k-quiet k-small">
        {text('choose.order')} {home.known ? home.approximate && text('choose.approximate') : text('choose.no-home')}
      </p>
    </div>
  )
}

type ProvidersProps = {
  person: PersonPage
  catalogue: Catalogue
  mode: ChoiceMode
  current: string | null
  compared: readonly CatalogueEntry[]
  onCompare: (entry: CatalogueEntry) => void
}

function Providers({ person, catalogue, mode, current, compared, onCompare }: ProvidersProps) {
  const text = useText()
  const navigate = useNavigate()
  const asked: Asked = useSearch({ strict: false })
  const query = queryOf(asked)
  const filtered = Object.keys(query).length > 0
  const show = (search: Asked) => void navigate({ to: '/app/participant/choose', search: search as never })
  return (
    <>
      <ChooseFilter key={JSON.stringify(asked)} asked={asked} onShow={show} />
      <List<CatalogueEntry>
        path={`/cases/${person.caseId}/catalogue`}
        query={query}
        empty={
          <EmptyState
            title={text(filtered ? 'choose.empty' : 'choose.none')}
            words={text(filtered ? 'choose.empty-words' : 'choose.none-words')}
          />
        }
      >
        {(entries, page) => (
          <Entries
            entries={entries}
            firstNumber={(page.page - 1) * page.limit + 1}
            home={catalogue.home.point}
            similarTo={'similar' in page && page.similar === true ? (query.name ?? null) : null}
            card={(entry, number) => (
              <ProviderCard
                entry={entry}
                number={number}
                canPick={mode !== 'look'}
                isCurrent={entry.addressId === current}
                isCompared={compared.some((one) => keyOf(one) === keyOf(entry))}
                isFull={compared.length >= mostCompared}
                onCompare={() => onCompare(entry)}
              />
            )}
          />
        )}
      </List>
    </>
  )
}

const PlaceMap = arriving(
  async () => (await import('../../ui/place-map.tsx')).PlaceMap,
  () => <div className="k-map-room" />,
)

type EntriesProps = {
  entries: readonly CatalogueEntry[]
  firstNumber: number
  home: CatalogueEntry['point'] | null
  /** What was typed, when no name is just that. */
  similarTo: string | null
  card: (entry: CatalogueEntry, number: number) => ReactNode
}

/** List and map share one scroll: the map above on a phone, beside where there is room. */
function Entries({ entries, firstNumber, home, similarTo, card }: EntriesProps) {
  const text = useText()
  const words = [text('choose.map'), home !== null && text('choose.map-home')].filter(Boolean).join(' ')
  const show = (index: number) => {
    const found = document.getElementById(cardId(firstNumber + index))
    found?.scrollIntoView({ block: 'center' })
    found?.focus({ preventScroll: true })
  }
  return (
    <>
      {similarTo !== null && <p role="status">{text('choose.similar', { name: similarTo })}</p>}
      <div className="k-list-and-map">
        <div className="k-map-side">
          <PlaceMap places={entries} firstNumber={firstNumber} home={home} words={words} onPick={show} />
        </div>
        <ul className="k-plain-list k-stack">
          {entries.map((entry, index) => (
            <li key={keyOf(entry)}>{card(entry, firstNumber + index)}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
