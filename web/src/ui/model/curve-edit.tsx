import { useNavigate } from '@tanstack/react-router'
import type {
  CurveChangeBody,
  CurveReply,
  EditModelBody,
  ModelMade,
} from '../../../../src/modules/assessment/contract/models.ts'
import { post } from '../../api/client.ts'
import { ChoiceInput, SelectInput, TextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel } from '../screen.tsx'
import { useForm } from '../use-form.ts'
import { useModelPath } from './addresses.ts'
import { useModelText } from './texts.ts'
import { readNumber } from './typed-effect.ts'

const ways = ['set', 'shift', 'flatten', 'falling', 'rising'] as const
type Way = (typeof ways)[number]
type Values = { how: string; from: string; to: string; acrossFrom: string; acrossTo: string; number: string }

/** Changes a stretch of the curve; the answer is a draft whose effect on groups is counted next. */
export function CurveEdit({ reply }: { reply: CurveReply }) {
  const text = useModelText()
  const notice = useNotice()
  const navigate = useNavigate()
  const path = useModelPath()
  const { version, term, pair } = reply
  const asksNumber = (how: string) => how === 'set' || how === 'shift'
  const form = useForm({
    initial: initialFor(reply),
    check: (values) =>
      asksNumber(values.how) && readNumber(values.number) === null
        ? [{ field: 'number', title: text('edit.number-missing') }]
        : [],
    send: (values, written) => post<ModelMade>('/models', bodyOf(reply, values), written),
    changes: ['/models'],
    onDone: ({ model }) => {
      notice.tell({ what: text('edit.done', { model }), seenBy: text('seen-by') })
      void navigate({ to: path.model(model) })
    },
  })
  const allowed = ways.filter((way) => (way !== 'rising' && way !== 'falling') || term.kind === 'number')
  const rows = pair === null ? reply.bins.map((bin) => bin.text) : pair.down.groups
  const choices = (names: readonly string[]) => names.map((label, place) => ({ value: String(place), label }))
  return (
    <Panel title={text('edit.title')}>
      <p>{text('edit.words')}</p>
      {!version.inForce && <p className="k-note">{text('edit.not-in-force')}</p>}
      <Form form={form} submit={text('edit.effect')}>
        <ChoiceInput
          form={form}
          name="how"
          label={text('edit.how')}
          choices={allowed.map((value) => ({ value, label: text(`edit.how.${value}`) }))}
        />
        <SelectInput form={form} name="from" label={text('edit.from')} choices={choices(rows)} />
        <SelectInput form={form} name="to" label={text('edit.to')} choices={choices(rows)} />
        {pair !== null && (
          <>
            <SelectInput
              form={form}
              name="acrossFrom"
              label={text('edit.across-from', { label: pair.across.label })}
              choices={choices(pair.across.groups)}
            />
            <SelectInput
              form={form}
              name="acrossTo"
              label={text('edit.across-to', { label: pair.across.label })}
              choices={choices(pair.across.groups)}
            />
          </>
        )}
        {asksNumber(form.values.how) && (
          <TextInput
            form={form}
            name="number"
            label={text('edit.number')}
            help={text('edit.number-help')}
            inputMode="decimal"
          />
        )}
      </Form>
    </Panel>
  )
}

function initialFor({ bins, pair }: CurveReply): Values {
  const last = (pair === null ? bins.length : pair.effects.length) - 1
  const first = pair === null ? Math.min(1, last) : 0
  const across = (pair?.across.groups.length ?? 1) - 1
  return { how: 'set', from: String(first), to: String(last), acrossFrom: '0', acrossTo: String(across), number: '' }
}

function bodyOf({ version, term, pair }: CurveReply, values: Values): EditModelBody {
  const onTerm = {
    term: term.name,
    bins: { from: Number(values.from), to: Number(values.to) },
    ...(pair === null ? {} : { across: { from: Number(values.acrossFrom), to: Number(values.acrossTo) } }),
  }
  return { madeFrom: version.model, changes: [changeOf(onTerm, values)] }
}

function changeOf(onTerm: Pick<CurveChangeBody, 'term' | 'bins' | 'across'>, { how, number }: Values): CurveChangeBody {
  const value = readNumber(number) ?? 0
  switch (how as Way) {
    case 'set':
      return { ...onTerm, how: 'set', effect: value }
    case 'shift':
      return { ...onTerm, how: 'shift', by: value }
    case 'flatten':
      return { ...onTerm, how: 'flatten' }
    case 'falling':
      return { ...onTerm, how: 'monotone', direction: -1 }
    case 'rising':
      return { ...onTerm, how: 'monotone', direction: 1 }
  }
}
