import { useQueryClient } from '@tanstack/react-query'
import { concerns } from '../../api/query-keys.ts'

/** Reads everything about a case anew. */
export function useRereadCase(caseId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ predicate: concerns([`/cases/${caseId}`]) })
}
