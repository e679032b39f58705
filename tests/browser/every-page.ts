import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { shippedModel } from '../../src/modules/assessment/index.ts'
import { repositoryRoot } from '../source/tree.ts'
import { type Look, openBrowser, type TestBrowser } from './browser.ts'
import { type DemoHouse, demoHouse } from './demo-house.ts'
import { examine, examineAsItStands, examineLargeText, walkByKeyboard } from './examine.ts'
import { lookAtFirstScreen, settled, travel } from './page-acts.ts'

const people = 60
/** What each way to read the pages may break. */
export const otherLooks = [
  { dark: true, rules: 'colours' },
  { language: 'ar', rules: 'all but colours' },
] as const
export const narrow: Look = { width: 320, language: 'sv' }
const wide = { width: 1280, height: 900 }

/** Who looks at a role's screens, and what its addresses are about. */
type Seat = { readonly userId: string; readonly values: Readonly<Record<string, string>> }

const roles = [
  'participant',
  'caseworker',
  'provider',
  'approver',
  'overseer',
  'municipality',
  'analyst',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Every address of a role, as its `screens.ts` declares them: a new screen is looked at without being named here. */
export function addressesOf(role: Role, values: Seat['values']): string[] {
  const declared = readFileSync(`${repositoryRoot}/web/src/roles/${role}/screens.ts`, 'utf8')
  const patterns = [...declared.matchAll(/^ {4}'(\/[^']*)': '/gm)].map((match) => match[1] ?? '')
  assert.ok(patterns.length > 0, `${role} has screens`)
  return patterns.map((pattern) =>
    `/app/${role}${pattern}`.replaceAll(/\$(\w+)/g, (_whole, name: string) => {
      const value = values[name]
      assert.ok(value, `the test knows a value for $${name}, which ${role}${pattern} needs`)
      return value
    }),
  )
}

/** What a test of pages works with, once it has begun. */
export interface Visit {
  readonly house: DemoHouse
  readonly browser: TestBrowser
  readonly page: Page
  readonly seats: Readonly<Record<Role, Seat>>
  /** Looks at a page at both widths, and with large text. */
  look(address: string): Promise<string[]>
}

/** Opens a demo house and a browser for the tests of a file; what it gives is there once they run. */
export function visiting(): () => Visit {
  let visit: Visit | undefined
  before(async () => {
    const house = await demoHouse(people)
    const browser = await openBrowser()
    const page = await browser.visit(house.origin, narrow)
    visit = { house, browser, page, seats: await seatsIn(house), look: (address) => look(page, address) }
  })
  after(async () => {
    await visit?.browser.close()
    await visit?.house.drop()
  })
  return () => visit ?? assert.fail('nothing is open yet')
}

async function look(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 900 })
  await page.goto(address)
  return lookAround(page, address)
}

/** The page that is open, at 320 px already, then wide and with large text. */
export async function lookAround(page: Page, address: string): Promise<string[]> {
  const faults = await examine(page, `${address} at 320 px`)
  await page.setViewportSize(wide)
  faults.push(...(await examine(page, `${address} at 1280 px`, 'all but colours')))
  faults.push(...(await examineLargeText(page, address)))
  return faults
}

/** Every page of the role: as it is, while it waits, when nothing comes, in the dark, in Arabic and by keyboard. */
export function testRole(role: Role, visit: () => Visit): void {
  testPages(role, visit)
  testWaiting(role, visit)
  testFirstScreen(role, visit)
}

function testPages(role: Role, visit: () => Visit): void {
  test(`of the role ${role} is free of faults at 320 and 1280 px`, async () => {
    const { house, browser, page, seats } = visit()
    const { userId, values } = seats[role]
    await house.letIn(page, userId)
    const faults: string[] = []
    // The app is loaded once; `travel` then leads on.
    await page.goto('/app/rules')
    await settled(page)
    for (const address of addressesOf(role, values)) {
      await page.setViewportSize({ width: 320, height: 900 })
      await travel(page, address)
      faults.push(...(await lookAround(page, address)))
    }
    assert.deepEqual(faults, [])
    await page.goto(`/app/${role}`)
    await settled(page)
    await lookAtFirstScreen(page, `demo-${role}`)
    browser.mustBeQuiet()
  })
}

