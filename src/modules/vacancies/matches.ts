import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { indexVacancies, type Seeker, type Suggestion, suggest, type Vacancy } from './domain/index.ts'
import { vacancyColumns } from './store.ts'

const kmPerDegree = 111.2

/** The best open vacancies for a person, the best first; the database hands over only those near enough in the sought fields. */
export async function matchesFor(context: Context, seeker: Seeker): Promise<Suggestion[]> {
  const up = seeker.radiusKm / kmPerDegree
  const { lat } = seeker.home
  const { rows } = await sql<Omit<Vacancy, 'description'>>`
    select ${vacancyColumns} from vacancies.vacancy v
     where v.removed_at is null and v.apply_by >= ${context.today} and v.field = any(${fieldsOf(seeker)}::text[])
       and v.lat between ${lat - up} and ${lat + up}`.execute(context.db)
  const index = indexVacancies(
    rows.map((row) => ({ ...row, description: '' })),
    context.today,
  )
  return suggest(index, seeker, context.rules.vacancies.points, context.rules.vacancies.suggested)
}

/** Two digits each; a sought main group of one digit stands for its ten. */
function fieldsOf(seeker: Seeker): string[] {
  return seeker.sought.flatMap((code) =>
    code.length === 1 ? Array.from({ length: 10 }, (_, digit) => `${code}${digit}`) : [code.slice(0, 2)],
  )
}
