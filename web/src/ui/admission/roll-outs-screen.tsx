import { Link, useNavigate } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { RollOutPlan } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { useDeliveryAreas } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { DayInput } from '../day-input.tsx'
import { ChoiceInput, SelectInput, TextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { List } from '../list.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useForm } from '../use-form.ts'
import { useAdmissionText } from './texts.ts'

type Plan = Pick<RollOutPlan, 'planId' | 'title' | 'state' | 'preparedByName'> & {
  areas: number
  firstSwitchOn: string
}
const kinds = { prepared: 'waiting', signed: 'done', returned: 'stopped' } as const

/** Plans by which areas pass to Rusta och matcha, and a new one. */
export function RollOutsScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const { duty } = useSignedIn()
  const columns: Column<Plan>[] = [
    {
      title: text('rollout.plan'),
      cell: (one) => (
        <Link to={`/app/${duty.role}/roll-out/${one.planId}`}>
          <bdi>{one.title}</bdi>
        </Link>
      ),
    },
    {
      title: text('column.state'),
      cell: (one) => <Status kind={kinds[one.state]} label={text(`rollout.${one.state}`)} />,
    },
    { title: text('rollout.first'), cell: (one) => format.day(day(one.firstSwitchOn)) },
    { title: text('rollout.areas'), kind: 'number', cell: (one) => one.areas },
    { title: text('terms.by'), cell: (one) => <bdi>{one.preparedByName}</bdi> },
  ]
  return (
    <Screen title={text('rollout.title')} lead={text('rollout.lead')}>
      <List<Plan>
        path="/roll-out-plans"
        empty={<EmptyState title={text('rollout.empty')} words={text('rollout.empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('rollout.title')} rows={items} keyOf={(one) => one.planId} columns={columns} />
        )}
      </List>
      <NewPlan />
    </Screen>
  )
}

function NewPlan() {
  const text = useAdmissionText()
  const notice = useNotice()
  const navigate = useNavigate()
  const { duty, today } = useSignedIn()
  const areas = useDeliveryAreas()
  const labels = { title: text('rollout.name'), areaCode: text('rollout.area'), switchOn: text('rollout.day') }
  const form = useForm({
    initial: { title: '', areaCode: '', switchOn: '', priceModel: '1' },
    check: (values) =>
      (['title', 'areaCode', 'switchOn'] as const)
        .filter((name) => values[name].trim() === '')
        .map((field) => ({ field, title: text('rollout.missing', { label: labels[field] }) })),
    send: ({ title, areaCode, switchOn, priceModel }, written) =>
      post<{ id: string }>('/roll-out-plans', { title, lines: [{ areaCode, switchOn, priceModel }] }, written),
    changes: ['/roll-out-plans'],
    onDone: ({ id }) => {
      notice.tell({ what: text('rollout.saved'), seenBy: text('rollout.seen-by') })
      void navigate({ to: `/app/${duty.role}/roll-out/${id}` })
    },
  })
  if (areas.data === undefined)
    return areas.isError ? <ErrorState error={areas.error} onAgain={areas.refetch} /> : <Loading lines={3} />
  const waiting = areas.data.items.filter((one) => one.rolledOutFrom === null)
  return (
    <Panel title={text('rollout.new')}>
      {waiting.length === 0 ? (
        <p>{text('rollout.no-area')}</p>
      ) : (
        <Form form={form} submit={text('rollout.save')}>
          <TextInput form={form} name="title" label={labels.title} />
          <SelectInput
            form={form}
            name="areaCode"
            label={labels.areaCode}
            choices={waiting.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <DayInput form={form} name="switchOn" label={labels.switchOn} example={today} />
          <ChoiceInput
            form={form}
            name="priceModel"
            label={text('rollout.model')}
            choices={[
              { value: '1', label: '1' },
              { value: '2', label: '2' },
            ]}
          />
        </Form>
      )}
    </Panel>
  )
}
