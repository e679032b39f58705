import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey } from './new-key.ts'
import { ApiProblem } from './problem.ts'
import { readAgain } from './query-keys.ts'

type Sending<Body, Answer> = {
  send: (body: Body, written: { key: string }) => Promise<Answer>
  /** Paths under `/api/v1` whose answers this write changes. */
  changes?: readonly string[]
}

/** Whether the write was answered; a refusal stands in `problem`. */
type Sent<Answer> = { done: true; value: Answer } | { done: false }

/**
 * A write with one idempotency key for each opening of the form: a double click, or a retry after a lost answer, sends the same key.
 * A definite answer ends that key: after a refusal the corrected form is a new request.
 */
export function useSend<Body, Answer>({ send, changes = [] }: Sending<Body, Answer>) {
  const client = useQueryClient()
  const key = useRef(newKey())
  const busy = useRef(false)
  const { mutateAsync, isPending, error, reset } = useMutation<Answer, ApiProblem, Body>({
    mutationFn: (body) => send(body, { key: key.current }),
  })
  const run = async (body: Body): Promise<Sent<Answer>> => {
    if (busy.current) return { done: false }
    busy.current = true
    try {
      const value = await mutateAsync(body)
      key.current = newKey()
      await readAgain(client, changes)
      return { done: true, value }
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      if (!problem.isUnsure) key.current = newKey()
      return { done: false }
    } finally {
      busy.current = false
    }
  }
  return { run, pending: isPending, problem: error, forget: reset }
}
