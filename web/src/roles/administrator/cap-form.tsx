import type { BudgetCapBody, BudgetCapsReply, BudgetCapView } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useBudgetText } from '../../ui/budget/texts.ts'
import { LongTextInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { readWhole } from './whole-number.ts'

type Props = {
  reply: BudgetCapsReply
  /** The cap whose place is taken; its scope is fixed. */
  changed: BudgetCapView | null
  onDone: () => void
  onCancel: () => void
}

const orePerKrona = 100
const groups = ['JOB', 'UGA', 'ETP', 'none'] as const
const typed = (value: number | null) => (value === null ? '' : String(value))

/** A new cap, or other limits for one that is in force. */
export function CapForm({ reply, changed, onDone, onCancel }: Props) {
  const text = useBudgetText()
  const notice = useNotice()
  const { language } = useLanguage()
  const { today } = useSignedIn()
  const form = useForm({
    initial: {
      name: changed?.name ?? '',
      kind: changed?.kind ?? 'referral',
      period: changed?.period ?? today.slice(0, 7),
      appropriation: changed?.appropriation ?? '',
      programmeGroup: changed?.programmeGroup ?? '',
      officeId: changed?.officeId ?? '',
      limitDecisions: typed(changed?.limitDecisions ?? null),
      limitCommittedOre: changed?.limitCommittedOre == null ? '' : typed(changed.limitCommittedOre / orePerKrona),
      reason: '',
    },
    check: (values) =>
      (['limitDecisions', 'limitCommittedOre'] as const).flatMap((field) =>
        readWhole(values[field]) === undefined ? [{ field, title: text('cap.not-number') }] : [],
      ),
    send: (values, written) => post<{ capId: string }>('/budget/caps', bodyOf(values, changed), written),
    changes: ['/budget'],
    onDone: (_, values) => {
      notice.tell({ what: text('cap.done', { name: values.name }), seenBy: text('cap.seen-by') })
      onDone()
    },
  })
  const kinds = (['referral', 'extension'] as const).map((value) => ({ value, label: text(`kind.${value}`) }))
  const appropriations = reply.appropriations.map((one) => ({
    value: one.code,
    label: language === 'sv' ? one.sv : one.en,
  }))
  const offices = reply.offices.map((one) => ({ value: one.officeId, label: one.name }))
  return (
    <Form
      form={form}
      submit={text(changed === null ? 'cap.effect' : 'cap.change-effect')}
      aside={
        changed === null ? undefined : (
          <button type="button" className="k-plain-button" onClick={onCancel}>
            {text('cap.cancel')}
          </button>
        )
      }
    >
      <TextInput form={form} name="name" label={text('cap.name')} help={text('cap.name-help')} />
      {changed === null && (
        <>
          <SelectInput form={form} name="kind" label={text('column.decision')} choices={kinds} />
          <TextInput form={form} name="period" label={text('cap.period')} help={text('cap.period-help')} />
          <SelectInput
            form={form}
            name="appropriation"
            label={text('cap.appropriation')}
            help={text('cap.any-appropriation')}
            optional
            choices={appropriations}
          />
          <SelectInput
            form={form}
            name="programmeGroup"
            label={text('cap.group')}
            help={text('cap.any-group')}
            optional
            choices={groups.map((value) => ({ value, label: text(`group.${value}`) }))}
          />
          <SelectInput
            form={form}
            name="officeId"
            label={text('cap.office')}
            help={text('cap.any-office')}
            optional
            choices={offices}
          />
        </>
      )}
      <TextInput
        form={form}
        name="limitDecisions"
        label={text('cap.decisions')}
        help={text('cap.limit-help')}
        inputMode="numeric"
        optional
      />
      <TextInput form={form} name="limitCommittedOre" label={text('cap.kronor')} inputMode="numeric" optional />
      <LongTextInput form={form} name="reason" label={text('cap.reason')} help={text('cap.reason-help')} />
    </Form>
  )
}

type Values = Record<
  | 'name'
  | 'kind'
  | 'period'
  | 'appropriation'
  | 'programmeGroup'
  | 'officeId'
  | 'limitDecisions'
  | 'limitCommittedOre'
  | 'reason',
  string
>

function bodyOf(values: Values, changed: BudgetCapView | null): BudgetCapBody {
  const kronor = readWhole(values.limitCommittedOre) ?? null
  return {
    name: values.name,
    kind: values.kind as BudgetCapBody['kind'],
    period: values.period,
    appropriation: values.appropriation || null,
    programmeGroup: (values.programmeGroup || null) as BudgetCapBody['programmeGroup'],
    officeId: values.officeId || null,
    limitDecisions: readWhole(values.limitDecisions) ?? null,
    limitCommittedOre: kronor === null ? null : kronor * orePerKrona,
    reason: values.reason,
    ...(changed === null ? {} : { replaces: changed.capId }),
  }
}
