import { storyOf } from '../demo/index.ts'
import type { Pool } from '../platform/database.ts'
import type { TestPerson } from './test-people.ts'

const groups: Readonly<Record<string, string>> = {
  jobseeker: 'Arbetssökande och deltagare',
  caseworker: 'Arbetsförmedlare',
  coordinator: 'Leverantör: samordnare',
  adviser: 'Leverantör: handledare',
  approver: 'Attestant',
  overseer: 'Leverantörsuppföljning',
  municipality: 'Kommun',
  analyst: 'Analys',
  administrator: 'Systemförvaltare',
}

/**
 * Everyone who has an account, by role: the test people of a demo world. Left out are the hundreds of people of the demo
 * who have an account only because they have acted themselves.
 */
export async function testPeople(ownerPool: Pool): Promise<readonly TestPerson[]> {
  const { rows } = await ownerPool.query<{
    subject: string
    name: string
    role: string
    organisation: string | null
    office: string | null
    number: string | null
    registered: boolean
    hidden: boolean
  }>(`
    select u.subject, u.display_name as name, d.role, o.name as organisation, f.name as office, c.identity_number as number, u.person_id is not null as registered,
           coalesce(p.protection <> 'none', false) as hidden
      from platform.user_account u
      join lateral (select * from platform.duty d where d.user_id = u.id order by d.role, d.id limit 1) d on true
      left join platform.organisation o on o.id = d.organisation_id
      left join platform.office f on f.id = d.office_id
      left join platform.identity_claim c on c.user_id = u.id
      left join registration.v_person p on p.person_id = u.person_id
     order by array_position(array['jobseeker','caseworker','coordinator','adviser','approver','overseer','municipality','analyst','administrator'], d.role), o.name, u.id`)
  const shown = rows.filter((row) => storyOf(row.subject) !== undefined)
  return shown.map((row) => ({
    subject: row.subject,
    name: row.name,
    group: groups[row.role] ?? row.role,
    detail:
      row.role === 'jobseeker'
        ? (storyOf(row.subject) ?? (row.registered ? 'inskriven' : 'inte inskriven än'))
        : [row.organisation, row.office].filter(Boolean).join(', '),
    ...(row.number ? { identityNumber: row.number } : {}),
    ...(row.hidden ? { listedAs: 'Person med skyddade personuppgifter' } : {}),
  }))
}
