import { type Day, day } from '../../../../src/kernel/day.ts'
import { type DeliveryAreas, useDeliveryAreas } from '../../api/delivery-areas.ts'
import { nameIn, useMunicipalities } from '../../api/reference.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from './texts.ts'

type Area = DeliveryAreas['items'][number]

/** The delivery areas of today: which municipalities, which service, which price model. */
export function AreasScreen() {
  const text = useText()
  const format = useFormat()
  const { data, error, refetch } = useDeliveryAreas()
  const columns: Column<Area>[] = [
    { title: text('areas.area'), cell: (area) => <bdi>{area.name}</bdi> },
    { title: text('areas.code'), cell: (area) => <code>{area.code}</code> },
    {
      title: text('areas.service'),
      cell: (area) => (area.service === null ? text('areas.none') : text(`service.${area.service}`)),
    },
    { title: text('areas.price-model'), cell: (area) => area.priceModelB ?? text('areas.none') },
    {
      title: text('areas.since'),
      cell: (area) => (area.rolledOutFrom === null ? text('areas.none') : format.day(day(area.rolledOutFrom) as Day)),
    },
    { title: text('areas.municipalities'), cell: (area) => <Municipalities codes={area.municipalities} /> },
  ]
  return (
    <Screen title={text('areas.title')} lead={text('areas.lead')}>
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <EmptyState title={text('areas.empty')} words={text('areas.empty-words')} />}
      {data !== undefined && data.items.length > 0 && (
        <CardTable caption={text('areas.title')} rows={data.items} keyOf={(area) => area.code} columns={columns} />
      )}
    </Screen>
  )
}

function Municipalities({ codes }: { codes: readonly string[] }) {
  const text = useText()
  const names = useMunicipalities()
  return (
    <details className="k-why">
      <summary>{text('areas.count', { n: codes.length })}</summary>
      <p className="k-why-body">{codes.map((code) => nameIn(names.data, code)).join(', ')}</p>
    </details>
  )
}
