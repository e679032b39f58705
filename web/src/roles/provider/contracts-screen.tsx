import type { z } from 'zod'
import { day } from '../../../../src/kernel/day.ts'
import type { providerContractsReply } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { AddressWords } from './address-words.tsx'
import { useCheck } from './check-fields.ts'
import { paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Contract = z.output<typeof providerContractsReply>['items'][number]
type Address = Contract['addresses'][number]

/** The organisation's contracts, and how many places it offers at each address. */
export function ContractsScreen() {
  const text = useText()
  return (
    <Screen title={text('contracts.title')} lead={text('contracts.lead')}>
      <List<Contract>
        path={paths.contracts}
        empty={<EmptyState title={text('contracts.empty')} words={text('contracts.empty-words')} />}
      >
        {(contracts) => (
          <div className="k-stack">
            {contracts.map((contract) => (
              <ContractPanel key={contract.contractId} contract={contract} />
            ))}
          </div>
        )}
      </List>
    </Screen>
  )
}

function ContractPanel({ contract }: { contract: Contract }) {
  const text = useText()
  const areaName = useAreaName()
  const format = useFormat()
  return (
    <Panel title={text('contracts.area', { area: areaName(contract.areaCode) })}>
      <div className="k-measure">
        <Facts
          items={[
            {
              label: text('contracts.days'),
              value: format.days(day(contract.fromDay), contract.lastDay === null ? null : day(contract.lastDay)),
            },
            { label: text('contracts.price-model'), value: contract.priceModel },
            {
              label: text('contracts.choices'),
              value: (
                <Status
                  kind={contract.openForChoices ? 'done' : 'stopped'}
                  label={text(contract.openForChoices ? 'contracts.open' : 'contracts.stopped')}
                />
              ),
            },
          ]}
        />
      </div>
      <h3>{text('contracts.addresses')}</h3>
      {contract.addresses.map((address) => (
        <AddressPlaces key={`${address.addressId}-${address.cap}`} contractId={contract.contractId} address={address} />
      ))}
    </Panel>
  )
}

function AddressPlaces({ contractId, address }: { contractId: string; address: Address }) {
  const text = useText()
  const { duty } = useSignedIn()
  return (
    <div className="k-stack k-outlined">
      <p>
        <strong>
          <bdi>{`${address.street}, ${address.locality}`}</bdi>
        </strong>
      </p>
      <p>
        {address.cap === null
          ? text('contracts.no-cap', { taken: address.taken })
          : text('contracts.places', {
              taken: address.taken,
              cap: address.cap,
              open: Math.max(0, address.openPlaces ?? 0),
            })}
      </p>
      {duty.role === 'coordinator' && (
        <details className="k-why">
          <summary>
            {text('contracts.change')}
            <span className="k-only-read"> {address.street}</span>
          </summary>
          <div className="k-why-body">
            <CapForm contractId={contractId} address={address} />
          </div>
        </details>
      )}
      <AddressWords address={address} mayChange={duty.role === 'coordinator'} />
    </div>
  )
}

function CapForm({ contractId, address }: { contractId: string; address: Address }) {
  const text = useText()
  const notice = useNotice()
  const checked = useCheck()
  const form = useForm({
    initial: { cap: address.cap === null ? '' : String(address.cap) },
    send: ({ cap }, written) =>
      post(
        paths.capacity(contractId),
        { addressId: address.addressId, cap: cap.trim() === '' ? null : (typedNumber(cap) ?? cap) },
        written,
      ),
    check: (values) => checked(values, { cap: ['number?', text('contracts.cap')] }),
    changes: [paths.contracts],
    onDone: () =>
      notice.tell({ what: text('contracts.saved', { street: address.street }), seenBy: text('contracts.seen-by') }),
  })
  return (
    <Form form={form} submit={text('contracts.save')}>
      <TextInput
        form={form}
        name="cap"
        label={text('contracts.cap')}
        help={text('contracts.cap-help')}
        inputMode="numeric"
        optional
      />
    </Form>
  )
}
