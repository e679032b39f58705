import type { Day } from '../../../src/kernel/day.ts'
import type { Instant } from '../../../src/kernel/instant.ts'
import type { StepFact } from '../ui/case-steps.ts'
import { useApi } from './use-api.ts'

/** `GET /cases/:caseId`: the person and every step that the reader may see, in order of time. */
export type CaseAnswer = {
  caseId: string
  openedOn: Day
  person: {
    personId: string
    name: string
    birthDate: Day
    municipalityCode: string
    language: string
    protection: string
  }
  steps: readonly StepFact[]
}

type Refusal = { code: string; title: string; detail: string }

/** An act of `GET /cases/:caseId/actions`; `because` says why it is refused, in the reader's language. */
export type CaseAction = {
  name: string
  module: string
  allowed: boolean
  because?: Refusal & { problems?: readonly Refusal[] }
}

export type Letter = { id: string; kind: string; title: string; language: string; frozenAt: Instant }

/** `caseId` null waits. */
export const useCase = (caseId: string | null) => useApi<CaseAnswer>(caseId === null ? null : `/cases/${caseId}`)
export const useCaseActions = (caseId: string) => useApi<{ actions: readonly CaseAction[] }>(`/cases/${caseId}/actions`)
export const useCaseLetters = (caseId: string) => useApi<{ items: readonly Letter[] }>(`/cases/${caseId}/letters`)

/** Where a letter is read and printed. */
export const letterAddress = (letterId: string): string => `/api/v1/letters/${letterId}`
