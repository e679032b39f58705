import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { Caseload, DeliveryReply } from './answers.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'

/** The coordinator gives the participant an adviser, or another one. */
export function AdviserPanel({ caseId, service }: { caseId: string; service: DeliveryReply }) {
  const text = useText()
  const notice = useNotice()
  const { data } = useApi<Caseload>(paths.caseload, { whose: 'all', limit: 1 })
  const current = service.spells.at(-1)?.adviserName ?? null
  const form = useForm({
    initial: { adviserId: '' },
    send: (values, written) => post(paths.adviser(caseId), values, written),
    changes: changedBy(caseId),
    check: ({ adviserId }) => (adviserId === '' ? [{ field: 'adviserId', title: text('adviser.missing') }] : []),
    onDone: () => notice.tell({ what: text('adviser.saved'), seenBy: text('adviser.seen-by') }),
  })
  if (data === undefined) return null
  const choices = data.advisers.map((one) => ({ value: one.userId, label: one.name }))
  return (
    <Panel title={text('adviser.title')}>
      <p>{current === null ? text('adviser.none') : text('adviser.now', { name: current })}</p>
      <Form form={form} submit={text(current === null ? 'adviser.give' : 'adviser.change')}>
        <SelectInput form={form} name="adviserId" label={text('adviser.label')} choices={choices} />
      </Form>
    </Panel>
  )
}
