import { Button } from '@midas-ds/components/button'
import { useRouterState } from '@tanstack/react-router'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { useShellText } from '../language/shell-texts.ts'

/** What happened, who sees it, how to undo. `what` is a whole sentence. */
export type Notice = { what: string; seenBy?: string; undo?: { label: string; run: () => void } }

type NoticeState = { notice: Notice | null; tell: (notice: Notice) => void; clear: () => void }

const NoticeContext = createContext<NoticeState | null>(null)

/** Holds the latest notice; it stays until closed, or until the reader has moved on from the page where it was read. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null)
  const state = useMemo(() => ({ notice, tell: setNotice, clear: () => setNotice(null) }), [notice])
  return <NoticeContext value={state}>{children}</NoticeContext>
}

/** `tell({ what, seenBy, undo })` after an action. It may be followed by a move: the notice is shown on the next page. */
export function useNotice() {
  const state = use(NoticeContext)
  if (state === null) throw new Error('useNotice needs a NoticeProvider above it')
  return state
}

/** Where the notice is shown: a live region that is always there, so that it is read aloud. */
export function NoticeBoard() {
  const text = useShellText()
  const { notice, clear } = useNotice()
  useClearAfterNextMove(notice, clear)
  return (
    <div role="status" className="k-notice-board">
      {notice !== null && (
        <div className="k-note k-note-good k-notice">
          <div>
            <p>
              <strong>{notice.what}</strong>
            </p>
            {notice.seenBy !== undefined && <p>{text('notice.seen-by', { who: notice.seenBy })}</p>}
          </div>
          <div className="k-row">
            {notice.undo !== undefined && (
              <Button variant="secondary" size="medium" onPress={notice.undo.run}>
                {notice.undo.label}
              </Button>
            )}
            <button className="k-plain-button" type="button" onClick={clear} aria-label={text('notice.close')}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

/** The first move after an action shows the notice; the second clears it. */
function useClearAfterNextMove(notice: Notice | null, clear: () => void) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const seen = useRef({ notice, path, moves: 0 })
  useEffect(() => {
    if (seen.current.notice !== notice) seen.current = { notice, path, moves: 0 }
    else if (seen.current.path !== path) seen.current = { notice, path, moves: seen.current.moves + 1 }
    if (notice !== null && seen.current.moves > 1) clear()
  }, [notice, path, clear])
}
