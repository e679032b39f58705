import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { day } from '../../../src/kernel/day.ts'
import { makeFormat } from '../language/format.ts'
import { factsOf, type Language, languages } from '../language/language.ts'
import { texts as ar } from '../language/texts/steps.ar.ts'
import { texts as en } from '../language/texts/steps.en.ts'
import { type StepText, texts as sv } from '../language/texts/steps.sv.ts'
import { texts as easy } from '../language/texts/steps.sv-x-latt.ts'
import { ruleAddress, type StepFact, stepWords } from './case-steps.ts'

const schemas = globSync('src/modules/*/schema/*.sql').map((file) => readFileSync(file, 'utf8'))
const views = schemas.flatMap((sql) => sql.match(/create (?:or replace )?view \w+\.v_step [\s\S]*?;/g) ?? [])
// Rules are named in camel case, kinds of steps in kebab case; both as 'module.name'.
const named = [...new Set(views.flatMap((view) => view.match(/(?<=')[a-z]+\.[\w-]+(?=')/g) ?? []))]
const ruleNames = new Set(
  globSync('src/rules/*.ts').flatMap((file) => readFileSync(file, 'utf8').match(/(?<=name: ')[\w.]+/g) ?? []),
)
const isRule = (name: string) => ruleNames.has(name)
const kinds = named.filter((name) => !isRule(name))

const facts = {
  channel: 'remote-meeting',
  result: 'referable',
  level: 'B',
  days: 180,
  mode: 'video',
  code: 'about-to-start',
  cause: 'no-suitable-support',
  firstDay: '2022-10-03',
  lastDay: '2023-03-31',
  returnOn: '2022-10-03',
  startsOn: '2022-10-03',
  dueOn: '2022-10-03',
  providerName: 'Nordlyktan',
  adviserName: 'Eva Lind',
  version: 2,
  hoursPerWeek: 37.5,
  count: 3,
  hours: 4.25,
  minutes: 45,
  month: '2022-10',
  how: 'rule',
  kind: 'work',
  amountOre: 3_800_000,
}

const stepOf = (kind: string): StepFact => {
  const module = kind.split('.')[0] ?? ''
  return { module, kind, on: day('2022-10-03'), at: '2022-10-03T08:00:00.000Z', who: null, rule: null, facts }
}

const texts: Record<Language, Record<StepText, string>> = { sv, 'sv-x-latt': easy, en, ar }

/** As the screens speak (define-texts.ts), which stands on React. */
function speaker(language: Language) {
  const say = (key: StepText, values: Record<string, string | number> = {}): string =>
    String(new IntlMessageFormat(texts[language][key], factsOf[language].format).format(values))
  const knows = (key: string): key is StepText => Object.hasOwn(texts[language], key)
  return Object.assign(say, { knows, rich: say as never })
}

function said(language: Language, kind: string): string {
  return stepWords(stepOf(kind), speaker(language), makeFormat(language))
}

test('the views of the modules are found', () => {
  assert.ok(kinds.length > 25, `${kinds.length} kinds`)
})

for (const language of languages) {
  test(`every kind of step has words of its own in ${language}`, () => {
    const general = said(language, 'nothing.known')
    for (const kind of kinds) {
      const words = said(language, kind)
      assert.notEqual(words, general, kind)
      assert.doesNotMatch(words, /undefined|NaN|[{}]/, kind)
    }
  })

  test(`every rule that a step names has a short name in ${language}`, () => {
    const say = speaker(language)
    const nameless = named.filter((name) => isRule(name) && !say.knows(`rule.${name}`))
    assert.deepEqual(nameless, [])
  })
}

test('a decision tells its level and days, a decision with dates both of its days', () => {
  assert.equal(said('sv', 'decision.referral-granted'), 'Beslut om Rusta och matcha: nivå B, 180 dagar')
  assert.equal(said('en', 'decision.decision-dated'), 'Days of the service: 3 October 2022 – 31 March 2023')
})

test('a level without every condition met is not told as a level alone', () => {
  const step = { ...stepOf('assessment.person-assessed'), facts: { result: 'referable', level: 'C', referable: false } }
  const words = stepWords(step, speaker('sv'), makeFormat('sv'))
  assert.equal(words, 'Bedömning: nivå C, men alla krav är inte uppfyllda')
})

test('a rule is found on the page of rules as of the day', () => {
  const { search } = ruleAddress('decision.lengthDays', day('2022-10-03'))
  assert.deepEqual(search, { module: 'decision', on: '2022-10-03' })
})
