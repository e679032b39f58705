import { useApi } from './use-api.ts'

export type Named = { code: string; name: string }

/** Names for codes; nothing of it concerns a person. */
export const useMunicipalities = () => useApi<{ items: readonly Named[] }>('/reference/municipalities')
export const useLanguages = () => useApi<{ items: readonly Named[] }>('/reference/languages')

/** The name for a code; the code itself until the names have come. */
export const nameIn = (names: { items: readonly Named[] } | undefined, code: string): string =>
  names?.items.find((one) => one.code === code)?.name ?? code
