import { lazy, Suspense } from 'react'
import type { KeptRole } from './screens-on-device.ts'

const Strip = lazy(async () => ({ default: (await import('./offline-strip.tsx')).OfflineStrip }))

/** The strip comes after the first screen, which works without it. */
export const OfflineStrip = ({ screensOf }: { screensOf: KeptRole }) => (
  <Suspense>
    <Strip screensOf={screensOf} />
  </Suspense>
)
