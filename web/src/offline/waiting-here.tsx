import { useEffect, useState } from 'react'
import { deviceStore } from './device-store.ts'
import { useOfflineText } from './texts.ts'

const storeName = 'krom'

/** Before anybody has signed in: that something waits on this device, and neither what nor whose. */
export function WaitingHere() {
  const text = useOfflineText()
  const [waits, setWaits] = useState(false)
  useEffect(() => void somethingWaits().then(setWaits, () => undefined), [])
  return waits ? <p className="k-note k-note-care">{text('sign-in-first')}</p> : null
}

/** A device that has never kept anything is left without a store. */
async function somethingWaits(): Promise<boolean> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === storeName)) return false
  return (await (await deviceStore()).count('entries')) > 0
}
