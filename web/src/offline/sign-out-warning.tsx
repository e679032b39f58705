import { Button } from '@midas-ds/components/button'
import { useEffect, useId, useRef } from 'react'
import { useOfflineText } from './texts.ts'

type Props = { n: number; onLeave: () => void; onStay: () => void }

/** Before signing out with things that wait: they stay on the device, and are sent after the next sign-in here. */
export function SignOutWarning({ n, onLeave, onStay }: Props) {
  const text = useOfflineText()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="k-dialog" ref={dialog} aria-labelledby={titleId} onClose={onStay}>
      <div className="k-stack">
        <h2 id={titleId}>{text('sign-out.title')}</h2>
        <p>{text('sign-out.words', { n })}</p>
        <div className="k-row">
          <Button onPress={() => dialog.current?.close()}>{text('sign-out.stay')}</Button>
          <Button variant="secondary" onPress={onLeave}>
            {text('sign-out.leave')}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
