import assert from 'node:assert/strict'
import { after, afterEach, before, describe, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { type DemoHouse, demoHouse } from './demo-house.ts'
import { confirm, fill, follow, pick, press, settled, tick, titled, told } from './page-acts.ts'
import { askedTwice, type Question, questionsOf } from './questions.ts'

interface Seat {
  readonly adviserId: string
  readonly caseId: string
  readonly name: string
  readonly userId: string | null
  readonly caseworkerId: string
}

/** Those whom one adviser of the demo world has in service, the adviser with the most of them first. */
const seats = `
  select a.adviser_id as "adviserId", p.case_id as "caseId", v.given_name || ' ' || v.family_name as name, u.id as "userId",
         c.caseworker_user_id as "caseworkerId"
    from market.v_placement p
    join delivery.v_adviser a on a.placement_id = p.placement_id
    join registration.v_person v on v.person_id = p.person_id
    join registration.v_case c on c.case_id = p.case_id
    join delivery.v_plan l on l.placement_id = p.placement_id and l.outcome = 'approved' and not l.replaced
    left join platform.user_account u on u.person_id = p.person_id
   where p.first_day < '2022-09-20' and (p.last_day is null or p.last_day > '2022-10-20') and v.protection = 'none'
   order by count(*) over (partition by a.adviser_id) desc, a.adviser_id, u.id is null, p.case_id`

/** At once, or from the device where the answer took its time. */
const logged = /Närvaron är sparad för 3 deltagare\.|3 saker som väntade är skickade/

describe('two weeks of the service in the demo world, played through the screens', () => {
  let house: DemoHouse
  let browser: TestBrowser
  let adviser: Page
  let participant: Page
  let caseworker: Page
  let three: readonly Seat[]
  const noted: (() => readonly Question[])[] = []

  before(async () => {
    house = await demoHouse(250)
    const found = await house.rows<Seat>(seats)
    const [first] = found
    assert.ok(first, 'the demo world has an adviser with participants')
    three = found.filter((one) => one.adviserId === first.adviserId).slice(0, 3)
    assert.equal(three.length, 3)
    browser = await openBrowser()
    adviser = await browser.visit(house.origin, { width: 390 })
    participant = await browser.visit(house.origin, { width: 320 })
    caseworker = await browser.visit(house.origin, { width: 1280 })
    for (const [page, who] of [
      [adviser, 'adviser'],
      [participant, 'participant'],
      [caseworker, 'caseworker'],
    ] as const)
      noted.push(await questionsOf(page, who))
    await house.letIn(adviser, first.adviserId)
    await house.letIn(participant, first.userId ?? assert.fail('the first can sign in'))
    await house.letIn(caseworker, first.caseworkerId)
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  let broken = false
  const step = (name: string, act: () => Promise<void>) =>
    test(name, async (context: TestContext) => {
      if (broken) return context.skip('a step before this one failed')
      broken = true
      await act().catch(async (error) => {
        for (const page of [adviser, participant, caseworker])
          context.diagnostic(`${page.url()}\n${await page.locator('body').ariaSnapshot()}`)
        throw error
      })
      broken = false
    })
  const seat = (index: number): Seat => three[index] ?? assert.fail(`there is no participant ${index}`)
  const open = async (page: Page, path: string) => {
    await page.goto(path)
    await settled(page)
  }

  step('Monday: the adviser books a group for two Wednesdays and a talk for Thursday', async () => {
    await open(adviser, '/app/provider/calendar')
    await follow(adviser, 'Planera en aktivitet')
    await titled(adviser, 'Planera en aktivitet')
    for (const { name } of three) await tick(adviser, name)
    await adviser.getByRole('combobox', { name: 'Aktivitet' }).selectOption({ label: 'Praktiskt stöd' })
    await fill(adviser, 'Första dagen', '2022-10-05')
    await fill(adviser, 'Klockslag', '13.15')
    await pick(adviser, 'Varje vecka')
    await fill(adviser, 'Till och med', '2022-10-12')
    await press(adviser, /^Boka .*2 tillfällen/)
    await told(adviser, /2 tillfällen.* är bokade/)
    await open(adviser, `/app/provider/participants/${seat(0).caseId}/plan-meeting`)
    await fill(adviser, 'Dag', '2022-10-06')
    await fill(adviser, 'Klockan', '10.00')
    await press(adviser, 'Boka och meddela deltagaren')
    await told(adviser, `Mötet med ${seat(0).name} är bokat.`)
  })

  step('Thursday: who came on Wednesday is ticked in two taps; one was away', async () => {
    await house.goTo(day('2022-10-06'))
    await open(adviser, '/app/provider/calendar')
    const group = adviser.getByRole('article').filter({ hasText: '13:15–' }).first()
    await press(group, 'Alla kom')
    await group
      .getByRole('group', { name: `Kom ${seat(2).name}?` })
      .getByRole('button', { name: 'Kom inte' })
      .click()
    await press(group, 'Spara för 3 deltagare')
    await told(adviser, logged)
    await adviser
      .getByRole('button', { name: `Skicka avvikelserapporten om ${seat(2).name}` })
      .first()
      .click()
    await told(adviser, `Avvikelserapporten om ${seat(2).name} är skickad.`)
  })

  step('Friday: the talk is logged in two taps, and the participant says that the week is right', async () => {
    await house.goTo(day('2022-10-07'))
    await open(adviser, `/app/provider/participants/${seat(0).caseId}`)
    const talk = adviser.getByRole('group', { name: `Kom ${seat(0).name}?` }).first()
    await press(talk, 'Kom')
    await talk.getByRole('button', { name: /^Spara: kom/ }).click()
    await told(adviser, `Mötet med ${seat(0).name} är loggat.`)
    await open(participant, '/app/participant/month?month=2022-10')
    await confirm(participant, 'Allt i oktober 2022 stämmer')
    await told(participant, /bekräfta[dt]/)
  })

  step('the next Monday: September is signed, the report of the month is handed in, a question is asked', async () => {
    await house.goTo(day('2022-10-10'))
    await open(adviser, '/app/provider/reports')
    await titled(adviser, /Redovisningar för september 2022/)
    await confirm(adviser, /^Underteckna och skicka .*redovisning/)
    await told(adviser, /redovisning/)
    await open(participant, '/app/participant/report?month=2022-09')
    await press(participant, 'Lämna rapporten för september 2022')
    await told(participant, 'Rapporten för september 2022 är lämnad.')
    await open(participant, '/app/participant/ask')
    await fill(participant, 'Din fråga', 'Får jag tacka nej till ett jobb på kvällar?')
    await press(participant, 'Ställ frågan till Arbetsförmedlingen')
    await told(participant, /Frågan är skickad/)
  })

  step('Thursday: the second group is ticked, and the question stands in the caseworker’s queue', async () => {
    await house.goTo(day('2022-10-13'))
    await open(adviser, '/app/provider/calendar')
    const group = adviser.getByRole('article').filter({ hasText: '13:15–' }).first()
    await press(group, 'Alla kom')
    await press(group, 'Spara för 3 deltagare')
    await told(adviser, logged)
    await open(caseworker, '/app/caseworker')
    await caseworker.getByRole('row', { name: /fråga/i }).first().waitFor()
  })

  test('nothing was typed twice', (context) => {
    const questions = noted.flatMap((read) => read())
    const twice = askedTwice(questions)
    context.diagnostic(`${questions.length} questions asked in two weeks, ${twice.length} of them twice`)
    for (const one of questions) context.diagnostic(`${one.who}: ${one.asked} = ${one.answer} (${one.page})`)
    assert.ok(questions.length > 5, 'something was typed')
    assert.deepEqual(twice, [])
  })
})

test('what is typed twice is found, and what is alike by chance is not', () => {
  const ask = (asked: string, answer: string, page: string): Question => ({ who: 'adviser', asked, answer, page })
  const questions = [
    ask('Dag', '2022-10-05', 'plan'),
    ask('Datum', '2022-10-05', 'log'),
    ask('Timmar', '2', 'log'),
    ask('Personer', '2', 'log'),
    ask('Timmar', '3', 'other'),
  ]
  assert.deepEqual(askedTwice(questions), [[questions[0], questions[1]]])
})
