import type { Day } from '../../../../src/kernel/day.ts'
import type { CatalogueEntry, Motive } from '../../../../src/modules/market/contract.ts'
import type { CaseAnswer } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

type Props = { entry: CatalogueEntry; answer: CaseAnswer; what: 'choose' | 'change'; onCancel: () => void }

/** Optional question "what mattered?" (programme 4.4). */
const motives = {
  orientation: 'mattered.orientation',
  location: 'mattered.location',
  language: 'mattered.language',
  reviews: 'mattered.reviews',
  'own-experience': 'mattered.own-experience',
  friends: 'mattered.friends',
  suggestion: 'mattered.suggestion',
  other: 'mattered.other',
} as const satisfies Record<Motive, string>
const motiveList = Object.keys(motives) as Motive[]

const initial = {
  earlier: false,
  startOn: '',
  startReason: '',
  from: '',
  ...(Object.fromEntries(Object.values(motives).map((name) => [name, false])) as Record<
    (typeof motives)[Motive],
    boolean
  >),
}
type Values = typeof initial

/** The choice that the person makes with the caseworker; it is recorded as made with help. */
export function ChooseForm({ entry, answer, what, onCancel }: Props) {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const { caseId, person } = answer
  const provider = entry.providerName
  const form = useForm({
    initial,
    send: (values, written) =>
      post<{ firstDay: Day }>(
        `/cases/${caseId}/${what === 'choose' ? 'choice' : 'change-of-provider'}`,
        bodyOf(values, entry, what),
        written,
      ),
    changes: changedWith(caseId),
    onDone: ({ firstDay }) =>
      notice.tell({
        what: text(what === 'choose' ? 'choice.done' : 'choice.change-done', { provider, day: format.day(firstDay) }),
        seenBy: text('choice.seen-by', { name: person.name, provider }),
      }),
  })
  return (
    <Form
      form={form}
      submit={text(what === 'choose' ? 'choice.effect' : 'choice.change-effect', { provider })}
      aside={
        <button className="k-plain-button" type="button" onClick={onCancel}>
          {text('choice.cancel')}
        </button>
      }
    >
      <fieldset className="k-stack">
        <legend>{text('choice.mattered')}</legend>
        {motiveList.map((code) => (
          <CheckInput key={code} form={form} name={motives[code]} label={codeWords(words, 'motive', code)} />
        ))}
      </fieldset>
      {what === 'choose' ? (
        <>
          <CheckInput form={form} name="earlier" label={text('choice.earlier')} help={text('choice.earlier-help')} />
          {form.values.earlier && (
            <>
              <DayInput form={form} name="startOn" label={text('choice.start-on')} example={today} />
              <FreeTextInput form={form} name="startReason" label={text('choice.start-reason')} />
            </>
          )}
        </>
      ) : (
        <DayInput
          form={form}
          name="from"
          label={text('choice.from')}
          help={text('choice.from-help')}
          example={today}
          optional
        />
      )}
    </Form>
  )
}

function bodyOf(values: Values, { contractId, addressId }: CatalogueEntry, what: 'choose' | 'change') {
  const mattered = motiveList.filter((code) => values[motives[code]])
  const place = { contractId, addressId, ...(mattered.length === 0 ? {} : { motives: mattered }) }
  if (what === 'change') return { ...place, ...(values.from === '' ? {} : { from: values.from }) }
  return { ...place, ...(values.earlier ? { startOn: values.startOn, startReason: values.startReason } : {}) }
}
