import type { Day } from '../../../../src/kernel/day.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

/** Nobody is assessed before having been told that a statistical assessment is used (programme 4.1). */
export function NoticePanel({ person, act }: { person: PersonPage; act: CaseAction | undefined }) {
  const text = useText()
  const format = useFormat()
  return (
    <Panel title={text('notice.title')}>
      {person.profilingNoticeOn === null ? (
        <Status kind="waiting" label={text('notice.none')} />
      ) : (
        <Status kind="done" label={text('notice.given', { day: format.day(person.profilingNoticeOn as Day) })} />
      )}
      {act?.allowed && (
        <>
          <p>{text('notice.words')}</p>
          <NoticeForm caseId={person.caseId} />
        </>
      )}
    </Panel>
  )
}

function NoticeForm({ caseId }: { caseId: string }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { channel: 'spoken' },
    send: (values, written) => post(`/cases/${caseId}/profiling-notice`, values, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('notice.done'), seenBy: text('notice.seen-by') }),
  })
  return (
    <Form form={form} submit={text('notice.effect')}>
      <ChoiceInput
        form={form}
        name="channel"
        label={text('notice.channel')}
        choices={(['spoken', 'screen', 'letter'] as const).map((code) => ({
          value: code,
          label: text(`notice.channel.${code}`),
        }))}
      />
    </Form>
  )
}
