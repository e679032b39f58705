import type { ActFigures, AssessedGroup } from './act-figures.ts'
import {
  type Article,
  type Both,
  type gapTexts,
  groupTexts,
  type labels,
  type placeTexts,
  sentences,
} from './act-file.texts.ts'

export type ActLanguage = 'sv' | 'en'

/** What the system shows of a duty, where, and what is wrong with it; by the names of the texts. */
export interface Evidence {
  readonly shows: readonly (readonly [keyof typeof labels, string])[]
  readonly where: readonly (keyof typeof placeTexts)[]
  readonly gaps: readonly (keyof typeof gapTexts)[]
}

type Words = ReturnType<typeof words>

/** How numbers, shares and sentences are written in a language. */
function words(language: ActLanguage) {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  const number = (value: number, digits = 0): string =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const percent = (share: number, digits = 1): string => `${number(share * 100, digits)} %`
  return {
    language,
    number,
    percent,
    share: (count: number, of: number): string => {
      const whole = `${number(count)} ${language === 'sv' ? 'av' : 'of'} ${number(of)}`
      return of === 0 ? whole : `${whole} (${percent(count / of)})`
    },
    say: (text: Both): string => text[language],
    months: (count: number): string => `${number(count)} ${language === 'sv' ? 'månader' : 'months'}`,
    day: (text: string): string =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(
        Date.parse(`${text.slice(0, 10)}T00:00:00Z`),
      ),
    none: language === 'sv' ? 'inget än' : 'none yet',
    hidden: language === 'sv' ? 'visas inte, för få' : 'not shown, too few',
  }
}

/** What the system shows of one article's duty, in a language. */
export function evidenceOf(article: Article, figures: ActFigures, language: ActLanguage): Evidence {
  const say = words(language)
  switch (article) {
    case '9':
      return risks(figures, say)
    case '10':
      return data(figures, say)
    case '11':
      return documentation(figures, say)
    case '12':
      return log(figures, say)
    case '13':
      return instructions(figures, say)
    case '14':
      return humanOversight(figures, say)
    case '15':
      return robustness(figures, say)
    case '26':
      return deployer(figures, say)
    case '27':
      return impact(figures, say)
    case '86':
      return explanation(figures, say)
  }
}

const most = (values: readonly number[]): number => Math.max(0, ...values)

function falseHighRisk({ model }: ActFigures, say: Words): string {
  const ratios = model.card.cutPoints.flatMap((cut) => cut.groups.map((group) => group.falseHighRiskRatio ?? 0))
  return say.number(most(ratios), 2)
}

function sticking({ variation }: ActFigures, say: Words): string {
  const judged = variation.units.filter((unit) => unit.verdict !== 'too-few')
  const out = judged.filter((unit) => unit.verdict === 'very-high' || unit.verdict === 'very-low')
  return say.share(out.length, judged.length)
}

function risks(figures: ActFigures, say: Words): Evidence {
  return {
    shows: [
      ['falseHighRisk', falseHighRisk(figures, say)],
      ['calibrationGap', say.percent(most(figures.model.card.groups.map((group) => Math.abs(group.gap.value))))],
      ['sticking', sticking(figures, say)],
      ['alike', alike(figures, say)],
    ],
    where: ['variation', 'checks', 'models'],
    gaps: figures.check === null ? ['neverChecked'] : [],
  }
}

function data({ model }: ActFigures, say: Words): Evidence {
  const { rows, shareOfOnes, time, columns, synthetic } = model.card.data
  return {
    shows: [
      ['note', say.say(model.note)],
      ['rows', [rows.trained, rows.stopping, rows.measured].map((count) => say.number(count)).join(' · ')],
      ['outcomes', say.percent(shareOfOnes)],
      ['time', time === null ? say.none : `${time.from} – ${time.to}`],
      ['columns', say.number(columns.length)],
      ['missing', say.percent(most(columns.map((column) => column.missingShare)))],
    ],
    where: ['models'],
    gaps: synthetic ? ['synthetic'] : [],
  }
}

function documentation({ model, rulesKey, windowNumber }: ActFigures, say: Words): Evidence {
  return {
    shows: [
      ['model', model.name],
      ['terms', say.number(model.terms)],
      ['window', say.number(windowNumber)],
      ['rules', rulesKey],
    ],
    where: ['models', 'rules', 'api'],
    gaps: [],
  }
}

function log({ log: kept, logKeptMonths, check }: ActFigures, say: Words): Evidence {
  const broken = check?.seals?.broken.length ?? 0
  return {
    shows: [
      ['logOldest', kept.oldest === null ? say.none : say.day(kept.oldest)],
      ['logRows', `${say.number(kept.sealedEntries)} · ${say.number(kept.unsealedEntries)}`],
      ['logSealed', kept.lastSealedAt === null ? say.none : say.day(kept.lastSealedAt)],
      ['logKept', say.months(logKeptMonths)],
      ['logErased', say.say(sentences.nothingErased)],
      ['seals', check?.seals ? say.share(check.seals.seals - broken, check.seals.seals) : say.none],
    ],
    where: ['audit', 'checks'],
    gaps: [...(broken > 0 ? (['sealsBroken'] as const) : []), ...(kept.seals === 0 ? (['notSealed'] as const) : [])],
  }
}

function instructions({ windowNumber }: ActFigures, say: Words): Evidence {
  return {
    shows: [
      ['use', say.say(sentences.useIs)],
      ['notUse', say.say(sentences.notUseIs)],
      ['reads', say.say(sentences.readsIs)],
      ['window', say.number(windowNumber)],
    ],
    where: ['rules', 'models'],
    gaps: [],
  }
}

