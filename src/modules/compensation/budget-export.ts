import type { Download } from '../../platform/http/route.ts'
import { type SheetColumn, spreadsheet } from '../../platform/spreadsheet.ts'
import type { BudgetReply } from './contract/budget.ts'

interface Row {
  readonly month: string
  readonly kind: string
  readonly level: string
  readonly ore?: number
  readonly expectedOre?: number
  readonly lowOre?: number
  readonly highOre?: number
}

const columns: readonly SheetColumn<Row>[] = [
  { title: 'month', kind: 'text', value: (row) => row.month },
  { title: 'kind', kind: 'text', value: (row) => row.kind },
  { title: 'level', kind: 'text', value: (row) => row.level },
  { title: 'posted_sek', kind: 'ore', value: (row) => row.ore ?? null },
  { title: 'expected_sek', kind: 'ore', value: (row) => row.expectedOre ?? null },
  { title: 'low_sek', kind: 'ore', value: (row) => row.lowOre ?? null },
  { title: 'high_sek', kind: 'ore', value: (row) => row.highOre ?? null },
]

/** The budget as a table for a spreadsheet: a row for each month, kind and level. */
export async function budgetCsv({ firstMonth, posted, parts }: BudgetReply): Promise<Download> {
  const rows: readonly Row[] = [...posted, ...parts]
  const { body, fileName } = await spreadsheet({ name: `budget-${firstMonth}`, columns, rows }, 'csv')
  return { body, ...(fileName ? { fileName } : {}) }
}
