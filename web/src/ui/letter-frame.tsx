import { Button } from '@midas-ds/components/button'
import { useRef } from 'react'
import { useShellText } from '../language/shell-texts.ts'

type Props = { title: string } & ({ address: string; preview?: never } | { preview: string; address?: never })

/**
 * A letter as the person gets it: the frozen page at `address`, or `preview`, a page that is still being written.
 * It stands in a frame of its own, without scripts, and prints alone.
 */
export function LetterFrame({ title, address, preview }: Props) {
  const text = useShellText()
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <div className="k-stack">
      <iframe
        className="k-letter-frame"
        ref={frame}
        title={title}
        sandbox="allow-same-origin allow-modals"
        {...(address === undefined ? { srcDoc: preview } : { src: address })}
      />
      {address !== undefined && (
        <div className="k-row k-no-print">
          <Button variant="secondary" size="medium" onPress={() => frame.current?.contentWindow?.print()}>
            {text('letter.print')}
          </Button>
          <a href={address} target="_blank" rel="noreferrer">
            {text('letter.open')}
          </a>
        </div>
      )}
    </div>
  )
}
