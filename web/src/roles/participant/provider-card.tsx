import { Link } from '@tanstack/react-router'
import type { CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import { Facts } from '../../ui/facts.tsx'
import { Status } from '../../ui/status.tsx'
import { useProviderFacts } from './provider-facts.tsx'
import { useText } from './texts.ts'

type Props = {
  entry: CatalogueEntry
  /** The place in the list, as the map has it. */
  number: number
  canPick: boolean
  isCurrent: boolean
  isCompared: boolean
  /** As many are compared as can be. */
  isFull: boolean
  onCompare: () => void
}

/** One provider at one address: the same facts in the same order as on every other card. */
export function ProviderCard({ entry, number, canPick, isCurrent, isCompared, isFull, onCompare }: Props) {
  const text = useText()
  const facts = useProviderFacts()
  const distance = facts.distance(entry)
  const way = facts.way(entry)
  return (
    <article className="k-panel k-stack k-provider" aria-label={entry.providerName} id={cardId(number)} tabIndex={-1}>
      <div className="k-provider-head">
        <h2>
          <span className="k-provider-number">{number}</span> <bdi>{entry.providerName}</bdi>
        </h2>
        {distance !== null && <span className="k-provider-distance">{distance}</span>}
      </div>
      {isCurrent && <Status kind="done" label={text('choose.current')} />}
      <Facts
        items={[
          { label: text('choose.address'), value: facts.address(entry) },
          ...(way === null ? [] : [{ label: text('choose.way'), value: way }]),
          { label: text('choose.languages'), value: facts.languages(entry) },
          { label: text('choose.orientations'), value: facts.orientations(entry) },
          { label: text('choose.places'), value: facts.places(entry) },
          { label: text('choose.participants'), value: facts.participants(entry) },
          { label: text('choose.employer-contacts'), value: facts.employerContacts(entry) },
        ]}
      />
      {entry.presentation !== '' && (
        <details className="k-why">
          <summary>{text('choose.presentation')}</summary>
          <p className="k-why-body" dir="auto">
            {entry.presentation}
          </p>
        </details>
      )}
      <div className="k-row k-row-apart">
        {canPick && !isCurrent && entry.openPlaces !== 0 && <PickLink entry={entry} />}
        <label className="k-compare-tick">
          <input type="checkbox" checked={isCompared} disabled={isFull && !isCompared} onChange={onCompare} />
          {text('choose.compare-one')}
          <span className="k-only-read"> {entry.providerName}</span>
        </label>
      </div>
    </article>
  )
}

export const cardId = (number: number): string => `provider-${number}`

type Picked = Pick<CatalogueEntry, 'providerId' | 'contractId' | 'addressId' | 'providerName'>

/** Leads to the page that says what the choice means before it is made. */
export function PickLink({ entry }: { entry: Picked }) {
  const text = useText()
  const { providerId, contractId, addressId } = entry
  return (
    <Link className="k-button-link" to={`/app/participant/choose/${providerId}/${contractId}/${addressId}`}>
      {text('choose.pick')}
      <span className="k-only-read"> {entry.providerName}</span>
    </Link>
  )
}
