import type { InformativeView } from '../../../../src/modules/delivery/contract/desk.ts'
import { post } from '../../api/client.ts'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import { useInformText } from './inform-texts.ts'
import { changedBy, paths } from './paths.ts'

const needs = [
  'other-measure',
  'aid',
  'interpreter',
  'dialogue',
  'extension',
] as const satisfies InformativeView['need'][]

/** An informative report: a need that no other report holds (programme 4.6). */
export function InformScreen() {
  const text = useInformText()
  return (
    <ActScreen title={text('inform.title')} lead={text('inform.lead')}>
      {({ caseId }) => <InformForm caseId={caseId} />}
    </ActScreen>
  )
}

function InformForm({ caseId }: { caseId: string }) {
  const text = useInformText()
  const done = useDone(caseId)
  const sensitive = useSensitiveCheck()
  const form = useForm({
    initial: { need: '', words: '', sensitiveSeen: false },
    send: (values, written) => post(paths.informative(caseId), values, written),
    check: (values) => [
      ...(values.need === '' ? [{ field: 'need' as const, title: text('inform.need-missing') }] : []),
      ...(values.words.trim() === '' ? [{ field: 'words' as const, title: text('inform.words-missing') }] : []),
      ...sensitive(values, ['words'], 'sensitiveSeen'),
    ],
    changes: changedBy(caseId),
    onDone: () => done({ what: text('inform.done'), seenBy: text('inform.seen-by') }),
  })
  return (
    <Panel>
      <Form form={form} submit={text('inform.effect')}>
        <ChoiceInput
          form={form}
          name="need"
          label={text('inform.need')}
          choices={needs.map((value) => ({ value, label: text(`inform.need.${value}`) }))}
        />
        <FreeTextInput
          form={form}
          name="words"
          seen="sensitiveSeen"
          label={text('inform.words')}
          help={text('inform.words-help')}
        />
      </Form>
    </Panel>
  )
}
