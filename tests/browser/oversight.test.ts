import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { anAnswer, anOffice } from '../../src/modules/oversight/testing.ts'
import { lifeDays } from '../access/life.ts'
import { runToolCheck } from '../access/oversight.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { confirm, fill, follow, pick, press, settled, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

describe('the oversight of the tool in a browser: a funnel, a sample, a check and the file of the AI act', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let overseer: Page

  before(async () => {
    house = await openHouse(lifeDays.today)
    const { world } = house
    for (const [name, answers, abstained] of [
      ['Södra kontoret', 21, 14],
      ['Lilla kontoret', 2, 1],
    ] as const) {
      const office = await anOffice(world, name)
      for (let nth = 0; nth < answers; nth += 1)
        await anAnswer(world, office, { code: nth < abstained ? 'other-measure' : null })
    }
    browser = await openBrowser()
    overseer = await browser.visit(house.origin, { width: 1280 })
    await signInAs(overseer, 'Olle Prov')
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(() => [overseer])
  /** Free of faults, on a telephone too. */
  const sound = async (state: string) => {
    for (const width of [1280, 320]) {
      await overseer.setViewportSize({ width, height: 900 })
      assert.deepEqual(await examine(overseer, `${state} at ${width} px`), [])
    }
    await overseer.setViewportSize({ width: 1280, height: 900 })
  }

  step('the overseer sees which offices stick out, and that a small one is not judged', async () => {
    await overseer.goto('/app/overseer/variation')
    await settled(overseer)
    await overseer.locator('.k-picture-box svg').waitFor()
    await overseer.getByText('Visa som tabell').first().click()
    const row = overseer.getByRole('row').filter({ hasText: 'Lilla kontoret' })
    assert.match((await row.textContent()) ?? '', /För lite underlag/)
    await sound('the funnel')
    await follow(overseer, 'Södra kontoret')
    await titled(overseer, 'Södra kontoret')
    await overseer.getByText('Visa som tabell').first().click()
    await overseer.getByRole('rowheader', { name: 'Vid Södra kontoret' }).waitFor()
    await sound('the office')
  })

  step('draws a sample, and classes a reason', async () => {
    await overseer.goto('/app/overseer/reviews')
    await settled(overseer)
    await confirm(overseer, 'Dra upp till 50 avståenden att granska')
    await told(overseer, '15 av 15 avståenden är dragna.')
    await overseer.getByRole('row').getByRole('link').first().click()
    await settled(overseer)
    await sound('the sample')
    const first = overseer.locator('section.k-panel').filter({ hasText: 'Granska skälet' }).first()
    await pick(first, 'Giltigt skäl')
    await fill(first, 'Motivera kort', 'Stämmer med samtalet.')
    await press(first, 'Spara granskningen')
    await told(overseer, 'Granskning 1 är sparad.')
  })

  step('has the tool checked, and sees what matters and what does not', async () => {
    await overseer.goto('/app/overseer/checks')
    await settled(overseer)
    await confirm(overseer, 'Kontrollera verktyget nu')
    await told(overseer, 'Kontrollen är begärd. Svaret kommer här.')
    const [check] = await house.world.rows<{ id: string }>('select id from oversight.tool_check')
    await runToolCheck(house, check?.id ?? '')
    await overseer.getByText('Svarar lika').first().waitFor()
    await sound('the check')
  })

  step('writes in the file of the AI act and freezes it', async () => {
    await overseer.goto('/app/overseer/act-file')
    await settled(overseer)
    await sound('the file')
    const point = overseer.locator('section:not(.k-panel)').filter({ hasText: 'Verktygets ändamål hos er' })
    await point.locator('summary').click()
    await fill(point, 'Myndighetens text', 'Att avgöra vem som kan anvisas.')
    await press(point, 'Spara texten i akten')
    await told(overseer, 'Texten står nu i akten.')
    await confirm(overseer, 'Frys akten som ett dokument')
    const link = overseer.getByRole('link', { name: /Hämta/ }).first()
    const [download] = await Promise.all([overseer.waitForEvent('download'), link.click()])
    assert.match(download.suggestedFilename(), /^ai-act-2022-\d\d-\d\d\.html$/)
  })
})
