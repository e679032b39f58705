import type { Download } from '../../platform/http/route.ts'
import type { BudgetReply } from './contract/budget.ts'

const mark = '\uFEFF'
const orePerKrona = 100

/** The budget as a table for a spreadsheet: a row for each month, kind and level; semicolons, UTF-8 with its mark. */
export function budgetCsv({ firstMonth, posted, parts }: BudgetReply): Download {
  const rows = [
    ['month', 'kind', 'level', 'posted_sek', 'expected_sek', 'low_sek', 'high_sek'],
    ...posted.map((one) => [one.month, one.kind, one.level, sek(one.ore), '', '', '']),
    ...parts.map((one) => [
      one.month,
      one.kind,
      one.level,
      '',
      sek(one.expectedOre),
      sek(one.lowOre),
      sek(one.highOre),
    ]),
  ]
  const body = `${mark}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
  return { body, fileName: `budget-${firstMonth}.csv` }
}

function sek(amountOre: number): string {
  return (amountOre / orePerKrona).toFixed(2).replace('.', ',')
}

/** A text that a spreadsheet would run as a formula is shown as text; a negative amount stays a number. */
function cell(text: string): string {
  const guarded = /^[=+@\t\r-]/.test(text) && !/^-?\d+(,\d+)?$/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
