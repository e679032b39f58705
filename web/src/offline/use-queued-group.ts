import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { post } from '../api/client.ts'
import { newKey } from '../api/new-key.ts'
import { ApiProblem } from '../api/problem.ts'
import { readAgain } from '../api/query-keys.ts'
import { letWait, type Tap, throwAway, writeDown } from './outbox.ts'
import { useOwner } from './use-queued.ts'

/** A row of a group: `entryId` is the key that the row carries in its body, in the one request as in one of its own. */
export type GroupRow<Body extends { entryId: string }> = {
  body: Body
  /** Never where the identity is protected. */
  mayWait: boolean
  tap: Omit<Tap, 'key' | 'path' | 'body' | 'changes'>
}

type Sending = { path: string; changes: readonly string[] }

/** `waits`: the rows lie on the device and are sent one by one, each with its own answer. */
type Sent<Answer> = { state: 'done'; value: Answer } | { state: 'waits' } | { state: 'refused' }

const patienceMillis = 6_000

/**
 * Several rows in one request where there is a network; where there is none each row waits on this device by itself, in the
 * order of its participant. Rows that may not wait are told as not saved.
 */
export function useQueuedGroup<Body extends { entryId: string }, Answer>({ path, changes }: Sending) {
  const client = useQueryClient()
  const whose = useOwner()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)

  const send = async (rows: readonly GroupRow<Body>[]): Promise<Sent<Answer>> => {
    const kept: string[] = []
    for (const { body, tap, mayWait } of rows) {
      const own: Tap = { ...tap, key: body.entryId, path, body: { entries: [body] }, changes }
      if (mayWait && (await writeDown(own, whose)) !== null) kept.push(body.entryId)
    }
    try {
      const signal = AbortSignal.timeout(patienceMillis)
      const value = await post<Answer>(path, { entries: rows.map(({ body }) => body) }, { key: newKey(), signal })
      await Promise.all(kept.map(throwAway))
      await readAgain(client, changes)
      return { state: 'done', value }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const isLater = error.isUnsure || error.status === 401
      await Promise.all(kept.map(isLater ? letWait : throwAway))
      if (isLater && kept.length === rows.length) return { state: 'waits' }
      setProblem(error)
      return { state: 'refused' }
    }
  }

  const run = async (rows: readonly GroupRow<Body>[]): Promise<Sent<Answer>> => {
    if (busy.current) return { state: 'refused' }
    busy.current = true
    setPending(true)
    setProblem(null)
    try {
      return await send(rows)
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { run, pending, problem }
}
