import { admission } from './admission.ts'
import { assessment } from './assessment.ts'
import { compensation } from './compensation.ts'
import { decision } from './decision.ts'
import { delivery } from './delivery.ts'
import { dialogue } from './dialogue.ts'
import { invoicing } from './invoicing.ts'
import { market } from './market.ts'
import { outcomes } from './outcomes.ts'
import { oversight } from './oversight.ts'
import type { Parameter } from './parameter.ts'
import { platform } from './platform.ts'
import { registration } from './registration.ts'
import { vacancies } from './vacancies.ts'

/** Every rule, by the module it belongs to, in the order of the flow. */
export const ruleModules = {
  registration,
  assessment,
  decision,
  market,
  admission,
  delivery,
  vacancies,
  dialogue,
  outcomes,
  compensation,
  invoicing,
  oversight,
  platform,
} as const

export type RuleModules = typeof ruleModules
export type RuleModule = keyof RuleModules

export type RegisteredParameter = {
  readonly module: RuleModule
  readonly key: string
  readonly parameter: Parameter<unknown>
}

function registered(): RegisteredParameter[] {
  const modules = Object.entries(ruleModules) as [RuleModule, Record<string, Parameter<unknown>>][]
  return modules.flatMap(([module, rules]) =>
    Object.entries(rules).map(([key, parameter]) => ({ module, key, parameter })),
  )
}

/** All parameters in order; a parameter's name is `module.key`. */
export const allParameters: readonly RegisteredParameter[] = registered()
