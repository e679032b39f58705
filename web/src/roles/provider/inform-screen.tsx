import { day } from '../../../../src/kernel/day.ts'
import type { InformativeReply, InformativeView } from '../../../../src/modules/delivery/contract/desk.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { ChoiceInput, SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import { fillingFrom } from './filling-from.ts'
import { needWords, useInformText } from './inform-texts.ts'
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
  const format = useFormat()
  const known = useApi<InformativeReply>(paths.informative(caseId)).data?.items ?? []
  const done = useDone(caseId)
  const sensitive = useSensitiveCheck()
  const form = useForm({
    initial: { corrects: '', need: '', words: '', sensitiveSeen: false },
    send: ({ corrects, ...values }, written) =>
      post(paths.informative(caseId), corrects === '' ? values : { ...values, corrects }, written),
    check: (values) => [
      ...(values.need === '' ? [{ field: 'need' as const, title: text('inform.need-missing') }] : []),
      ...(values.words.trim() === '' ? [{ field: 'words' as const, title: text('inform.words-missing') }] : []),
      ...sensitive(values, ['words'], 'sensitiveSeen'),
    ],
    changes: changedBy(caseId),
    onDone: () => done({ what: text('inform.done'), seenBy: text('inform.seen-by') }),
  })
  const saidBy = (corrected: string) => {
    const one = known.find(({ informativeId }) => informativeId === corrected)
    return { need: one?.need ?? '', words: one?.words ?? '' }
  }
  return (
    <Panel>
      <Form form={form} submit={text('inform.effect')}>
        {known.length > 0 && (
          <SelectInput
            form={fillingFrom(form, saidBy, 'words')}
            name="corrects"
            label={text('inform.corrects')}
            help={text('inform.corrects-help')}
            optional
            choices={known.map((one) => ({
              value: one.informativeId,
              label: text('inform.corrects-which', {
                need: needWords(text, one.need),
                day: format.day(day(one.onDay)),
              }),
            }))}
          />
        )}
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
