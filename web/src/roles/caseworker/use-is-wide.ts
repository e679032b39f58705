import { useSyncExternalStore } from 'react'

const query = '(min-width: 64rem)'

/** Whether there is room for two columns, so that a case can open beside the queue. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
