import assert from 'node:assert/strict'
import { after, afterEach, before, describe, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { CaseId } from '../../src/kernel/ids.ts'
import { assessPerson } from '../../src/modules/assessment/index.ts'
import { holdPlanningTalk } from '../../src/modules/decision/index.ts'
import { assignCase, type PersonDetails, registerPerson } from '../../src/modules/registration/index.ts'
import { lifeDays, lifeDetails } from '../access/life.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { fill, fitsInWidth, follow, pick, press, settled, titled, told } from './page-acts.ts'

const languages = ['sv', 'sv-x-latt', 'en', 'ar'] as const
type Language = (typeof languages)[number]

/** What the page must say in each language: its title, that a human decides, and the one step to ask for one. */
const said: Readonly<
  Record<Language, { title: string; decides: string; chance: RegExp; range: RegExp; invented: RegExp; want: string }>
> = {
  sv: {
    title: 'Varför fick jag det här beskedet?',
    decides: 'Programmet beslutar inte',
    chance: /av 10 i din situation har arbete eller studier inom ett år/,
    range: /lika gärna vara mellan \d+ och \d+ av 100/,
    invented: /lärt sig av påhittade personer/,
    want: 'Jag vill att någon tittar på det igen',
  },
  'sv-x-latt': {
    title: 'Varför fick jag det här svaret?',
    decides: 'Datorn bestämmer inte',
    chance: /av 10 som du får jobb eller studerar inom ett år/,
    range: /kan vara \d+ till \d+ av 100/,
    invented: /lärt sig av påhittade personer/,
    want: 'Ja, titta igen',
  },
  en: {
    title: 'Why did I get this answer?',
    decides: 'The program does not decide',
    chance: /of 10 in your situation have work or studies within a year/,
    range: /between \d+ and \d+ of 100/,
    invented: /learnt from invented people/,
    want: 'I want somebody to look at it again',
  },
  ar: {
    title: 'لماذا حصلت على هذا الجواب؟',
    decides: 'البرنامج لا يقرر',
    chance: /من 10 في مثل وضعك لديهم عمل أو دراسة خلال سنة/,
    range: /بين \d+ و\d+ من 100/,
    invented: /أشخاص وهميين/,
    want: 'أريد أن ينظر أحد في ذلك مرة أخرى',
  },
}

describe('an assessment that everyone can see through', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let caseworker: Page
  const cases = new Map<string, CaseId>()

  /** A person told about profiling, with a sign-in; talked with, and assessed where the journey begins after that. */
  async function aPerson(name: string, given: { details?: Partial<PersonDetails>; assessed?: boolean } = {}) {
    const { world } = house
    const user = await world.anActor('jobseeker', { name })
    const [givenName = name, familyName = name] = name.split(' ')
    const details = lifeDetails({ givenName, familyName, ...given.details })
    const { caseId } = await world.must(world.caseworker, (context) =>
      registerPerson(context, {
        details,
        channel: 'office',
        userId: user.userId ?? undefined,
        toldAboutProfiling: true,
      }),
    )
    const { office: officeId } = world
    const caseworkerId = world.caseworker.userId
    await world.must(world.caseworker, (context) => assignCase(context, { caseId, officeId, caseworkerId }))
    const talk = { heldOn: world.today, mode: 'meeting', available: 'yes', notes: 'Vi gick igenom läget.' } as const
    await world.must(world.caseworker, (context) => holdPlanningTalk(context, { caseId, ...talk }))
    if (given.assessed === true) {
      await world.must(world.caseworker, (context) => assessPerson(context, { caseId, reason: 'Första bedömningen' }))
    }
    cases.set(name, caseId)
  }

  before(async () => {
    house = await openHouse(lifeDays.registered)
    await aPerson('Anna Anvisas')
    await aPerson('Ada Avstår', { assessed: true })
    await aPerson('Nils Nejsson', { details: { programme: null }, assessed: true })
    await aPerson('Olle Omprövas', { assessed: true })
    browser = await openBrowser()
    caseworker = await browser.visit(house.origin, { width: 1280 })
    await signInAs(caseworker, 'Kim Prov')
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const tell = async (context: TestContext, page: Page, act: () => Promise<void>) =>
    act().catch(async (error) => {
      context.diagnostic(`${page.url()}\n${await page.locator('body').ariaSnapshot()}`)
      throw error
    })

  /** The page as it stands is free of faults on a wide and on a narrow screen; a picture of each if asked for. */
  async function lookWell(page: Page, name: string): Promise<void> {
    const faults: string[] = []
    const before = page.viewportSize() ?? { width: 1280, height: 900 }
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      faults.push(...(await examine(page, `${name} at ${width} px`)))
      await keepPicture(page, `${name}-${width}`)
    }
    await page.setViewportSize(before)
    assert.deepEqual(faults, [])
  }

  /** The jobseeker on a phone, in a language. */
  const asOlle = async (language: Language): Promise<Page> => {
    const page = await browser.visit(house.origin, { width: 320, language: 'sv' })
    await signInAs(page, 'Olle Omprövas')
    await page.context().addCookies([{ name: 'krom-language', value: language, url: house.origin }])
    return page
  }

  const decisionOf = async (name: string): Promise<void> => {
    await caseworker.goto(`/app/caseworker/cases/${cases.get(name)}/decision`)
    await titled(caseworker, name)
    await settled(caseworker)
  }

  test('a caseworker assesses with a reason, sees result, uncertainty, window and parts, and refers', (context) =>
    tell(context, caseworker, async () => {
      await decisionOf('Anna Anvisas')
      await caseworker.getByRole('heading', { name: 'Ingen bedömning är gjord' }).waitFor()
      assert.equal(await caseworker.getByRole('radio', { name: 'Besluta om anvisning' }).count(), 0)
      await lookWell(caseworker, 'assess-none')
      await fill(caseworker, 'Varför görs bedömningen nu?', 'Första planeringssamtalet.')
      await press(caseworker, 'Gör bedömningen')
      await told(caseworker, /Bedömningen är gjord: Nivå [ABC]\./)
      const main = caseworker.getByRole('main')
      await main.getByText(/^Kan anvisas, nivå [ABC]$/).waitFor()
      await main.getByText(/av 10 i samma situation har arbete eller studier inom ett år\. Chansen är \d+ %/).waitFor()
      await main.getByText(/Kan lika gärna vara \d+–\d+ %/).waitFor()
      await main.getByRole('img', { name: /Chansen är \d+ %, spannet .*nivå C.*nära arbete/ }).waitFor()
      const window = main.getByRole('region', { name: 'Krav i fönstret' })
      assert.equal(await window.getByText('Uppfyllt', { exact: true }).count(), 3)
      const parts = main.getByRole('region', { name: 'Vad talar för och emot?' })
      await parts
        .getByText(/Utbildning: grundskola/)
        .first()
        .waitFor()
      await parts.getByText('känslig', { exact: true }).first().waitFor()
      await parts.getByText(/Räknades de som genomsnittet vore chansen \d+ %/).waitFor()
      await lookWell(caseworker, 'assess-yes')
      await sumsExactly(caseworker)
      const governed = main.getByRole('region', { name: 'En ny bedömning' })
      await governed.getByText('Det går inte att bedöma på nytt nu.').waitFor()
      await governed.getByText(/En ny kan göras 2021-11-30/).waitFor()
      await pick(caseworker, 'Besluta om anvisning')
      await fill(caseworker, 'Varför behöver personen tjänsten?', 'Behöver stöd för att nå arbete.')
      await press(caseworker, /^Besluta om anvisning på nivå [ABC] och skicka brevet$/)
      await told(caseworker, /Beslutet om anvisning på nivå [ABC] är fattat/)
      await lookWell(caseworker, 'assess-referred')
    }))

  test('in another case the caseworker abstains, with a reason in words', (context) =>
    tell(context, caseworker, async () => {
      await decisionOf('Ada Avstår')
      await pick(caseworker, 'Avstå från anvisning')
      await press(caseworker, 'Avstå från anvisning och spara skälet')
      await caseworker.getByRole('alert').getByText('Välj ett skäl').waitFor()
      await lookWell(caseworker, 'abstain-missing')
      await pick(caseworker, /hälsa eller rehabilitering/i)
      await fill(caseworker, 'Beskriv skälet', 'Börjar rehabilitering i nästa vecka.')
      await press(caseworker, 'Avstå från anvisning och spara skälet')
      await told(caseworker, 'Du har avstått från anvisning. Skälet är sparat.')
      await caseworker.getByText('Börjar rehabilitering i nästa vecka.').first().waitFor()
      assert.equal(
        await caseworker.getByLabel('Varför behöver personen tjänsten?').count(),
        0,
        'no referral opens by itself',
      )
      await lookWell(caseworker, 'abstained')
      const rows = await house.world.rows('select code from decision.abstention where case_id = $1', [
        cases.get('Ada Avstår'),
      ])
      assert.deepEqual(rows, [{ code: 'health-or-rehabilitation' }])
    }))

  test('when the tool says no there is nothing to press, the reason stands there, and the API refuses', (context) =>
    tell(context, caseworker, async () => {
      await decisionOf('Nils Nejsson')
      await caseworker.getByText('Bedömningen säger nej. Då går det inte att anvisa.').waitFor()
      assert.equal(await caseworker.getByRole('radio', { name: 'Besluta om anvisning' }).count(), 0)
      assert.equal(await caseworker.getByRole('button', { name: /Besluta om anvisning/ }).count(), 0)
      assert.equal(await caseworker.getByLabel('Varför behöver personen tjänsten?').count(), 0)
      await lookWell(caseworker, 'tool-says-no')
      const caseId = cases.get('Nils Nejsson') ?? ''
      const byHand = await (await house.signIn(house.world.caseworker)).post(`/cases/${caseId}/referrals`, {
        reason: 'Behöver stöd ändå.',
      })
      assert.deepEqual([byHand.status, byHand.body.code], [409, 'tool-says-no'])
      assert.deepEqual(await house.world.rows('select 1 from decision.decision where case_id = $1', [caseId]), [])
    }))

  for (const language of languages) {
    test(`the jobseeker reads why in ${language}: a chance and its range, for and against, who decides`, async (context) => {
      const page = await asOlle(language)
      await tell(context, page, async () => {
        const words = said[language]
        await page.goto('/app/participant/why')
        await titled(page, words.title)
        await settled(page)
        await page.getByRole('heading', { name: words.decides }).waitFor()
        await page.getByText(words.chance).first().waitFor()
        await page.getByText(words.range).waitFor()
        await page.getByText(words.invented).waitFor()
        await page.getByRole('button', { name: words.want }).waitFor()
        assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr')
        const shown = (await page.getByRole('main').textContent()) ?? ''
        assert.doesNotMatch(shown, /\{\w+\}|undefined|log-?odds/i)
        assert.ok((await page.locator('.k-bars li').count()) > 2, 'bars for and against')
        await lookWell(page, `why-${language}`)
      })
      await page.context().close()
    })
  }

  test('asks in Arabic that somebody looks again; the caseworker answers from the queue; the answer is read', async (context) => {
    const page = await asOlle('ar')
    await tell(context, page, async () => {
      await page.goto('/app/participant/why')
      await follow(page, 'هل ترى أنه خطأ؟')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'object')
      await press(page, said.ar.want)
      await lookWell(page, 'review-form-ar')
      await page.getByRole('textbox', { name: /^ما الخطأ في رأيك؟/ }).fill('أنهيت المدرسة الثانوية.')
      await press(page, 'أرسل إلى موظف مكتب العمل')
      await told(page, /سننظر في ذلك مرة أخرى\. يصلك الجواب في موعد أقصاه/)
      await lookWell(page, 'review-waits-ar')
      assert.equal(await page.getByRole('button', { name: said.ar.want }).count(), 0)
    })
    await tell(context, caseworker, async () => {
      await caseworker.goto('/app')
      await press(caseworker.getByRole('row', { name: /Svara den som vill att någon tittar igen/ }), 'Olle Omprövas')
      await follow(caseworker, 'Öppna och gör')
      const asked = caseworker.getByRole('region', { name: 'Begäran att titta igen' })
      await asked.getByText('أنهيت المدرسة الثانوية.').waitFor()
      await asked.getByText('Svara senast 15 september 2021').waitFor()
      await lookWell(caseworker, 'review-to-answer')
      await pick(asked, 'En uppgift var fel')
      await fill(asked, 'Ditt svar till personen', 'Jag ska rätta utbildningen.')
      await press(asked, 'Svara och skicka brevet')
      await asked.getByText('Ingen ny bedömning är gjord sedan personen bad om genomgången').first().waitFor()
      await pick(asked, 'Uppgifterna stämmer')
      await fill(asked, 'Ditt svar till personen', 'Jag har gått igenom allt. Skolan räknades inte som klar.')
      await press(asked, 'Svara och skicka brevet')
      await told(caseworker, 'Svaret är skickat i ett brev.')
      await asked.getByText(/^Besvarad 1 september 2021 av Kim Prov$/).waitFor()
      await lookWell(caseworker, 'review-answered')
    })
    await tell(context, page, async () => {
      await page.reload()
      await page.getByText('Jag har gått igenom allt. Skolan räknades inte som klar.').waitFor()
      await page.getByText('المعلومات صحيحة والتقييم باق كما هو.').waitFor()
      assert.ok(await fitsInWidth(page))
      await lookWell(page, 'review-answered-ar')
    })
    await page.context().close()
  })

  test('when a fact has changed a new assessment is possible, and the history says what changed', (context) =>
    tell(context, caseworker, async () => {
      await caseworker.goto(`/app/caseworker/cases/${cases.get('Olle Omprövas')}/person`)
      await settled(caseworker)
      await caseworker.getByRole('combobox', { name: /^Högsta utbildning/ }).selectOption({ label: 'gymnasium' })
      await press(caseworker, 'Spara rättelsen')
      await told(caseworker, /En uppgift är rättad/)
      await decisionOf('Olle Omprövas')
      await caseworker.getByText(/En ny bedömning går att göra: en uppgift som modellen använder har ändrats/).waitFor()
      await caseworker.getByText('Gör en ny bedömning', { exact: true }).click()
      await fill(caseworker, 'Varför görs bedömningen nu?', 'Utbildningen är rättad.')
      await press(caseworker, 'Gör bedömningen')
      await told(caseworker, /Bedömningen är gjord/)
      const history = caseworker.getByRole('region', { name: 'Alla bedömningar' })
      await history.getByText('Utbildning: grundskola → gymnasium').waitFor()
      await history.getByText('Begärd av Kim Prov:').first().waitFor()
      await history.getByText('Visa hela bedömningen').click()
      await history.getByText(/Kan inte bära ett beslut: en nyare bedömning finns/).waitFor()
      await lookWell(caseworker, 'history')
    }))
})

/** The shown numbers of the sum add up to the shown total exactly. */
async function sumsExactly(page: Page): Promise<void> {
  await page.getByText('Räkna själv', { exact: true }).first().click()
  const table = page.getByRole('table', { name: 'Räkna själv' }).first()
  const numbers = async (rows: string) =>
    (await table.locator(rows).allTextContents()).map((shown) =>
      Number(shown.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.')),
    )
  const parts = await numbers('tbody td')
  const [total = Number.NaN] = await numbers('tfoot tr:first-child td')
  assert.ok(parts.length > 10)
  const unit = 10_000
  assert.equal(
    parts.reduce((sum, part) => sum + Math.round(part * unit), 0),
    Math.round(total * unit),
  )
}