function humanOversight(figures: ActFigures, say: Words): Evidence {
  const { referred, abstained } = figures.answers
  const shares = figures.reviewed.offices[0]?.shares ?? null
  const isOld = figures.reviewed.dueOn < figures.onDay
  const classed = figures.reviewed.offices[0]?.classed ?? 0
  return {
    shows: [
      ['followed', say.share(referred, referred + abstained)],
      ['abstained', say.share(abstained, referred + abstained)],
      ['sticking', sticking(figures, say)],
      ['valid', shares === null ? say.none : say.share(shares.valid?.count ?? 0, classed)],
      ['reviewDue', say.day(figures.reviewed.dueOn)],
    ],
    where: ['variation', 'reviews'],
    gaps: [...(classed === 0 ? (['neverReviewed'] as const) : []), ...(isOld ? (['reviewOld'] as const) : [])],
  }
}

function alike({ check }: ActFigures, say: Words): string {
  return check?.outcome ? say.share(check.outcome.variants - check.outcome.differing, check.outcome.variants) : say.none
}

function robustness(figures: ActFigures, say: Words): Evidence {
  const { check, checkDueOn, onDay, model } = figures
  const { measured, baseline, cutPoints } = model.card
  const { value, low, high } = measured.calibrationSlope
  const broken = check?.seals?.broken.length ?? 0
  const gaps = [
    check === null ? ('neverChecked' as const) : null,
    check !== null && checkDueOn < onDay ? ('checkOld' as const) : null,
    (check?.outcome?.differing ?? 0) > 0 ? ('differs' as const) : null,
    (check?.outcome?.unsorted.length ?? 0) > 0 ? ('unsorted' as const) : null,
    broken > 0 ? ('sealsBroken' as const) : null,
  ]
  return {
    shows: [
      ['auc', `${say.number(measured.auc, 3)} · ${say.number(baseline.auc, 3)}`],
      ['brier', say.number(measured.brier, 3)],
      ['slope', `${say.number(value, 2)} (${say.number(low, 2)}–${say.number(high, 2)})`],
      ['flips', say.percent(most(cutPoints.map((cut) => cut.flipRate ?? 0)))],
      ['checked', check?.endedAt ? say.day(check.endedAt) : say.none],
      ['alike', alike(figures, say)],
      ['seals', check?.seals ? say.share(check.seals.seals - broken, check.seals.seals) : say.none],
      ['checkDue', say.day(checkDueOn)],
    ],
    where: ['models', 'checks'],
    gaps: gaps.filter((gap) => gap !== null),
  }
}

function deployer(figures: ActFigures, say: Words): Evidence {
  const { told, logKeptMonths, reviewed, checkDueOn } = figures
  return {
    shows: [
      ['told', say.share(told.before, told.cases)],
      ['sticking', sticking(figures, say)],
      ['reviewDue', say.day(reviewed.dueOn)],
      ['checkDue', say.day(checkDueOn)],
      ['logKept', say.months(logKeptMonths)],
    ],
    where: ['variation', 'reviews', 'checks'],
    gaps: told.before < told.cases ? ['notTold'] : [],
  }
}

function impact(figures: ActFigures, say: Words): Evidence {
  const { assessments, model } = figures
  const { near, referable, far, made, persons, automatic } = assessments
  const people = say.language === 'sv' ? 'personer' : 'persons'
  return {
    shows: [
      ['process', say.say(sentences.processIs)],
      ['frequency', `${say.number(made)} · ${say.number(persons)} ${people}`],
      ['results', [near, referable, far].map((count) => say.number(count)).join(' · ')],
      ['automatic', say.share(automatic, made)],
      ...groupLines(figures, say).map((line) => ['groups', line] as const),
      ['falseHighRisk', falseHighRisk(figures, say)],
      ['oversight', say.say(sentences.oversightIs)],
    ],
    where: ['variation', 'models'],
    gaps: model.card.data.synthetic ? ['synthetic'] : [],
  }
}

function explanation({ reviews }: ActFigures, say: Words): Evidence {
  return {
    shows: [
      ['languages', say.say(sentences.languagesAre)],
      ['asked', say.number(reviews.asked)],
      ['answered', say.share(reviews.answered, reviews.asked)],
      ['late', say.share(reviews.late, reviews.asked)],
    ],
    where: ['rules'],
    gaps: reviews.late > 0 ? ['answersLate'] : [],
  }
}

/** Groups with how many can be referred; one of few is not told, and the next smallest with it, so that nobody can subtract. */
function groupLines({ groups, smallUnder }: ActFigures, say: Words): string[] {
  const hidden = new Set(
    [...new Set(groups.map((one) => one.factor))].flatMap((factor) => smallOf(groups, factor, smallUnder)),
  )
  const referable = say.language === 'sv' ? 'kan anvisas' : 'referable'
  return groups.map((one) => {
    const name = groupTexts[`${one.factor}/${one.group}`]
    const label = name ? say.say(name) : one.group
    return hidden.has(one)
      ? `${label}: ${say.hidden}`
      : `${label}: ${say.number(one.persons)}, ${say.percent(one.referable / one.persons, 0)} ${referable}`
  })
}

function smallOf(groups: readonly AssessedGroup[], factor: string, under: number): AssessedGroup[] {
  const ordered = groups.filter((one) => one.factor === factor).sort((a, b) => a.persons - b.persons)
  const small = ordered.filter((one) => one.persons < under).length
  return small === 0 ? [] : ordered.slice(0, Math.max(2, small))
}
