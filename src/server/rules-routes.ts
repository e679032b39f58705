import { z } from 'zod'
import { day } from '../kernel/day.ts'
import { ok } from '../kernel/result.ts'
import { type Route, route } from '../platform/http/route.ts'
import { decidedValues } from '../platform/rule-values.ts'
import { type RuleModule, ruleListOn, ruleModules } from '../rules/index.ts'

const ruleLine = z.object({
  name: z.string(),
  module: z.string(),
  sv: z.string(),
  en: z.string(),
  unit: z.string(),
  value: z.unknown(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  source: z.object({ title: z.string(), address: z.string().nullable(), programme: z.string().nullable() }),
  provenance: z.enum(['C', 'S', 'D', 'A']),
  clause: z.string().nullable(),
  note: z.string().nullable(),
})

/** The law of the house as of any day, each value with where it comes from (programme, first lines). */
export const rulesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rules',
    operation: 'listRules',
    summary: 'The rules in force on a day, each with unit, value, source and provenance',
    module: 'rules',
    may: 'public',
    purpose: 'no personal data',
    query: z.object({
      on: z.iso.date().optional(),
      module: z.enum(Object.keys(ruleModules) as [RuleModule, ...RuleModule[]]).optional(),
      page: z.coerce.number().int().min(1).default(1),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    reply: z.object({
      on: z.iso.date(),
      items: z.array(ruleLine),
      page: z.number(),
      limit: z.number(),
      total: z.number(),
    }),
    async handle(context, { query }) {
      const on = query.on ? day(query.on) : context.today
      const decided = await decidedValues(context)
      const lines = ruleListOn(on, decided).filter((line) => !query.module || line.module === query.module)
      const start = (query.page - 1) * query.limit
      const items = lines.slice(start, start + query.limit).map((line) => ({ ...line, source: sourceOf(line.source) }))
      return ok({ on, items, page: query.page, limit: query.limit, total: lines.length })
    },
  }),
]

function sourceOf(source: ReturnType<typeof ruleListOn>[number]['source']) {
  return { title: source.title, address: source.address ?? null, programme: source.section ?? null }
}
