import type { AreaProviders, ExpectedCost, StartMonth } from '../modules/assessment/domain/index.ts'
import type { ComparisonHelp } from '../modules/assessment/index.ts'
import { commitmentOf } from '../modules/decision/domain/index.ts'
import { participantsByArea } from '../modules/market/index.ts'
import { startsToWork } from '../modules/outcomes/index.ts'
import { deliveryAreas } from '../modules/registration/index.ts'
import type { Context } from '../platform/context.ts'
import type { Level, PriceModel } from '../rules/index.ts'

/** What a comparison of windows needs of modules that assessment does not know: prices, providers and outcomes. */
export const comparisonHelp: ComparisonHelp = {
  expectedCost,
  areaProviders,
  startMonths: (context): Promise<StartMonth[]> => startsToWork(context, context.rules.assessment.deadweightDays),
}

/** What a referral commits on the day, by level and the price of the municipality's delivery area (programme 5). */
async function expectedCost(context: Context): Promise<ExpectedCost> {
  const { rules } = context
  const models = new Map<string, PriceModel | null>()
  for (const area of await deliveryAreas(context)) {
    for (const code of area.municipalities) models.set(code, area.priceModelB)
  }
  const known = new Map<string, number>()
  return (level: Level, municipalityCode) => {
    const priceModel = level === 'B' ? (models.get(municipalityCode) ?? null) : null
    const name = `${level}${priceModel ?? ''}`
    const found = known.get(name)
    if (found !== undefined) return found
    const days = rules.decision.lengthDays
    const { expectedOre } = commitmentOf({ kind: 'referral', level, priceModel, days }, rules)
    known.set(name, expectedOre)
    return expectedOre
  }
}

/** Each delivery area with those who serve there today. */
async function areaProviders(context: Context): Promise<AreaProviders[]> {
  const serving = Map.groupBy(await participantsByArea(context), ({ areaCode }) => areaCode)
  return (await deliveryAreas(context)).map(({ code, municipalities }) => ({
    municipalities,
    providers: (serving.get(code) ?? []).map(({ areaCode: _area, ...provider }) => provider),
  }))
}
