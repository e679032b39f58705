import type { StaffToName } from '../../../../src/modules/market/contract.ts'
import type { CaseAnswer } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

/** Who at the provider sees a participant with a protected identity: one whom the caseworker names, and nobody else. */
export function NameAdviser({ answer }: { answer: CaseAnswer }) {
  const text = useText()
  const path = `/cases/${answer.caseId}/named-adviser`
  const { data } = useApi<StaffToName>(path)
  const staff = data?.staff ?? []
  const named = staff.find((one) => one.named)
  const others = staff.filter((one) => !one.named)
  if (staff.length === 0) return null
  return (
    <Panel title={text('name.title')}>
      <p>{named ? text('name.named', { name: named.name }) : text('name.nobody')}</p>
      {others.length > 0 && <NameForm key={named?.userId ?? ''} answer={answer} staff={others} path={path} />}
    </Panel>
  )
}

function NameForm({ answer, staff, path }: { answer: CaseAnswer; staff: StaffToName['staff']; path: string }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { userId: '' },
    send: (values, written) => post(path, values, written),
    check: ({ userId }) => (userId === '' ? [{ field: 'userId' as const, title: text('name.missing') }] : []),
    changes: [...changedWith(answer.caseId), path],
    onDone: (_, { userId }) => {
      const name = staff.find((one) => one.userId === userId)?.name ?? ''
      notice.tell({ what: text('name.done', { name }), seenBy: name })
    },
  })
  return (
    <Form form={form} submit={text('name.submit')}>
      <SelectInput
        form={form}
        name="userId"
        label={text('name.who')}
        choices={staff.map(({ userId, name, role }) => ({ value: userId, label: `${name}, ${text(`name.${role}`)}` }))}
      />
    </Form>
  )
}
