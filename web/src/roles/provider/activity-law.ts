import { useApi } from '../../api/use-api.ts'
import { useLanguage } from '../../language/language-provider.tsx'

type ActivityRule = {
  code: string
  sv: string
  en: string
  limitSv: string
  limitEn: string
  needsDecision: boolean
  maxHours: number | null
}
type RuleLine = { name: string; value: unknown }

/** An activity that the law allows today: its name and limits in the reader's language. */
export type AllowedActivity = {
  code: string
  name: string
  limit: string
  needsDecision: boolean
  maxHours: number | null
}

const listed = 200

/** The activities allowed on the domain day, read from the rules themselves. */
export function useActivityLaw(): { allowed: readonly AllowedActivity[]; nameOf: (code: string) => string } {
  const { language } = useLanguage()
  const { data } = useApi<{ items: RuleLine[] }>('/rules', { module: 'delivery', limit: listed })
  const rule = data?.items.find((line) => line.name === 'delivery.activities')
  const rules = Array.isArray(rule?.value) ? (rule.value as ActivityRule[]) : []
  const swedish = language !== 'en'
  const allowed = rules.map(({ code, sv, en, limitSv, limitEn, needsDecision, maxHours }) => ({
    code,
    name: swedish ? sv : en,
    limit: swedish ? limitSv : limitEn,
    needsDecision,
    maxHours,
  }))
  return { allowed, nameOf: (code) => allowed.find((one) => one.code === code)?.name ?? code }
}