function testWaiting(role: Role, visit: () => Visit): void {
  test(`of the role ${role} is free of faults while it waits and when nothing comes`, async () => {
    const { house, page, seats } = visit()
    const { userId, values } = seats[role]
    await house.letIn(page, userId)
    await page.setViewportSize({ width: 320, height: 900 })
    const faults: string[] = []
    await page.goto('/app/rules')
    await settled(page)
    let answer = Promise.withResolvers<void>()
    await page.route(/\/api\/v1\/(?!session$)/, async (route) => {
      await answer.promise
      // A refusal: what may be a passing fault would be asked for again first.
      await route.fulfill({ status: 400, json: { status: 400, title: 'Det gick inte' } })
    })
    for (const address of addressesOf(role, values)) {
      answer.resolve()
      answer = Promise.withResolvers()
      await travel(page, address)
      faults.push(...(await examineAsItStands(page, `${address} while it waits`)))
      answer.resolve()
      faults.push(...(await examine(page, `${address} when nothing comes`)))
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    assert.deepEqual(faults, [])
  })
}

function testFirstScreen(role: Role, visit: () => Visit): void {
  test(`of the role ${role} begins well in the dark, in Arabic where it is spoken, and by keyboard`, async () => {
    const { house, browser, page, seats } = visit()
    const { userId } = seats[role]
    const faults: string[] = []
    for (const { rules, ...other } of otherLooks) {
      const visitor = await browser.visit(house.origin, { ...narrow, ...other })
      await house.letIn(visitor, userId)
      await visitor.goto(`/app/${role}`)
      faults.push(...(await examine(visitor, `${role} ${JSON.stringify(other)}`, rules)))
      await visitor.context().close()
    }
    await house.letIn(page, userId)
    await page.setViewportSize(wide)
    await page.goto(`/app/${role}`)
    await settled(page)
    const { stops, faults: lost } = await walkByKeyboard(page, role)
    const actions = await page.locator('main').locator('a[href]:visible, button:visible').count()
    assert.ok(actions === 0 || stops.length > actions, `${stops.length} stops reach ${actions} actions of ${role}`)
    assert.deepEqual([...faults, ...lost], [])
  })
}

/** One user for each role, around one participant who is in the service and has been paid for. */
async function seatsIn(house: DemoHouse): Promise<Record<Role, Seat>> {
  const [about] = await house.rows<Record<string, string>>(
    `select u.id as "userId", p.case_id as "caseId", p.provider_id as "providerId", c.caseworker_user_id as "caseworkerId",
            l.statement_id as "statementId", k.contract_id as "contractId", k.address_id as "addressId", o.office_id as "officeId",
            (select s.application_id from admission.submission s limit 1) as "applicationId", (select t.id from admission.terms t limit 1) as "termsId"
       from market.v_placement p
       join platform.user_account u on u.person_id = p.person_id
       join registration.v_case c on c.case_id = p.case_id
       join compensation.entitlement_line l on l.case_id = p.case_id and l.provider_id = p.provider_id
       cross join lateral (select contract_id, address_id from market.contract_address limit 1) k
       cross join lateral (select office_id from registration.v_case where office_id is not null limit 1) o
      where p.last_day is null and c.caseworker_user_id is not null and u.display_name not like 'Kanari%'
      order by p.first_day desc, l.statement_id limit 1`,
  )
  assert.ok(about, 'the demo has a participant in the service who has been paid for')
  const { userId = '', caseworkerId = '', providerId = '', ...rest } = about
  const userOf = async (role: string, organisationId?: string) => {
    const [user] = await house.rows<{ id: string }>(
      'select user_id as id from platform.duty where role = $1 and ($2::uuid is null or organisation_id = $2) limit 1',
      [role, organisationId ?? null],
    )
    assert.ok(user, `somebody is ${role}`)
    return user.id
  }
  const values = {
    ...rest,
    providerId,
    month: '2022-09',
    importId: rest.caseId ?? '',
    sampleId: rest.caseId ?? '',
    whatIfId: rest.caseId ?? '',
    planId: rest.caseId ?? '',
    model: shippedModel().name,
    place: '1',
    comparisonId: rest.caseId ?? '',
  }
  const seat = async (role: string, at?: string): Promise<Seat> => ({ userId: await userOf(role, at), values })
  return {
    participant: { userId, values },
    caseworker: { userId: caseworkerId, values },
    provider: await seat('coordinator', providerId),
    approver: await seat('approver'),
    overseer: await seat('overseer'),
    municipality: await seat('municipality'),
    analyst: await seat('analyst'),
    administrator: await seat('administrator'),
  }
}
