import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { post } from '../api/client.ts'
import { newKey } from '../api/new-key.ts'
import { ApiProblem } from '../api/problem.ts'
import { readAgain } from '../api/query-keys.ts'
import { useSession } from '../api/session.ts'
import { letWait, type Owner, sendWaiting, type Tap, throwAway, useEntries, writeDown } from './outbox.ts'

/** `waits`: it is written down on the device and is sent when there is a network. */
type Queued<Answer> = { state: 'done'; value: Answer } | { state: 'waits' } | { state: 'refused' }

const patienceMillis = 6_000

/**
 * A write that is written down on the device when it is tapped, sent at once where that is possible, and otherwise later,
 * with the same idempotency key. A refusal that comes while the reader is here is shown here; a later one waits in the strip.
 * `offer` is the same for a form, which shows what it throws by itself.
 */
export function useQueued<Answer>({ mayWait = true }: { mayWait?: boolean } = {}) {
  const client = useQueryClient()
  const whose = useOwner()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const directKey = useRef(newKey())

  const offer = async (tap: Tap): Promise<Queued<Answer>> => {
    const entry = mayWait ? await writeDown(tap, whose) : null
    if (entry === null) {
      const value = await post<Answer>(tap.path, tap.body, { key: directKey.current })
      directKey.current = newKey()
      return { state: 'done', value }
    }
    const patience = Promise.withResolvers<null>()
    const timer = setTimeout(() => patience.resolve(null), patienceMillis)
    const sent = await Promise.race([sendWaiting(), patience.promise])
    clearTimeout(timer)
    const outcome = sent?.outcomes.get(entry.key)
    if (outcome?.kind === 'done') return { state: 'done', value: outcome.value as Answer }
    if (outcome?.kind !== 'refused') {
      await letWait(entry.key)
      return { state: 'waits' }
    }
    await throwAway(entry.key)
    throw new ApiProblem(outcome.problem)
  }

  const run = async (tap: Tap): Promise<Queued<Answer>> => {
    if (busy.current) return { state: 'refused' }
    busy.current = true
    setPending(true)
    setProblem(null)
    try {
      const answer = await offer(tap)
      if (answer.state === 'done') await readAgain(client, tap.changes)
      return answer
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (!error.isUnsure) directKey.current = newKey()
      setProblem(error)
      return { state: 'refused' }
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { run, offer, pending, problem }
}

/** The signed-in person, where what is tapped may wait on this device. */
export function useOwner(): Owner | null {
  const { data } = useSession()
  return data?.offline ? { userId: data.user.id, sendDays: data.offline.sendDays } : null
}

/** What waits on this device about a meeting or a row of the log: the latest entry, refused or not. */
export const useWaiting = (subject: string) => useEntries().findLast((entry) => entry.subjects.includes(subject))
