import { arriving } from '../ui/arriving.tsx'
import type { KeptRole } from './screens-on-device.ts'
import { offlineTexts } from './texts.ts'

/** The strip comes after the first screen, which works without it. */
export const OfflineStrip = arriving<{ screensOf: KeptRole }>(
  async () => (await import('./offline-strip.tsx')).OfflineStrip,
  undefined,
  [offlineTexts],
)
