import { signInAddress } from '../api/session.ts'
import { useSessionEnded } from '../api/session-state.ts'
import { useShellText } from '../language/shell-texts.ts'

/** The sign-in has run out: the page stays, and a new tab signs in again. */
export function SessionEndedNote() {
  const text = useShellText()
  const ended = useSessionEnded()
  return (
    <div className="k-session-ended" role="alert">
      {ended && (
        <div className="k-note k-note-care">
          <p>
            <strong>{text('session-ended.title')}.</strong> {text('session-ended.words')}
          </p>
          <p>
            <a className="k-button-link" href={signInAddress('/app/signed-in')} target="_blank" rel="noreferrer">
              {text('session-ended.action')}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
