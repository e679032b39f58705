import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { type DemoHouse, demoHouse } from './demo-house.ts'
import { choose, confirm, fill, follow, pick, press, settled, tick, titled, told } from './page-acts.ts'
import { askedTwice, type Question, questionsOf } from './questions.ts'
import { inSteps } from './steps.ts'

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

/** Who begins in the first week, and whom nobody has mapped yet. */
const newcomers = `
  select a.adviser_id as "adviserId", p.case_id as "caseId", v.given_name || ' ' || v.family_name as name, u.id as "userId",
         c.caseworker_user_id as "caseworkerId"
    from market.v_placement p
    join delivery.v_adviser a on a.placement_id = p.placement_id
    join registration.v_person v on v.person_id = p.person_id
    join registration.v_case c on c.case_id = p.case_id
    join platform.user_account u on u.person_id = p.person_id
   where p.first_day between '2022-10-03' and '2022-10-07' and v.protection = 'none' and c.caseworker_user_id is not null
     and not exists (select 1 from delivery.mapping m where m.case_id = p.case_id)
   order by p.first_day desc, p.case_id limit 1`

/** At once, or from the device where the answer took its time. */
const logged = /Närvaron är sparad för 3 deltagare\.|3 saker som väntade är skickade/

describe('two weeks of the service in the demo world, played through the screens', () => {
  let house: DemoHouse
  let browser: TestBrowser
  let adviser: Page
  let participant: Page
  let caseworker: Page
  let newAdviser: Page
  let newcomer: Page
  let newCaseworker: Page
  let three: readonly Seat[]
  let begins: Seat
  const noted: (() => readonly Question[])[] = []

  before(async () => {
    house = await demoHouse(250)
    const found = await house.rows<Seat>(seats)
    const [first] = found
    assert.ok(first, 'the demo world has an adviser with participants')
    three = found.filter((one) => one.adviserId === first.adviserId).slice(0, 3)
    assert.equal(three.length, 3)
    const [beginner] = await house.rows<Seat>(newcomers)
    assert.ok(beginner, 'somebody begins in the first week')
    begins = beginner
    browser = await openBrowser()
    adviser = await enter('adviser', 390, first.adviserId)
    participant = await enter('participant', 320, first.userId ?? assert.fail('the first can sign in'))
    caseworker = await enter('caseworker', 1280, first.caseworkerId)
    newAdviser = await enter('the newcomer’s adviser', 390, begins.adviserId)
    newcomer = await enter('newcomer', 320, begins.userId ?? assert.fail('the newcomer can sign in'))
    newCaseworker = await enter('the newcomer’s caseworker', 1280, begins.caseworkerId)
  })
  const pages = () => [adviser, participant, caseworker, newAdviser, newcomer, newCaseworker]
  /** Lets somebody in at a browser of one's own, where each question is noted. */
  const enter = async (who: string, width: number, userId: string) => {
    const page = await browser.visit(house.origin, { width })
    noted.push(await questionsOf(page, who))
    await house.letIn(page, userId)
    return page
  }
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(pages)
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

  step('the same Friday: a newcomer is mapped, planned for and asked to a first meeting', async () => {
    await open(newAdviser, `/app/provider/participants/${begins.caseId}`)
    await follow(newAdviser, 'Gör kartläggningen')
    await fill(newAdviser, 'Behov', 'Kontakt med arbetsgivare nära hemmet.')
    await fill(newAdviser, 'Styrkor', 'Talar tre språk.')
    await fill(newAdviser, 'Önskat arbete', 'Butik')
    await press(newAdviser, 'Spara kartläggningen')
    await told(newAdviser, `Kartläggningen av ${begins.name} är sparad.`)
    await follow(newAdviser, 'Gör planen')
    await fill(newAdviser, 'Mål', 'Arbete i butik före sommaren.')
    await newAdviser
      .getByRole('combobox', { name: 'Aktivitet' })
      .selectOption({ label: 'Vägledning mot arbete eller utbildning' })
    await fill(newAdviser, 'Tim/vecka', '3')
    await press(newAdviser, /^Fyll med eget arbete/)
    await press(newAdviser, 'Skicka planen till arbetsförmedlaren')
    await told(newAdviser, 'Planen är skickad till arbetsförmedlaren för beslut.')
    await follow(newAdviser, 'Boka möte')
    await fill(newAdviser, 'Dag', '2022-10-10')
    await fill(newAdviser, 'Klockan', '08.30')
    await press(newAdviser, 'Boka och meddela deltagaren')
    await told(newAdviser, `Mötet med ${begins.name} är bokat.`)
    await open(newcomer, '/app')
    await press(newcomer, 'Jag kommer')
    await told(newcomer, 'Din handledare vet att du kommer')
    await open(newcomer, '/app/participant/plan')
    await press(newcomer, 'Jag är med på planen')
    await told(newcomer, 'Du har sagt ja till planen')
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

  step('the same Monday: the newcomer’s plan is approved from the queue', async () => {
    await open(newCaseworker, '/app/caseworker')
    await press(
      newCaseworker.getByRole('row', { name: new RegExp(`Pröva planen.*${begins.name}|${begins.name}.*Pröva planen`) }),
      begins.name,
    )
    await follow(newCaseworker, 'Öppna och gör')
    await pick(newCaseworker, 'Godkänn planen')
    await press(newCaseworker, 'Godkänn planen')
    await told(newCaseworker, 'Planen är godkänd.')
  })

  step('Tuesday: the first meeting is logged, an employer is called, the newcomer writes and is answered', async () => {
    await house.goTo(day('2022-10-11'))
    await open(newAdviser, `/app/provider/participants/${begins.caseId}`)
    const first = newAdviser.getByRole('group', { name: `Kom ${begins.name}?` }).first()
    await press(first, 'Kom')
    await first.getByRole('button', { name: /^Spara: kom/ }).click()
    await told(newAdviser, `Mötet med ${begins.name} är loggat.`)
    await open(newAdviser, `/app/provider/participants/${begins.caseId}/employer-contact`)
    await fill(newAdviser, 'Arbetsgivare', 'Exempelbutiken')
    await choose(newAdviser, 'Sätt', 'telefon')
    await choose(newAdviser, 'Resultat', 'vill veta mer')
    await press(newAdviser, 'Spara kontakten')
    await told(newAdviser, /Exempelbutiken/)
    await open(newcomer, '/app/participant/talk')
    await fill(newcomer, 'Ditt meddelande', 'Bussen går inte på fredagar. Kan vi ringas?')
    await press(newcomer, /^Skicka/)
    await told(newcomer, /Meddelandet är skickat/)
    await open(newAdviser, `/app/provider/participants/${begins.caseId}/messages`)
    await fill(newAdviser, 'Ditt meddelande', 'Vi tar mötet på video.')
    await press(newAdviser, /^Skicka till/)
    await told(newAdviser, /Meddelandet är skickat/)
  })

  step('Thursday: the second group is ticked, and the question is answered', async () => {
    await house.goTo(day('2022-10-13'))
    await open(adviser, '/app/provider/calendar')
    const group = adviser.getByRole('article').filter({ hasText: '13:15–' }).first()
    await press(group, 'Alla kom')
    await press(group, 'Spara för 3 deltagare')
    await told(adviser, logged)
    await open(caseworker, '/app/caseworker')
    await caseworker.getByRole('row', { name: /fråga/i }).first().waitFor()
    await open(caseworker, `/app/caseworker/cases/${seat(0).caseId}/dialogue`)
    await fill(caseworker, 'Svar', 'Ja, om skälet är godtagbart. Prata med din handledare.')
    await press(caseworker, 'Skicka svaret till deltagaren')
    await told(caseworker, 'Svaret är skickat.')
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
