import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { CaseCatalogue, CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import { type CaseAnswer, useCaseActions } from '../../api/case.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Because } from '../../ui/case-page.tsx'
import { Paging } from '../../ui/paging.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { CaseFrame } from './case-frame.tsx'
import { ChooseForm } from './choose-form.tsx'
import { NameAdviser } from './name-adviser.tsx'
import { NearestLog } from './nearest-log.tsx'
import { type Filter, filterQuery, ProviderFilter, unfiltered } from './provider-filter.tsx'
import { ProviderTable } from './provider-table.tsx'
import { useText } from './texts.ts'

/** Leverantör: where the person is, and the same neutral list as the person's own, to choose or change together. */
export function ChoiceScreen() {
  return <CaseFrame tab="choice">{(answer) => <Choice answer={answer} />}</CaseFrame>
}

function Choice({ answer }: { answer: CaseAnswer }) {
  const text = useText()
  const { caseId } = answer
  const [page, setPage] = useState(1)
  const [filter, setFilter] = useState<Filter>(unfiltered)
  const [picked, setPicked] = useState<CatalogueEntry | null>(null)
  const acts = useCaseActions(caseId)
  const { data, error, refetch, isFetching } = useApi<CaseCatalogue>(`/cases/${caseId}/catalogue`, {
    ...filterQuery(filter),
    page,
  })
  const choose = acts.data?.actions.find((act) => act.name === 'chooseProvider')
  const change = acts.data?.actions.find((act) => act.name === 'changeProvider')
  const what = choose?.allowed ? ('choose' as const) : change?.allowed ? ('change' as const) : null
  const refusal = data?.placements.length === 0 ? choose : change
  const show = (next: Filter) => {
    setPage(1)
    setFilter(next)
  }
  return (
    <>
      {data !== undefined && <Where data={data} caseId={caseId} />}
      {answer.person.protection !== 'none' && <NameAdviser answer={answer} />}
      <Panel title={text(what === 'change' ? 'choice.change-title' : 'choice.title')}>
        <p className="k-quiet">{text('choice.neutral')}</p>
        {what === null && refusal !== undefined && (
          <p>
            <strong>{text('choice.not-now')}</strong> <Because action={refusal} />
          </p>
        )}
        {picked !== null && what !== null && (
          <Picked
            key={`${picked.contractId}-${picked.addressId}`}
            entry={picked}
            answer={answer}
            what={what}
            onCancel={() => setPicked(null)}
          />
        )}
        <ProviderFilter filter={filter} onShow={show} />
        {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={6} />)}
        {data !== undefined && (
          <div className="k-stack" aria-busy={isFetching}>
            <p role="status" className="k-quiet k-small">
              {text('choice.found', { n: data.total, km: data.radiusKm })}
            </p>
            {data.items.length === 0 && <EmptyState title={text('choice.none')} words={text('choice.none-words')} />}
            {data.similar && <p role="status">{text('choice.similar', { name: filter.name })}</p>}
            <ProviderTable entries={data.items} what={what} onPick={setPicked} />
            <Paging page={data.page} pages={Math.ceil(data.total / data.limit)} onPage={setPage} />
          </div>
        )}
      </Panel>
    </>
  )
}

type PickedProps = { entry: CatalogueEntry; answer: CaseAnswer; what: 'choose' | 'change'; onCancel: () => void }

/** The one that was picked, with what the choice still needs; it takes the focus so that nobody misses it. */
function Picked({ entry, answer, what, onCancel }: PickedProps) {
  const text = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="k-note k-stack" aria-label={entry.providerName}>
      <h3 ref={heading} tabIndex={-1}>
        {text(what === 'choose' ? 'choice.picked' : 'choice.picked-change')}: <bdi>{entry.providerName}</bdi>
      </h3>
      <p>
        <bdi>
          {entry.street}, {entry.locality}
        </bdi>
      </p>
      <ChooseForm entry={entry} answer={answer} what={what} onCancel={onCancel} />
    </section>
  )
}

/** Where the person is now, and until when the person may choose. */
function Where({ data, caseId }: { data: CaseCatalogue; caseId: string }) {
  const text = useText()
  const format = useFormat()
  const { window, placements } = data
  return (
    <Panel title={text('choice.where')}>
      {placements.length === 0 && window === null && <p className="k-quiet">{text('choice.nowhere')}</p>}
      <ul className="k-plain-list">
        {placements.map((spell) => (
          <li key={spell.placementId}>
            <strong>
              <bdi>{spell.providerName}</bdi>
            </strong>{' '}
            {format.days(spell.firstDay as Day, spell.lastDay as Day | null)}{' '}
            <span className="k-quiet">· {text(`choice.how.${spell.how}`)}</span>
          </li>
        ))}
      </ul>
      {window !== null && (
        <p>
          {text(`choice.window.${window.state}`, {
            due: format.day(window.dueOn as Day),
            place: format.day(window.placeOn as Day),
          })}
        </p>
      )}
      {placements.some((spell) => spell.how === 'nearest') && <NearestLog caseId={caseId} />}
    </Panel>
  )
}
