import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dayOf, type Instant, instantOfMillis } from '../../../src/kernel/instant.ts'
import { saidBy } from '../api/problem.ts'
import { useFormat } from '../language/use-format.ts'
import { useShownFromDevice } from './connection.ts'
import type { Entry } from './entry.ts'
import { useEntryWords } from './entry-state.tsx'
import { sendWaiting, useEntries } from './outbox.ts'
import { type KeptRole, keepScreens } from './screens-on-device.ts'
import { useOfflineText } from './texts.ts'
import { ThrowAway } from './throw-away.tsx'
import { useNetwork, useSending } from './use-sending.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The key of the refused entry that the reader has asked to mend. */
    mends?: string
  }
}

/** Whether there is a network, from when the page is, and what waits to be sent. Nothing at all while all is well. */
export function OfflineStrip({ screensOf }: { screensOf: KeptRole }) {
  const text = useOfflineText()
  useSending()
  useEffect(() => keepScreens(screensOf), [screensOf])
  const entries = useEntries()
  const refused = entries.filter((entry) => entry.refused !== null)
  const waiting = entries.filter((entry) => entry.refused === null)
  return (
    <section aria-label={text('label')} className="k-no-print">
      <div role="status">
        <Connection />
        {waiting.length > 0 && (
          <div className="k-note k-note-care">
            <p>
              <strong>{text('waiting', { n: waiting.length })}</strong>
            </p>
            <details className="k-why">
              <summary>{text('waiting-show')}</summary>
              <div className="k-why-body k-stack">
                <p>{text('waiting-words')}</p>
                <Entries entries={waiting} />
              </div>
            </details>
          </div>
        )}
      </div>
      {refused.length > 0 && (
        <div className="k-note k-note-bad" role="alert">
          <p>
            <strong>{text('refused', { n: refused.length })}</strong>. {text('refused-words')}
          </p>
          <Entries entries={refused} />
        </div>
      )}
    </section>
  )
}

function Connection() {
  const text = useOfflineText()
  const client = useQueryClient()
  const network = useNetwork()
  const shownFrom = useShownFromDevice()
  const when = useWhen()
  if (network && shownFrom === null) return null
  const again = () => {
    void sendWaiting().catch(() => undefined)
    void client.invalidateQueries()
  }
  return (
    <div className="k-note">
      {shownFrom !== null && <p>{text('from-device', { when: when(shownFrom) })}</p>}
      {!network && <p>{text('offline')}</p>}
      {network && (
        <p>
          <button className="k-plain-button k-framed" type="button" onClick={again}>
            {text('again')}
          </button>
        </p>
      )}
    </div>
  )
}

/** The clock for today, otherwise the day too. */
function useWhen() {
  const format = useFormat()
  return (millis: number): string => {
    const at: Instant = instantOfMillis(millis)
    return dayOf(at) === dayOf(instantOfMillis(Date.now())) ? format.clock(at) : format.instant(at)
  }
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const text = useOfflineText()
  const words = useEntryWords()
  return (
    <ul className="k-plain-list k-stack">
      {entries.map((entry) => (
        <li key={entry.key} className="k-stack">
          <p>{words(entry)}</p>
          {entry.refused !== null && (
            <p>{entry.refused.code === 'too-old' ? text('too-old') : saidBy(entry.refused)}</p>
          )}
          <div className="k-row">
            {entry.refused !== null && (
              <Link to={entry.screen} state={{ mends: entry.key }}>
                {text('mend')}
              </Link>
            )}
            <ThrowAway entry={entry} what={words(entry)} />
          </div>
        </li>
      ))}
    </ul>
  )
}
