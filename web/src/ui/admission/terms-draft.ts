import type { TermsBody, TermsReply } from '../../../../src/modules/admission/contract.ts'
import type { FormValue } from '../use-form.ts'

/** The terms as a form holds them. */
export type TermsValues = Record<string, FormValue>
type Requirement = TermsBody['requirements'][number]
type Area = { code: string; priceModelB: '1' | '2' | null }

const topics = [
  'organisation',
  'areas',
  'references',
  'credit',
  'competence',
  'lease',
  'accessibility',
  'declaration',
] as const satisfies readonly Requirement['topic'][]
const byMachine: readonly string[] = ['organisation', 'areas']

/** The requirements of the version before, and an empty one for each topic that it does not ask about. */
export function offeredRequirements(before: TermsReply['content'] | null, today: string): Requirement[] {
  const asked = (before?.requirements ?? []) as Requirement[]
  const missing = topics.filter((topic) => !asked.some((one) => one.topic === topic))
  return [
    ...asked,
    ...missing.map(
      (topic): Requirement => ({
        code: topic,
        topic,
        kind: byMachine.includes(topic) ? 'machine' : 'judged',
        sv: '',
        en: '',
        evidenceSv: '',
        evidenceEn: '',
        from: today,
        lastDay: null,
      }),
    ),
  ]
}

/** What the form begins with. */
export function termsValues(before: TermsReply['content'] | null, today: string): TermsValues {
  const values: TermsValues = {
    titleSv: before?.titleSv ?? '',
    titleEn: before?.titleEn ?? '',
    applyFrom: today,
    applyLastDay: '',
    contractFrom: today,
    contractLastDay: before?.contractLastDay ?? '',
    appealSv: before?.appealSv ?? '',
    appealEn: before?.appealEn ?? '',
  }
  for (const one of before?.areas ?? []) values[`areas.${one.code}`] = true
  for (const one of offeredRequirements(before, today)) {
    values[`asked.${one.code}`] = one.sv !== ''
    values[`sv.${one.code}`] = one.sv
    values[`en.${one.code}`] = one.en
    values[`evidenceSv.${one.code}`] = one.evidenceSv
    values[`evidenceEn.${one.code}`] = one.evidenceEn
  }
  return values
}

/** What is saved as a new version: the areas' price models are those that the areas have. */
export function termsBodyOf(
  values: TermsValues,
  { before, today, areas }: { before: TermsReply['content'] | null; today: string; areas: readonly Area[] },
): TermsBody {
  const text = (name: string): string => String(values[name] ?? '').trim()
  const dayOrNull = (name: string): string | null => (text(name) === '' ? null : text(name))
  return {
    titleSv: text('titleSv'),
    titleEn: text('titleEn'),
    requirements: offeredRequirements(before, today)
      .filter((one) => values[`asked.${one.code}`] === true)
      .map((one) => ({
        ...one,
        sv: text(`sv.${one.code}`),
        en: text(`en.${one.code}`),
        evidenceSv: text(`evidenceSv.${one.code}`),
        evidenceEn: text(`evidenceEn.${one.code}`),
      })),
    areas: areas
      .filter((one) => values[`areas.${one.code}`] === true)
      .map((one) => ({
        code: one.code,
        priceModel: before?.areas.find((known) => known.code === one.code)?.priceModel ?? one.priceModelB ?? '1',
      })),
    applyFrom: text('applyFrom'),
    applyLastDay: dayOrNull('applyLastDay'),
    contractFrom: text('contractFrom'),
    contractLastDay: dayOrNull('contractLastDay'),
    appealSv: text('appealSv'),
    appealEn: text('appealEn'),
  }
}
