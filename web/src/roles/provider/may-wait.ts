import { useCase } from '../../api/case.ts'

/** Whether an entry about the participant may wait on this device: never one about a protected identity (programme 12). */
export const useMayWait = (caseId: string): boolean => useCase(caseId).data?.person.protection === 'none'
