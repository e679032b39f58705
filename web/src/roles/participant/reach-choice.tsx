import { Suspense } from 'react'
import type { ChannelReply } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { defineTexts, useTexts } from '../../language/define-texts.ts'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'

const reachTexts = defineTexts({
  sv: () => import('../../language/texts/reach.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/reach.sv-x-latt.ts'),
  en: () => import('../../language/texts/reach.en.ts'),
  ar: () => import('../../language/texts/reach.ar.ts'),
})

const asUsual = 'default'

/** How the person wants to be told of meetings, activities and reminders, among the ways that reach them. */
export function ReachChoice({ caseId }: { caseId: string }) {
  const path = `/cases/${caseId}/channel`
  const { data } = useApi<ChannelReply>(path)
  if (data === undefined) return null
  return (
    <Suspense fallback={null}>
      <Choice key={data.chosen} path={path} choice={data} />
    </Suspense>
  )
}

function Choice({ path, choice }: { path: string; choice: ChannelReply }) {
  const text = useTexts(reachTexts)
  const notice = useNotice()
  const form = useForm({
    initial: { channel: (choice.chosen ?? asUsual) as string },
    send: ({ channel }, written) => post(path, { channel: channel === asUsual ? null : channel }, written),
    changes: [path],
    onDone: () => notice.tell({ what: text('done'), seenBy: text('seen-by') }),
  })
  const choices = [asUsual, ...choice.possible].map((value) => ({
    value,
    label: text(`channel.${value}` as Parameters<typeof text>[0]),
  }))
  return (
    <Panel title={text('title')}>
      <p className="k-quiet">{text('lead')}</p>
      <Form form={form} submit={text('submit')}>
        <ChoiceInput form={form} name="channel" label={text('label')} choices={choices} />
      </Form>
    </Panel>
  )
}
