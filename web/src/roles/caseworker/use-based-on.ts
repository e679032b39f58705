import { useState } from 'react'

/**
 * The version of the case that a decision rests on. It follows the case while nothing is typed; from the first word on it stays,
 * so that a decision is never sent on facts that came in between unseen. `follow` takes over a version that has been seen.
 */
export function useBasedOn(version: string, touched: boolean) {
  const [pinned, setPinned] = useState(version)
  if (!touched && pinned !== version) setPinned(version)
  const [isSent, setSent] = useState(false)
  // Our own decision changes the case too: that is no news.
  const sent = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const came = await answer
    setSent(true)
    return came
  }
  return { basedOn: pinned, isStale: touched && !isSent && pinned !== version, follow: setPinned, sent }
}
