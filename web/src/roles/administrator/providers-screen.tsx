import type { z } from 'zod'
import { day } from '../../../../src/kernel/day.ts'
import type { contractsReply } from '../../../../src/modules/market/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

type Contract = z.output<typeof contractsReply>['items'][number]

/** The providers' organisations and their contracts, to look things up; stops are the overseer's. */
export function ProvidersScreen() {
  const text = useText()
  const format = useFormat()
  const areaName = useAreaName()
  const columns: Column<Contract>[] = [
    { title: text('providers.provider'), cell: (one) => <bdi>{one.providerName}</bdi> },
    { title: text('areas.area'), cell: (one) => areaName(one.areaCode) },
    { title: text('areas.price-model'), cell: (one) => one.priceModel },
    {
      title: text('providers.days'),
      cell: (one) => format.days(day(one.fromDay), one.lastDay === null ? null : day(one.lastDay)),
    },
    { title: text('providers.addresses'), kind: 'number', cell: (one) => format.number(one.addresses) },
    {
      title: text('providers.choices'),
      cell: (one) => (
        <Status
          kind={one.openForChoices ? 'done' : 'stopped'}
          label={text(one.openForChoices ? 'providers.open' : 'providers.stopped')}
        />
      ),
    },
  ]
  return (
    <Screen title={text('providers.title')} lead={text('providers.lead')}>
      <List<Contract>
        path="/contracts"
        search={text('providers.search')}
        empty={<EmptyState title={text('providers.empty')} words={text('providers.empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('providers.title')} rows={items} keyOf={(one) => one.contractId} columns={columns} />
        )}
      </List>
    </Screen>
  )
}
