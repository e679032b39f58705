import { Button } from '@midas-ds/components/button'
import { type ReactNode, useId, useRef } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { useShellText } from '../language/shell-texts.ts'
import { ProblemNote } from './problem-note.tsx'

type Props = {
  /** The effect, on the button and again on the button that does it: "Godkänn och betala 38 000 kr". */
  effect: string
  title: string
  /** What will happen, who sees it, whether it can be undone. */
  words: ReactNode
  /** Resolves to true when it was done: the dialog closes. */
  run: () => Promise<boolean>
  pending: boolean
  problem: ApiProblem | null
  danger?: boolean
  variant?: 'primary' | 'secondary'
}

/** A button that says what it will do, and asks once before it does. */
export function ConfirmButton({
  effect,
  title,
  words,
  run,
  pending,
  problem,
  danger = false,
  variant = 'primary',
}: Props) {
  const text = useShellText()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const confirm = async () => {
    if (await run()) dialog.current?.close()
  }
  return (
    <>
      <Button variant={danger ? 'danger' : variant} onPress={() => dialog.current?.showModal()}>
        {effect}
      </Button>
      <dialog className="k-dialog" ref={dialog} aria-labelledby={titleId}>
        <div className="k-stack">
          <h2 id={titleId}>{title}</h2>
          <div>{words}</div>
          <ProblemNote problem={problem} />
          <div className="k-row">
            <Button variant={danger ? 'danger' : 'primary'} isPending={pending} onPress={() => void confirm()}>
              {effect}
            </Button>
            <Button variant="secondary" onPress={() => dialog.current?.close()}>
              {text('form.cancel')}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  )
}
