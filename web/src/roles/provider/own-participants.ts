import { useEffect, useState } from 'react'
import type { Page } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import type { CaseloadItem } from './answers.ts'
import { paths } from './paths.ts'

const most = 100
const typingMs = 250

/** Those to choose among, and the name that is looked for. */
export type OwnParticipants = {
  readonly own: readonly CaseloadItem[]
  /** False until the first answer. */
  readonly known: boolean
  /** There are more than are listed: a name is asked for at the server. */
  readonly more: boolean
  readonly typed: string
  readonly type: (name: string) => void
}

/**
 * The participants that the reader may plan for, as they are listed in the caseload. Of more than a page, the others are found by
 * name, and whoever has been found stays, for those chosen stay in sight.
 */
export function useOwnParticipants(): OwnParticipants {
  const { duty } = useSignedIn()
  const [typed, type] = useState('')
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), typingMs)
    return () => clearTimeout(timer)
  }, [typed])
  const whose = { whose: duty.role === 'adviser' ? 'mine' : 'all', page: 1, limit: most }
  const { data: first } = useApi<Page<CaseloadItem>>(paths.caseload, whose)
  const more = first !== undefined && first.total > first.items.length
  const { data: found } = useApi<Page<CaseloadItem>>(more && settled !== '' ? paths.caseload : null, {
    ...whose,
    search: settled,
  })
  const [seen, setSeen] = useState<readonly CaseloadItem[]>([])
  const news = (found?.items ?? []).filter(({ caseId }) => !seen.some((one) => one.caseId === caseId))
  if (news.length > 0) setSeen([...seen, ...news])
  return { own: joined(first?.items ?? [], seen), known: first !== undefined, more, typed, type }
}

/** The listed ones first, then those found by name, each once. */
function joined(listed: readonly CaseloadItem[], found: readonly CaseloadItem[]): CaseloadItem[] {
  const within = new Set(listed.map(({ caseId }) => caseId))
  return [...listed, ...found.filter(({ caseId }) => !within.has(caseId))]
}
