import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { repositoryRoot } from '../source/tree.ts'
import { type Look, openBrowser, type TestBrowser } from './browser.ts'
import { type DemoHouse, demoHouse } from './demo-house.ts'
import { examine, examineAsItStands, examineLargeText, walkByKeyboard } from './examine.ts'
import { lookAtFirstScreen, settled } from './page-acts.ts'

const people = 60
const narrow: Look = { width: 320, language: 'sv' }
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
type Role = (typeof roles)[number]

/** Every address of a role, as its `screens.ts` declares them: a new screen is looked at without being named here. */
function addressesOf(role: Role, values: Seat['values']): string[] {
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

describe('every page and state', () => {
  let house: DemoHouse
  let browser: TestBrowser
  let page: Page
  let seats: Record<Role, Seat>

  before(async () => {
    house = await demoHouse(people)
    browser = await openBrowser()
    page = await browser.visit(house.origin, narrow)
    seats = await seatsIn(house)
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })

  /** Looks at a page at both widths, and with large text. */
  async function look(address: string): Promise<string[]> {
    await page.setViewportSize({ width: 320, height: 900 })
    await page.goto(address)
    const faults = await examine(page, `${address} at 320 px`)
    await page.setViewportSize(wide)
    faults.push(...(await examine(page, `${address} at 1280 px`)))
    faults.push(...(await examineLargeText(page, address)))
    return faults
  }

  test('is looked at by checks that find a page made to be wrong', async () => {
    await page.goto('/')
    await page.setContent(
      `<main><h1>Fel</h1><img src="/krom.svg"><div style="width:60rem">bred</div>
       <button style="width:10px;height:10px;padding:0;outline:none;box-shadow:none">x</button></main>`,
    )
    const faults = [...(await examine(page, 'made')), ...(await walkByKeyboard(page, 'made')).faults].join('\n')
    for (const fault of [
      'image-alt',
      'button "x" is 10 × 10 px',
      'scrolls sideways',
      'nothing shows that the focus is on',
    ])
      assert.ok(faults.includes(fault), `${fault} is among\n${faults}`)
  })

  for (const role of roles) {
    test(`of the role ${role} is free of faults at 320 and 1280 px`, async () => {
      const { userId, values } = seats[role]
      await house.letIn(page, userId)
      const faults: string[] = []
      for (const address of addressesOf(role, values)) faults.push(...(await look(address)))
      assert.deepEqual(faults, [])
      await page.goto(`/app/${role}`)
      await settled(page)
      await lookAtFirstScreen(page, `demo-${role}`)
      browser.mustBeQuiet()
    })

    test(`of the role ${role} is free of faults while it waits and when nothing comes`, async () => {
      const { userId, values } = seats[role]
      await house.letIn(page, userId)
      await page.setViewportSize({ width: 320, height: 900 })
      const faults: string[] = []
      let answer = Promise.withResolvers<void>()
      await page.route(/\/api\/v1\/(?!session$)/, async (route) => {
        await answer.promise
        // A refusal: what may be a passing fault would be asked for again first.
        await route.fulfill({ status: 400, json: { status: 400, title: 'Det gick inte' } })
      })
      for (const address of addressesOf(role, values)) {
        answer.resolve()
        answer = Promise.withResolvers()
        await page.goto(address)
        await page.locator('main h1').first().waitFor()
        faults.push(...(await examineAsItStands(page, `${address} while it waits`)))
        answer.resolve()
        faults.push(...(await examine(page, `${address} when nothing comes`)))
      }
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      assert.deepEqual(faults, [])
    })

    test(`of the role ${role} begins well in the dark, in Arabic where it is spoken, and by keyboard`, async () => {
      const { userId } = seats[role]
      const faults: string[] = []
      for (const other of [{ dark: true }, { language: 'ar' }] as const) {
        const visitor = await browser.visit(house.origin, { ...narrow, ...other })
        await house.letIn(visitor, userId)
        await visitor.goto(`/app/${role}`)
        faults.push(...(await examine(visitor, `${role} ${JSON.stringify(other)}`)))
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

  test('for everyone, without signing in, is free of faults in Swedish, Arabic and the dark', async () => {
    await page.context().clearCookies({ name: 'krom_session' })
    const open = [
      '/',
      '/leverantorer',
      '/api/',
      '/problems/not-found',
      '/app',
      '/app/rules',
      '/app/nothing-here',
      '/sign-in',
    ]
    const faults: string[] = []
    for (const address of open) {
      faults.push(...(await look(address)))
      faults.push(...(await walkByKeyboard(page, address)).faults)
    }
    for (const other of [{ dark: true }, { language: 'ar' }] as const) {
      const visitor = await browser.visit(house.origin, { ...narrow, ...other })
      for (const address of ['/', '/leverantorer', '/api/', '/app/rules']) {
        await visitor.goto(address)
        faults.push(...(await examine(visitor, `${address} ${JSON.stringify(other)}`)))
      }
      await visitor.context().close()
    }
    assert.deepEqual(faults, [])
    browser.mustBeQuiet()
  })

  test('of somebody who is not registered, chooses or has left is free of faults too', async () => {
    const faults: string[] = []
    for (const userId of await otherParticipants(house)) {
      await house.letIn(page, userId)
      for (const address of [
        '/app/participant',
        '/app/participant/choose',
        '/app/participant/plan',
        '/app/participant/register',
      ])
        faults.push(...(await look(address)))
    }
    assert.deepEqual(faults, [])
  })

  test('of staff for whom nothing waits is free of faults', async () => {
    const faults: string[] = []
    for (const [role, addresses] of [
      ['caseworker', ['/app/caseworker', '/app/caseworker/cases']],
      ['coordinator', ['/app/provider', '/app/provider/reports', '/app/provider/money', '/app/provider/contracts']],
    ] as const) {
      await house.letIn(page, await aNewcomer(house, role))
      for (const address of addresses) faults.push(...(await look(address)))
    }
    assert.deepEqual(faults, [])
  })

  test('that is a letter is free of faults', async () => {
    const [letter] = await house.rows<{ id: string }>(
      'select l.id from platform.letter l join market.v_placement p on p.case_id = l.case_id where p.case_id = $1 limit 1',
      [seats.participant.values.caseId],
    )
    assert.ok(letter)
    await house.letIn(page, seats.participant.userId)
    assert.deepEqual(await look(`/api/v1/letters/${letter.id}`), [])
  })
})

/** One user for each role, around one participant who is in the service and has been paid for. */
async function seatsIn(house: DemoHouse): Promise<Record<Role, Seat>> {
  const [about] = await house.rows<Record<string, string>>(
    `select u.id as "userId", p.case_id as "caseId", p.provider_id as "providerId", c.caseworker_user_id as "caseworkerId",
            l.statement_id as "statementId", k.contract_id as "contractId", k.address_id as "addressId"
       from market.v_placement p
       join platform.user_account u on u.person_id = p.person_id
       join registration.v_case c on c.case_id = p.case_id
       join compensation.entitlement_line l on l.case_id = p.case_id and l.provider_id = p.provider_id
       cross join lateral (select contract_id, address_id from market.contract_address limit 1) k
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
  const values = { ...rest, providerId, month: '2022-09', importId: rest.caseId ?? '' }
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

/** Who is not registered yet, who is registered and has no place, and whose time in the service is over. */
async function otherParticipants(house: DemoHouse): Promise<string[]> {
  const found = await house.rows<{ id: string }>(
    `(select u.id from platform.user_account u join platform.duty d on d.user_id = u.id
       where d.role = 'jobseeker' and u.person_id is null limit 1)
     union all
     (select u.id from platform.user_account u join platform.duty d on d.user_id = u.id
       where d.role = 'jobseeker' and u.person_id is not null
         and not exists (select 1 from market.v_placement p where p.person_id = u.person_id) limit 1)
     union all
     (select u.id from platform.user_account u join market.v_placement p on p.person_id = u.person_id
       where p.last_day is not null order by p.last_day limit 1)`,
  )
  assert.ok(found.length >= 2)
  return found.map((user) => user.id)
}

/** Somebody who began today: at an office without cases, or at a provider without participants. */
async function aNewcomer(house: DemoHouse, role: 'caseworker' | 'coordinator'): Promise<string> {
  const [made] = await house.rows<{ id: string }>(
    `with o as (insert into platform.organisation (id, kind, name) values (uuidv7(), $2, 'Nya ' || $1) returning id),
          u as (insert into platform.user_account (id, subject, display_name) values (uuidv7(), 'new|' || $1, 'Ny ' || $1) returning id)
     insert into platform.duty (user_id, role, organisation_id, valid_from) select u.id, $1, o.id, '2020-01-01' from u, o
     returning user_id as id`,
    [role, role === 'caseworker' ? 'authority' : 'provider'],
  )
  assert.ok(made)
  return made.id
}
