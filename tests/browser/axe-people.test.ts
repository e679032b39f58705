import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { keepPicture } from './browser.ts'
import type { DemoHouse } from './demo-house.ts'
import { lookAround, narrow, otherLooks, testRole, visiting } from './every-page.ts'
import { examine, walkByKeyboard } from './examine.ts'
import { testLargeText } from './large-text.ts'
import { settled, travel } from './page-acts.ts'

describe('every page and state of participants, caseworkers and the public', () => {
  const visit = visiting()

  test('is looked at by checks that find a page made to be wrong', async () => {
    const { page } = visit()
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

  testRole('participant', visit)
  testRole('caseworker', visit)
  testLargeText('participant', ['sv-x-latt', 'ar'], visit)

  test('that a participant prints, Min väg, has what to do and the weeks as a list, and nothing to press', async () => {
    const { house, page, seats } = visit()
    await house.letIn(page, seats.participant.userId)
    await page.goto('/app/participant')
    await settled(page)
    await page.getByRole('button', { name: 'Skriv ut Min väg' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByText(/^Min väg för .*, utskriven 3 oktober 2022$/).waitFor()
    await page.locator('.k-strip-list').waitFor()
    await page.locator('.k-next').waitFor()
    assert.equal(await page.locator('button:visible, nav:visible, header:visible, .k-button-link:visible').count(), 0)
    await keepPicture(page, 'print-own-way')
    await page.emulateMedia({ media: null })
  })

  test('for everyone, without signing in, is free of faults in Swedish, Arabic and the dark', async () => {
    const { house, browser, page, look } = visit()
    await page.context().clearCookies({ name: 'krom_session' })
    const open = [
      '/',
      '/leverantorer',
      '/leverantorer?plats=G%C3%B6teborg',
      '/tackning',
      '/api/',
      '/problems/not-found',
      '/app',
      '/app/rules',
      '/app/invitation',
      '/app/nothing-here',
      '/sign-in',
    ]
    const faults: string[] = []
    for (const address of open) {
      faults.push(...(await look(address)))
      faults.push(...(await walkByKeyboard(page, address)).faults)
    }
    for (const { rules, ...other } of otherLooks) {
      const visitor = await browser.visit(house.origin, { ...narrow, ...other })
      for (const address of [
        '/',
        '/leverantorer',
        '/leverantorer?plats=G%C3%B6teborg',
        '/tackning',
        '/api/',
        '/app/rules',
      ]) {
        await visitor.goto(address)
        faults.push(...(await examine(visitor, `${address} ${JSON.stringify(other)}`, rules)))
      }
      await visitor.context().close()
    }
    assert.deepEqual(faults, [])
    browser.mustBeQuiet()
  })

  test('of somebody who is not registered, chooses or has left is free of faults too', async () => {
    const { house, page, look } = visit()
    const faults: string[] = []
    for (const userId of await otherParticipants(house)) {
      await house.letIn(page, userId)
      faults.push(...(await look('/app/participant')))
      for (const address of ['choose', 'plan', 'register']) {
        await page.setViewportSize({ width: 320, height: 900 })
        await travel(page, `/app/participant/${address}`)
        faults.push(...(await lookAround(page, address)))
      }
    }
    assert.deepEqual(faults, [])
  })

  test('that is a letter is free of faults', async () => {
    const { house, page, seats, look } = visit()
    const [letter] = await house.rows<{ id: string }>(
      'select l.id from platform.letter l join market.v_placement p on p.case_id = l.case_id where p.case_id = $1 limit 1',
      [seats.participant.values.caseId],
    )
    assert.ok(letter)
    await house.letIn(page, seats.participant.userId)
    assert.deepEqual(await look(`/api/v1/letters/${letter.id}`), [])
  })
})

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
