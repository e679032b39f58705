import type { CalendarItem, SessionClashesReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { CheckInput, ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useCheck } from './check-fields.ts'
import { useOwnParticipants } from './own-participants.ts'
import { paths } from './paths.ts'
import { nameAmong, PickParticipants } from './pick-participants.tsx'
import { SessionTimes } from './session-times.tsx'
import { useSessionText } from './sessions-texts.ts'

/** Who is in a session: more are added, with what they would clash with shown before, or one is taken out. */
export function SessionPeople({ item }: { item: CalendarItem }) {
  return (
    <>
      <AddPeople item={item} />
      {item.participants.length > 1 && <TakeOut item={item} />}
    </>
  )
}

function AddPeople({ item }: { item: CalendarItem }) {
  const text = useSessionText()
  const notice = useNotice()
  const among = useOwnParticipants()
  const within = new Set(item.participants.map((one) => one.caseId))
  const own = among.own.filter((one) => !within.has(one.caseId) && !one.protected)
  const form = useForm({
    initial: { caseIds: [] as readonly string[], andLater: false, why: '' },
    check: ({ caseIds }) =>
      caseIds.length === 0 ? [{ field: 'caseIds' as const, title: text('plan.who-missing') }] : [],
    send: ({ caseIds, andLater, why }, written) =>
      post(paths.addToSession(item.key), { caseIds, andLater, ...(why.trim() === '' ? {} : { why }) }, written),
    changes: [paths.week, '/cases'],
    onDone: (_, { caseIds }) =>
      notice.tell({ what: text('people.added', { n: caseIds.length }), seenBy: text('told') }),
  })
  const { caseIds, andLater } = form.values
  const asked = caseIds.length > 0 ? paths.additionClashes(item.key) : null
  const { data: met } = useApi<SessionClashesReply>(asked, { caseIds: caseIds.join(','), andLater })
  if (among.known && !among.more && own.length === 0) return <p className="k-quiet">{text('people.nobody')}</p>
  return (
    <Form form={form} submit={text('people.submit', { n: Math.max(caseIds.length, 1) })}>
      <PickParticipants form={form} among={among} own={own} label={text('people.add')} />
      {item.seriesId !== null && <CheckInput form={form} name="andLater" label={text('people.andLater')} />}
      {(form.errorOf('why') !== undefined || form.values.why !== '') && (
        <TextInput form={form} name="why" label={text('people.why')} help={text('move.why-help')} />
      )}
      <SessionTimes times={asked === null ? [] : (met?.times ?? [])} nameOf={nameAmong(own)} />
    </Form>
  )
}

function TakeOut({ item }: { item: CalendarItem }) {
  const text = useSessionText()
  const notice = useNotice()
  const checked = useCheck()
  const form = useForm({
    initial: { caseId: '', andLater: false, why: '' },
    check: (values) => [
      ...(values.caseId === '' ? [{ field: 'caseId' as const, title: text('people.out-missing') }] : []),
      ...checked(values, { why: ['text', text('people.out-why')] }),
    ],
    send: (values, written) => post(paths.cancelSession(item.key), values, written),
    changes: [paths.week, '/cases'],
    onDone: () => notice.tell({ what: text('people.out-done'), seenBy: text('people.out-told') }),
  })
  return (
    <Form form={form} submit={text('people.out-submit')} danger>
      <ChoiceInput
        form={form}
        name="caseId"
        label={text('people.out')}
        choices={item.participants.map((one) => ({ value: one.caseId, label: one.name }))}
      />
      {item.seriesId !== null && <CheckInput form={form} name="andLater" label={text('people.out-andLater')} />}
      <TextInput form={form} name="why" label={text('people.out-why')} help={text('people.out-why-help')} />
    </Form>
  )
}
