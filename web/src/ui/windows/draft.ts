import type { ComparedSide, WindowLawView } from '../../../../src/modules/assessment/contract/windows.ts'

/** A draft as it is typed: days and age as whole numbers, chances in per cent. */
export type DraftValues = {
  registeredDays: string
  registeredDaysInProgramme: string
  programmes: string
  age: string
  nearFrom: string
  levelAFrom: string
  levelBFrom: string
  farBelow: string
  /** What an exception to add waives; `none` = none is added. */
  exceptionWaives: string
  exceptionCode: string
  exceptionSv: string
  exceptionEn: string
}
/** What the form of a comparison holds: its two windows, and the draft that one of them may be. */
export type CompareValues = DraftValues & { before: string; after: string }
export type DraftField = keyof DraftValues

export const cutFields = ['nearFrom', 'levelAFrom', 'levelBFrom', 'farBelow'] as const
const dayFields = ['registeredDays', 'registeredDaysInProgramme'] as const
/** The words of an exception to add. */
const exceptionFields = ['exceptionCode', 'exceptionSv', 'exceptionEn'] as const
const waivable = ['registered-days', 'programme', 'age'] as const
const allProgrammes = ['JOB', 'UGA', 'ETP'] as const

/** A window as a draft to go on from. */
export function typedDraft(law: WindowLawView, typed: (percent: number) => string): DraftValues {
  const percent = (chance: number) => typed(Math.round(chance * 10_000) / 100)
  return {
    registeredDays: String(law.registeredDays),
    registeredDaysInProgramme: String(law.registeredDaysInProgramme),
    programmes: law.programmes === null ? 'none' : law.programmes.length === 1 ? 'JOB' : 'all',
    age: law.adultOrProgramme === null ? '' : String(law.adultOrProgramme.age),
    nearFrom: percent(law.cutPoints.nearFrom),
    levelAFrom: percent(law.cutPoints.levelAFrom),
    levelBFrom: percent(law.cutPoints.levelBFrom),
    farBelow: percent(law.cutPoints.farBelow),
    exceptionWaives: 'none',
    exceptionCode: '',
    exceptionSv: '',
    exceptionEn: '',
  }
}

/** A typed whole number; `undefined` when it is none. */
export function readCount(typed: string): number | undefined {
  const text = typed.replaceAll(/\s/gu, '')
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}

/** A typed share in per cent, comma or point, as a chance between 0 and 1; `undefined` when it is none. */
export function readChance(typed: string): number | undefined {
  const text = typed.replaceAll(/[\s%]/gu, '').replace(',', '.')
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(text)) return undefined
  const chance = Math.round(Number(text) * 10_000) / 1_000_000
  return chance > 0 && chance < 1 ? chance : undefined
}

/** The fields that cannot be read. */
export function unread(draft: DraftValues): DraftField[] {
  return [
    ...dayFields.filter((field) => readCount(draft[field]) === undefined),
    ...(draft.age.trim() !== '' && readCount(draft.age) === undefined ? (['age'] as const) : []),
    ...cutFields.filter((field) => readChance(draft[field]) === undefined),
    ...(waivedBy(draft) === undefined ? [] : exceptionFields.filter((field) => !isWorded(field, draft[field].trim()))),
  ]
}

function waivedBy(draft: DraftValues) {
  return waivable.find((one) => one === draft.exceptionWaives)
}

function isWorded(field: (typeof exceptionFields)[number], typed: string): boolean {
  return field === 'exceptionCode' ? /^[a-z][a-z0-9-]{1,40}$/.test(typed) : typed.length >= 3 && typed.length <= 300
}

/** The exceptions of the window it began from and the one that is typed, which takes the place of one with its code. */
function exceptionsOf(draft: DraftValues, known: WindowLawView['exceptions']): WindowLawView['exceptions'] {
  const waives = waivedBy(draft)
  if (waives === undefined) return known
  const code = draft.exceptionCode.trim()
  const added = { code, sv: draft.exceptionSv.trim(), en: draft.exceptionEn.trim(), waives }
  return [...known.filter((one) => one.code !== code), added]
}

/** The draft as it is sent, once everything can be read. Exceptions of the window it began from go with it. */
export function sentDraft(draft: DraftValues, exceptions: WindowLawView['exceptions']): ComparedSide {
  const days = (field: (typeof dayFields)[number]) => readCount(draft[field]) ?? 0
  const chance = (field: (typeof cutFields)[number]) => readChance(draft[field]) ?? 0
  const age = readCount(draft.age)
  return {
    draft: {
      registeredDays: days('registeredDays'),
      registeredDaysInProgramme: days('registeredDaysInProgramme'),
      programmes: draft.programmes === 'none' ? null : draft.programmes === 'JOB' ? ['JOB'] : [...allProgrammes],
      adultOrProgramme: age === undefined ? null : { age, programmes: [...allProgrammes] },
      exceptions: exceptionsOf(draft, exceptions),
      cutPoints: {
        nearFrom: chance('nearFrom'),
        levelAFrom: chance('levelAFrom'),
        levelBFrom: chance('levelBFrom'),
        farBelow: chance('farBelow'),
      },
    },
  }
}
