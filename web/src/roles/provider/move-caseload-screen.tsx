import { useState } from 'react'
import type { AdviserLoadsReply, MoveCaseloadReply } from '../../../../src/modules/delivery/contract/move-caseload.ts'
import { post } from '../../api/client.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useApi } from '../../api/use-api.ts'
import { CheckInput, ChoiceInput, SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { type FormValues, useForm } from '../../ui/use-form.ts'
import type { Caseload } from './answers.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'

type Load = AdviserLoadsReply['items'][number]
type Wish = FormValues
const mostShown = 100
const takes = (userId: string) => `to-${userId}`
const goes = (caseId: string) => `case-${caseId}`

/** The coordinator moves an adviser's participants to others in one act, seeing who has room and which languages. */
export function MoveCaseloadScreen() {
  const text = useOwnSystemText()
  const { data, error, refetch } = useApi<AdviserLoadsReply>(paths.adviserLoads)
  const [done, setDone] = useState<MoveCaseloadReply | null>(null)
  const [moves, setMoves] = useState(0)
  const moved = (reply: MoveCaseloadReply) => {
    setDone(reply)
    setMoves((number) => number + 1)
  }
  const some = data?.items.some((one) => one.participants > 0) ?? false
  return (
    <Screen title={text('move.title')} lead={text('move.lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && !some && <EmptyState title={text('move.nobody')} words={text('move.nobody-words')} />}
      {done !== null && done.left.length > 0 && (
        <Panel>
          <p>{text('move.stayed', { count: done.left.length })}</p>
        </Panel>
      )}
      {data !== undefined && some && (
        <Panel>
          <MoveForm key={moves} loads={data.items} onMoved={moved} />
        </Panel>
      )}
    </Screen>
  )
}

function useLoadWords() {
  const text = useOwnSystemText()
  return ({ name, participants, most, onDuty }: Load) => {
    const load =
      most === null ? text('move.load', { name, participants }) : text('move.load-most', { name, participants, most })
    return onDuty ? load : text('move.left-staff', { load })
  }
}

function MoveForm({ loads, onMoved }: { loads: readonly Load[]; onMoved: (reply: MoveCaseloadReply) => void }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const words = useLoadWords()
  const languages = useLanguages()
  const chosenIn = (values: Wish, prefix: string) =>
    Object.keys(values)
      .filter((name) => name.startsWith(prefix) && values[name] === true)
      .map((name) => name.slice(prefix.length))
  const takersIn = (values: Wish) => chosenIn(values, takes('')).filter((id) => id !== values.from)
  const form = useForm<Wish, MoveCaseloadReply>({
    initial: { from: '', who: 'all' },
    check: (values) => [
      ...(values.from === '' ? [{ field: 'from', title: text('move.from-missing') }] : []),
      ...(takersIn(values).length === 0 ? [{ field: 'to', title: text('move.to-missing') }] : []),
      ...(values.who === 'some' && chosenIn(values, goes('')).length === 0
        ? [{ field: 'who', title: text('move.some-missing') }]
        : []),
    ],
    send: (values, written) => {
      const caseIds = values.who === 'some' ? { caseIds: chosenIn(values, goes('')) } : {}
      const move = { fromAdviserId: values.from, toAdviserIds: takersIn(values), ...caseIds }
      return post(paths.caseloadMoves, move, written)
    },
    changes: [paths.adviserLoads, paths.caseload],
    onDone: (reply) => {
      const { moved, meetings } = reply
      notice.tell({ what: text('move.done', { count: moved.length, meetings }), seenBy: text('move.seen-by') })
      onMoved(reply)
    },
  })
  const from = String(form.values.from ?? '')
  const leaving = loads.filter((one) => one.participants > 0)
  const takers = loads.filter((one) => one.onDuty && one.adviserId !== from)
  const languagesOf = ({ fullTimePercent, languages: codes }: Load) =>
    fullTimePercent === null
      ? text('move.unknown')
      : text('move.languages', { languages: codes.map((code) => nameIn(languages.data, code)).join(', ') })
  return (
    <Form form={form} submit={text('move.submit')}>
      <SelectInput
        form={form}
        name="from"
        label={text('move.from')}
        choices={leaving.map((one) => ({ value: one.adviserId, label: words(one) }))}
      />
      <fieldset className="k-fieldset k-stack" id={form.idOf('to')} tabIndex={-1}>
        <legend>{text('move.to')}</legend>
        <p className="k-quiet k-small">{text('move.to-help')}</p>
        {takers.map((one) => (
          <CheckInput
            key={one.adviserId}
            form={form}
            name={takes(one.adviserId)}
            label={`${words(one)}. ${languagesOf(one)}`}
          />
        ))}
      </fieldset>
      <ChoiceInput
        form={form}
        name="who"
        label={text('move.who')}
        choices={[
          { value: 'all', label: text('move.all') },
          { value: 'some', label: text('move.some') },
        ]}
      />
      {form.values.who === 'some' && from !== '' && <Participants form={form} adviserId={from} />}
    </Form>
  )
}

function Participants({
  form,
  adviserId,
}: {
  form: ReturnType<typeof useForm<Wish, MoveCaseloadReply>>
  adviserId: string
}) {
  const { data, error, refetch } = useApi<Caseload>(paths.caseload, { whose: 'all', adviserId, limit: mostShown })
  if (data === undefined) return error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />
  return (
    <div className="k-stack">
      {data.items.map((one) => (
        <CheckInput key={one.caseId} form={form} name={goes(one.caseId)} label={one.name} />
      ))}
    </div>
  )
}
