import { Checkbox } from '@midas-ds/components/checkbox'
import type { EmployerContactView } from '../../../../src/modules/delivery/contract/employer-contacts.ts'
import type { Page } from '../../api/client.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { CaseloadItem } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { useContactText } from './contacts-texts.ts'
import { paths } from './paths.ts'

const kinds = ['visit', 'telephone', 'writing', 'recruitment-event', 'other'] as const
const results = ['no-answer', 'no-need', 'wants-more', 'vacancy', 'practice', 'interview', 'hired'] as const

type Named = { readonly caseId: string; readonly name: string }
type Props = {
  /** The contact to correct; none = a new one. */
  old?: EmployerContactView
  /** Whom a new contact concerns, when it is known; otherwise it is asked. */
  concerned?: readonly Named[]
  onDone: (employer: string) => void
}

/** What a contact with an employer was, in one form; also to correct one. */
export function ContactForm({ old, concerned, onDone }: Props) {
  const text = useContactText()
  const say = useStepText()
  const { today } = useSignedIn()
  const checked = useCheck()
  const unseen = useSensitiveCheck()
  const named = concerned ?? old?.participants ?? []
  const form = useForm({
    initial: {
      onDay: (old?.onDay ?? today) as string,
      employer: old?.employer ?? '',
      workplace: old?.workplace ?? '',
      kind: old?.kind ?? '',
      result: old?.result ?? '',
      caseIds: named.map((one) => one.caseId) as readonly string[],
      note: old?.note ?? '',
      sensitiveSeen: false,
    },
    send: ({ sensitiveSeen: _, ...values }, written) =>
      post(old ? paths.contactCorrection(old.contactId) : paths.contacts, values, written),
    check: (values) => [
      ...checked(values, {
        onDay: ['day', text('day')],
        employer: ['text', text('employer')],
        kind: ['text', text('kind')],
        result: ['text', text('result')],
      }),
      ...unseen(values, ['note'], 'sensitiveSeen'),
    ],
    changes: [paths.contacts, '/cases'],
    onDone: (_, { employer }) => onDone(employer),
  })
  return (
    <Form form={form} submit={text(old ? 'correct-submit' : 'submit')}>
      <DayInput form={form} name="onDay" label={text('day')} example={today} />
      <TextInput form={form} name="employer" label={text('employer')} />
      <TextInput form={form} name="workplace" label={text('workplace')} optional />
      <SelectInput
        form={form}
        name="kind"
        label={text('kind')}
        choices={kinds.map((code) => ({ value: code, label: codeWords(say, 'contact-kind', code) }))}
      />
      <SelectInput
        form={form}
        name="result"
        label={text('result')}
        choices={results.map((code) => ({ value: code, label: codeWords(say, 'contact-result', code) }))}
      />
      {concerned === undefined && (
        <Participants chosen={form.values.caseIds} known={named} onChoose={(caseIds) => form.set('caseIds', caseIds)} />
      )}
      <FreeTextInput
        form={form}
        name="note"
        seen="sensitiveSeen"
        label={text('note')}
        help={text('note-help')}
        optional
      />
    </Form>
  )
}

type PickProps = { chosen: readonly string[]; known: readonly Named[]; onChoose: (caseIds: readonly string[]) => void }

/** Ticks among the own participants; those already chosen stay on the list. */
function Participants({ chosen, known, onChoose }: PickProps) {
  const text = useContactText()
  const { duty } = useSignedIn()
  const whose = duty.role === 'adviser' ? 'mine' : 'all'
  const { data } = useApi<Page<CaseloadItem>>(paths.caseload, { whose, page: 1, limit: 100 })
  const own = data?.items ?? []
  const shown: readonly Named[] = [...known, ...own.filter((one) => known.every((each) => each.caseId !== one.caseId))]
  return (
    <details className="k-why" open={chosen.length > 0}>
      <summary>{text('participants')}</summary>
      <fieldset className="k-why-body k-stack">
        <legend className="k-only-read">{text('participants')}</legend>
        <p className="k-quiet k-small">{text('participants-help')}</p>
        {shown.map(({ caseId, name }) => (
          <Checkbox
            key={caseId}
            isSelected={chosen.includes(caseId)}
            onChange={(on) => onChoose(on ? [...chosen, caseId] : chosen.filter((one) => one !== caseId))}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
    </details>
  )
}
