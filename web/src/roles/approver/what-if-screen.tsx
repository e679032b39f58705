import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addMonths, firstDayOf, type Month, monthOf } from '../../../../src/kernel/day.ts'
import type { WhatIfBody, WhatIfRequested } from '../../../../src/modules/compensation/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { type FormState, type Missing, useForm } from '../../ui/use-form.ts'
import { useText } from './texts.ts'
import { type PriceField, priceFields, type ReadPrices, readPrices } from './what-if-prices.ts'

type Group = 'fee' | 'outcome'
type Values = { month: string } & Record<`${Group}${PriceField}`, string>

const monthsBack = 24
const groups = ['fee', 'outcome'] as const
const none = { feeA: '', feeB1: '', feeB2: '', feeC: '', outcomeA: '', outcomeB1: '', outcomeB2: '', outcomeC: '' }

/** Asks what a month would give with the facts as they are now, or with other prices; nothing is posted. */
export function WhatIfScreen() {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const { today } = useSignedIn()
  const first = firstDayOf(monthOf(today))
  const months = Array.from({ length: monthsBack }, (_, n) => monthOf(addMonths(first, -1 - n)))
  const form = useForm({
    initial: { month: months[0] ?? '', ...none } as Values,
    check: (values) => faultsIn(values, text),
    send: (values, written) => post<WhatIfRequested>('/money/what-if', bodyOf(values), written),
    onDone: ({ whatIfId }) => void navigate({ to: `/app/approver/what-if/${whatIfId}` }),
  })
  return (
    <Screen title={text('what-if.title')} lead={text('what-if.lead')}>
      <Panel>
        <Form form={form} submit={text('what-if.effect')}>
          <SelectInput
            form={form}
            name="month"
            label={text('column.month')}
            help={text('what-if.month-help')}
            choices={months.map((month) => ({ value: month, label: format.month(month) }))}
          />
          <OtherPrices form={form} />
        </Form>
      </Panel>
    </Screen>
  )
}

/** Folded, since most ask with the prices in force; a price to mend opens it, and it stays so. */
function OtherPrices({ form }: { form: FormState<Values> }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const isFaulty = form.fieldProblems.some((one) => one.field !== 'month')
  return (
    <details className="k-why" open={isOpen || isFaulty} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('what-if.prices')}</summary>
      <div className="k-why-body k-stack">
        <p>
          {text('what-if.prices-help')} <Link to="/app/rules">{text('what-if.prices-rules')}</Link>
        </p>
        {groups.map((group) => (
          <fieldset key={group} className="k-stack">
            <legend>{text(`what-if.${group}`)}</legend>
            {priceFields.map((field) => (
              <TextInput
                key={field}
                form={form}
                name={`${group}${field}`}
                label={text(`what-if.price.${field}`)}
                {...(field === 'B2' ? { help: text('what-if.price-help.B2') } : {})}
                inputMode="decimal"
                optional
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  )
}

function read(values: Values, group: Group): ReadPrices {
  const of = (field: PriceField) => values[`${group}${field}`]
  return readPrices({ A: of('A'), B1: of('B1'), B2: of('B2'), C: of('C') })
}

function bodyOf(values: Values): WhatIfBody {
  const [fee, outcome] = [read(values, 'fee'), read(values, 'outcome')]
  return {
    // One of the choices, which are months.
    month: values.month as Month,
    ...(fee.is === 'read' ? { baseFeeOre: fee.prices } : {}),
    ...(outcome.is === 'read' ? { outcomePaymentOre: outcome.prices } : {}),
  }
}

function faultsIn(values: Values, text: ReturnType<typeof useText>): Missing<Values>[] {
  const faults: Missing<Values>[] =
    values.month === '' ? [{ field: 'month', title: text('what-if.month-missing') }] : []
  for (const group of groups) {
    const found = read(values, group)
    if (found.is !== 'unread') continue
    const about = (field: PriceField) => ({ group: text(`what-if.${group}`), price: text(`what-if.price.${field}`) })
    for (const field of priceFields) {
      if (found.missing.includes(field))
        faults.push({ field: `${group}${field}`, title: text('what-if.price-missing', about(field)) })
      if (found.wrong.includes(field))
        faults.push({ field: `${group}${field}`, title: text('what-if.price-wrong', about(field)) })
    }
  }
  return faults
}
