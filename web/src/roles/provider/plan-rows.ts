import type { PlannedActivity } from './answers.ts'
import { typedNumber } from './typed-number.ts'

/** A line of the plan as it is typed. */
export type PlanRow = {
  id: number
  code: string
  hours: string
  mode: 'physical' | 'remote'
  content: string
  totalHours: string
  vacancy: string
}

const ownWork = 'own-work'

export const emptyRow = (id: number, code = ''): PlanRow => ({
  id,
  code,
  hours: '',
  mode: code === ownWork ? 'remote' : 'physical',
  content: '',
  totalHours: '',
  vacancy: '',
})

export const rowsOf = (activities: readonly PlannedActivity[]): PlanRow[] =>
  activities.map((activity, id) => ({
    id,
    code: activity.code,
    hours: decimal(activity.hoursPerWeek),
    mode: activity.mode,
    content: activity.content ?? '',
    totalHours: activity.totalHours ? decimal(activity.totalHours) : '',
    vacancy: activity.vacancy ?? '',
  }))

/** Hours a week of all lines that hold a number. */
export const hoursOf = (rows: readonly PlanRow[]): number =>
  rows.reduce((total, row) => total + (typedNumber(row.hours) ?? 0), 0)

/** Fills what is missing of the available hours with own work, in a line of its own or the one there is. */
export function withOwnWork(rows: readonly PlanRow[], missing: number): PlanRow[] {
  const found = rows.find((row) => row.code === ownWork)
  if (found === undefined) {
    const id = Math.max(-1, ...rows.map((row) => row.id)) + 1
    return [...rows, { ...emptyRow(id, ownWork), hours: decimal(missing) }]
  }
  const hours = decimal((typedNumber(found.hours) ?? 0) + missing)
  return rows.map((row) => (row === found ? { ...row, hours } : row))
}

/** The lines as the API takes them. */
export const sentRows = (rows: readonly PlanRow[]): object[] =>
  rows.map(({ code, hours, mode, content, totalHours, vacancy }) => ({
    code,
    hoursPerWeek: typedNumber(hours),
    mode,
    content: content.trim() || null,
    ...(code === 'short-course' ? { totalHours: typedNumber(totalHours), vacancy: vacancy.trim() || null } : {}),
  }))

const decimal = (value: number): string => String(value).replace('.', ',')
