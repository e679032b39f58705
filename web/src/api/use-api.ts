import { keepPreviousData, QueryClient, queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { isAway } from '../offline/connection.ts'
import { get, type Page, type Query } from './client.ts'
import { ApiProblem } from './problem.ts'
import { queryKey } from './query-keys.ts'

/**
 * One memory of answers for the app. A refusal is an answer: only a lost connection is tried again, and not while there is no
 * network, when the reader would wait in vain.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network the device may have the answer, and a write must say at once that it was not sent.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: 'always',
        staleTime: 5_000,
        retry: (count, error) => count < 2 && !isAway() && error instanceof ApiProblem && error.isUnsure,
      },
    },
  })
}

type Reading = {
  /** Asks again at this pace while the screen is open: for long work that the server does. */
  everyMs?: number | false
}

/** How an answer is read and remembered. */
export function apiQuery<Answer>(path: string, query: Query) {
  return queryOptions<Answer, ApiProblem>({
    queryKey: queryKey(path, query),
    queryFn: ({ signal }) => get<Answer>(path, query, signal),
  })
}

/** Reads one answer; `path` null waits. */
export function useApi<Answer>(path: string | null, query: Query = {}, { everyMs = false }: Reading = {}) {
  return useQuery<Answer, ApiProblem>({
    queryKey: queryKey(path ?? '', query),
    queryFn: path === null ? skipToken : ({ signal }) => get<Answer>(path, query, signal),
    refetchInterval: everyMs,
  })
}

/** Reads a page of a list; the old page stays, dimmed, while the next one comes. */
export function useApiPage<Item>(path: string | null, query: Query) {
  return useQuery<Page<Item>, ApiProblem>({
    queryKey: queryKey(path ?? '', query),
    queryFn: path === null ? skipToken : ({ signal }) => get<Page<Item>>(path, query, signal),
    placeholderData: keepPreviousData,
  })
}
