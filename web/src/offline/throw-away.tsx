import { Button } from '@midas-ds/components/button'
import { useId, useRef, useState } from 'react'
import type { Entry } from './entry.ts'
import { throwAway } from './outbox.ts'
import { useOfflineText } from './texts.ts'

/** Throwing away is asked twice: nothing else in Krom has a trace of what is thrown away here. */
export function ThrowAway({ entry, what }: { entry: Entry; what: string }) {
  const text = useOfflineText()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [sure, setSure] = useState(false)
  const open = () => {
    setSure(false)
    dialog.current?.showModal()
  }
  const answer = () => {
    if (!sure) return setSure(true)
    dialog.current?.close()
    void throwAway(entry.key)
  }
  return (
    <>
      <button className="k-plain-button k-framed" type="button" onClick={open}>
        {text('throw')}
      </button>
      <dialog className="k-dialog" ref={dialog} aria-labelledby={titleId}>
        <div className="k-stack">
          <h2 id={titleId}>{text(sure ? 'throw.last-title' : 'throw.title')}</h2>
          <p aria-live="polite">{sure ? text('throw.last-words') : text('throw.words', { what })}</p>
          <div className="k-row">
            <Button variant="danger" onPress={answer}>
              {text(sure ? 'throw.last' : 'throw.yes')}
            </Button>
            <Button variant="secondary" onPress={() => dialog.current?.close()}>
              {text('keep')}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  )
}
