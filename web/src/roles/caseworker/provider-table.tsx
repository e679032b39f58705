import type { CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { isOrientation } from '../../ui/orientations.ts'
import { useText } from './texts.ts'

type Props = {
  entries: readonly CatalogueEntry[]
  what: 'choose' | 'change' | null
  onPick: (entry: CatalogueEntry) => void
}

/** Every address with the same facts, in the order the server gave: nothing is put first by anybody. */
export function ProviderTable({ entries, what, onPick }: Props) {
  const text = useText()
  const columns = useColumns(what, onPick)
  return (
    <CardTable
      caption={text('choice.title')}
      rows={entries}
      keyOf={(entry) => `${entry.contractId}-${entry.addressId}`}
      columns={columns}
    />
  )
}

function useColumns(what: Props['what'], onPick: Props['onPick']): readonly Column<CatalogueEntry>[] {
  const text = useText()
  const format = useFormat()
  const languages = useLanguages()
  const pick: Column<CatalogueEntry> = {
    title: text('choice.column.pick'),
    cell: (entry) =>
      entry.openPlaces === 0 ? null : (
        <button className="k-plain-button k-framed" type="button" onClick={() => onPick(entry)}>
          {text(what === 'change' ? 'choice.pick-change' : 'choice.pick', { provider: entry.providerName })}
        </button>
      ),
  }
  return [
    { title: text('choice.column.provider'), cell: (entry) => <Who entry={entry} /> },
    {
      title: text('choice.column.distance'),
      cell: (entry) =>
        entry.distanceKm === null
          ? text('choice.no-distance')
          : text('choice.distance', {
              km: format.number(entry.distanceKm),
              about: entry.pointApproximate ? 'yes' : 'no',
            }),
    },
    {
      title: text('choice.languages'),
      cell: (entry) => entry.languages.map((code) => nameIn(languages.data, code)).join(', ') || text('choice.unsaid'),
    },
    {
      title: text('choice.orientation'),
      cell: (entry) =>
        entry.orientations.map((code) => (isOrientation(code) ? text(`orientation.${code}`) : code)).join(', '),
    },
    {
      title: text('choice.places'),
      cell: (entry) =>
        entry.openPlaces === null ? text('choice.no-cap') : text('choice.open-places', { n: entry.openPlaces }),
    },
    ...(what === null ? [] : [pick]),
  ]
}

function Who({ entry }: { entry: CatalogueEntry }) {
  return (
    <>
      <bdi>{entry.providerName}</bdi>
      <span className="k-quiet k-small k-block">
        <bdi>
          {entry.street}, {entry.locality}
        </bdi>
      </span>
      {entry.presentation !== '' && <span className="k-quiet k-small k-block">{entry.presentation}</span>}
    </>
  )
}
