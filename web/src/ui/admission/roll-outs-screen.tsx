import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { day, parseDay } from '../../../../src/kernel/day.ts'
import type { RollOutPlan } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { useDeliveryAreas } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { TextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { List } from '../list.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useForm } from '../use-form.ts'
import { emptyLine, RollOutLines } from './roll-out-lines.tsx'
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
  const [lines, setLines] = useState([emptyLine(0)])
  const field = 'lines' as const
  const missing = (label: string) => text('rollout.missing', { label })
  const form = useForm({
    initial: { title: '', lines: '' },
    check: ({ title }) => [
      ...(title.trim() === '' ? [{ field: 'title' as const, title: missing(text('rollout.name')) }] : []),
      ...(lines.every((line) => line.areaCode !== '') ? [] : [{ field, title: missing(text('rollout.area')) }]),
      ...(lines.every((line) => parseDay(line.switchOn.trim()).ok)
        ? []
        : [{ field, title: missing(text('rollout.day')) }]),
    ],
    send: ({ title }, written) =>
      post<{ id: string }>(
        '/roll-out-plans',
        { title, lines: lines.map(({ id: _id, switchOn, ...line }) => ({ ...line, switchOn: switchOn.trim() })) },
        written,
      ),
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
          <TextInput form={form} name="title" label={text('rollout.name')} />
          <RollOutLines
            id={form.idOf(field)}
            error={form.errorOf(field)}
            lines={lines}
            areas={waiting}
            today={today}
            onChange={(changed) => {
              setLines(changed)
              // A problem with the lines is mended by changing them.
              form.set(field, JSON.stringify(changed))
            }}
          />
        </Form>
      )}
    </Panel>
  )
}
