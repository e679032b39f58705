import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { kronor } from '../kernel/money.ts'
import type { Problem } from '../kernel/problem.ts'
import {
  type BaseFeeSource,
  type Entitlement,
  type ExplanationLanguage,
  entitlements,
  explainStep,
  factsOfLine,
  moneyLaw,
} from '../modules/compensation/domain/index.ts'
import { type LevelPrices, rulesOfVersion, type ServiceVersion } from '../rules/index.ts'
import { answerLines, type LineStreams, parsed, processStreams } from './lines.ts'
import type { Verb } from './verb.ts'

const level = z.enum(['A', 'B', 'C']).nullish()
const priceModel = z.enum(['1', '2']).nullish()
const days = { from: z.string(), to: z.string().nullish() }
const percent = z.number().min(0).max(100).nullish()

const caseLine = z.object({
  case: z.string().min(1).max(200),
  level,
  priceModel,
  decisions: z.array(z.object({ ...days, level, priceModel })).max(100),
  spells: z.array(z.object({ ...days, provider: z.string().min(1).max(200) })).max(1000),
  approvedReports: z.union([z.literal('all'), z.array(z.string()).max(1000)]),
  outcomes: z
    .array(
      z.object({
        ...days,
        kind: z.enum(['work', 'studies']),
        subsidised: z.boolean().optional(),
        verified: z.boolean(),
        extentPercent: percent,
        pacePercent: percent,
      }),
    )
    .max(1000)
    .optional(),
  wantedPercent: percent,
})

const mostKronor = 1_000_000
const rate = z
  .number()
  .min(0)
  .max(mostKronor)
  .refine((kronor) => Math.abs(Math.round(kronor * 100) - kronor * 100) < 1e-6, 'finer than öre')
const feesFile = z.object({
  A: rate,
  B: z.union([rate, z.object({ model1: rate, model2: rate })]),
  C: rate,
})

interface Options {
  readonly version: ServiceVersion
  readonly baseFees: BaseFeeSource
  readonly language: ExplanationLanguage
}

const use = 'krom entitlements: say ./krom entitlements --rules rom1|rom2; --help shows more'

const help = `./krom entitlements --rules rom1|rom2 [--demo-rates | --base-fees FILE] [--language sv|en]

Reads a case a line from standard input and writes a line for each amount that a provider is entitled to (programme 5).
All dates are inclusive; "to": null or left out = open. The order of lines and of facts is free.

In:   {"case":"c1","level":"C","priceModel":null,"decisions":[{"from":"2021-03-01","to":"2021-08-27"}],
       "spells":[{"provider":"p1","from":"2021-03-01","to":null}],"approvedReports":"all",
       "outcomes":[{"kind":"work","subsidised":false,"from":"2021-07-05","to":"2022-02-01","verified":true}]}
      (on one line). A decision may carry its own "level" and "priceModel" ("1" or "2" for level B), an outcome
      "extentPercent" and "pacePercent", the case "wantedPercent". "approvedReports": "all" or ["2021-03", …].
Out:  {"case":"c1","kind":"base_fee","provider":"p1","month":"2021-03","amountOre":198000,"rule":"…","steps":["…"]}
      kinds: base_fee (with "month"), outcome_payment, speed_premium; rom2: outcome_payment_rr1, outcome_payment_rr2
      (with "on", the day it became payable).
      {"case":"c1","kind":"question","reason":"rate-not-set"} where rom2's base fee is needed and not given.

--base-fees FILE   JSON with kronor a month: {"A":1210,"B":1507,"C":1980}, B also {"model1":1364,"model2":1650}
--demo-rates       the demo world's base fees where the rules have none
A line that cannot be read or computed is refused whole: its number and the reason on standard error, exit code 1.
`

/** `./krom entitlements`: a case a line in, an entitlement a line out; needs no database. */
export const entitlementsVerb: Verb = {
  arguments: '--rules rom1',
  summary: 'what cases give their providers, line by line',
  help,
  run(args) {
    return entitlementLines(args, processStreams())
  },
}

/** The verb over any streams. Exit code: 0 done, 1 a line or the file of base fees was refused, 2 wrong use. */
export async function entitlementLines(args: readonly string[], io: LineStreams): Promise<number> {
  const options = optionsOf(args)
  if (typeof options === 'string') {
    io.error(options)
    return options === use ? 2 : 1
  }
  return answerLines(io, (json) => computeLine(json, options))
}

/** The case's lines, or why it is refused. */
function computeLine(json: unknown, { version, baseFees, language }: Options): object[] | string {
  const line = caseLine.safeParse(json)
  if (!line.success) {
    const [issue] = line.error.issues
    return `not-valid: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? ''}`
  }
  const id = line.data.case
  const facts = factsOfLine(line.data)
  const money = facts.ok ? entitlements(facts.value, (on) => moneyLaw(rulesOfVersion(version, on), baseFees)) : facts
  if (!money.ok) return `case ${id}: ${inWords(money.problem)}`
  return [
    ...money.value.entitlements.map((each) => lineOf(id, each, language)),
    ...money.value.questions.map((question) => ({ case: id, kind: 'question', ...question })),
  ]
}

function lineOf(id: string, each: Entitlement, language: ExplanationLanguage) {
  return {
    case: id,
    kind: each.kind,
    provider: each.provider,
    ...(each.kind === 'base_fee' ? { month: each.month } : { on: each.on }),
    amountOre: each.amountOre,
    rule: `${each.rule.name} ${each.rule.key} (${each.rule.clause}; ${each.rule.provenance})`,
    steps: each.steps.map((step) => explainStep(step, language)),
  }
}

function inWords({ code, field, values, problems }: Problem): string {
  if (problems) return problems.map(inWords).join('; ')
  const details = Object.entries(values ?? {}).map(([name, value]) => `${name} ${value}`)
  return [code, field && `at ${field}`, details.length > 0 && `(${details.join(', ')})`].filter(Boolean).join(' ')
}

function optionsOf(args: readonly string[]): Options | string {
  const given = new Map<string, string>()
  for (let index = 0; index < args.length; index += 1) {
    const name = args[index] ?? ''
    if (name === '--demo-rates') given.set(name, '')
    else if (['--rules', '--base-fees', '--language'].includes(name) && args[index + 1] !== undefined) {
      given.set(name, args[index + 1] ?? '')
      index += 1
    } else return use
  }
  const version = given.get('--rules')
  const language = given.get('--language') ?? 'sv'
  if ((version !== 'rom1' && version !== 'rom2') || (language !== 'sv' && language !== 'en')) return use
  const file = given.get('--base-fees')
  const fees = file === undefined ? null : feesIn(file)
  if (typeof fees === 'string') return fees
  return { version, language, baseFees: fees ?? (given.has('--demo-rates') ? 'demo' : 'law') }
}

/** The authority's own base fees, or the sentence that says what is wrong with the file. */
function feesIn(file: string): LevelPrices | string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return `krom entitlements: ${file} cannot be read`
  }
  const fees = feesFile.safeParse(parsed(text))
  if (!fees.success) {
    const [issue] = fees.error.issues
    const fault = issue && issue.path.length > 0 ? ` (${issue.path.join('.')}: ${issue.message})` : ''
    const should = `kronor a month from 0 to ${mostKronor}, like {"A":1210,"B":1507,"C":1980}`
    return `krom entitlements: ${file} should hold ${should}${fault}`
  }
  const { A, B, C } = fees.data
  const b = typeof B === 'number' ? kronor(B) : { model1: kronor(B.model1), model2: kronor(B.model2) }
  return { A: kronor(A), B: b, C: kronor(C) }
}
