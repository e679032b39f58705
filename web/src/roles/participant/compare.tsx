import { Button } from '@midas-ds/components/button'
import { useEffect } from 'react'
import type { CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import { CardTable } from '../../ui/card-table.tsx'
import { Screen } from '../../ui/screen.tsx'
import { PickLink } from './provider-card.tsx'
import { useProviderFacts } from './provider-facts.tsx'
import { useText } from './texts.ts'

export const mostCompared = 4

/** Stays in sight while ticks are made in the list. */
export function CompareBar({ count, onCompare }: { count: number; onCompare: () => void }) {
  const text = useText()
  return (
    <div className="k-compare-bar">
      <Button onPress={onCompare}>{text('choose.compare', { n: count })}</Button>
      {count === mostCompared && <p className="k-small">{text('choose.compare-most')}</p>}
    </div>
  )
}

type Props = { entries: readonly CatalogueEntry[]; canPick: boolean; onBack: () => void }

/** Up to four providers beside each other, one below the other on a phone. */
export function Comparison({ entries, canPick, onBack }: Props) {
  const text = useText()
  const facts = useProviderFacts()
  useEffect(() => {
    document.getElementById('main')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <Screen title={text('choose.compare-title')}>
      <CardTable
        caption={text('choose.compare-title')}
        rows={entries}
        keyOf={(entry) => `${entry.contractId}-${entry.addressId}`}
        columns={[
          {
            title: text('choose.compare-provider'),
            cell: (entry) => (
              <span className="k-compare-name">
                <bdi>{entry.providerName}</bdi>
                {canPick && entry.openPlaces !== 0 && <PickLink entry={entry} />}
              </span>
            ),
          },
          { title: text('choose.compare-distance'), cell: (entry) => facts.distance(entry) ?? '–' },
          { title: text('choose.way'), cell: (entry) => facts.way(entry) ?? '–' },
          { title: text('choose.languages'), cell: facts.languages },
          { title: text('choose.orientations'), cell: facts.orientations },
          { title: text('choose.places'), cell: facts.places },
          { title: text('choose.participants'), cell: facts.participants },
          { title: text('choose.employer-contacts'), cell: facts.employerContacts },
          { title: text('choose.results'), cell: () => text('choose.results-none') },
          { title: text('choose.presentation'), cell: (entry) => <span dir="auto">{entry.presentation || '–'}</span> },
        ]}
      />
      <p>
        <Button variant="secondary" onPress={onBack}>
          {text('choose.compare-back')}
        </Button>
      </p>
    </Screen>
  )
}
