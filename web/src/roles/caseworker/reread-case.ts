import { useQueryClient } from '@tanstack/react-query'
import { readAgain } from '../../api/query-keys.ts'

/** Reads everything about a case anew. */
export function useRereadCase(caseId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => readAgain(client, [`/cases/${caseId}`])
}
