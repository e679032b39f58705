import { Button } from '@midas-ds/components/button'
import { useId, useState } from 'react'
import { dayOf, type Instant } from '../../../../src/kernel/instant.ts'
import type { CalendarAddressReply, CalendarStateReply } from '../../../../src/modules/delivery/contract/calendar.ts'
import { addressOf, post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../confirm.tsx'
import { useNotice } from '../notice.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { Panel } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { useCalendarText } from './texts.ts'

const path = '/calendar-address'

/** The own meetings in the calendar of one's telephone: make the secret address, copy it while it is shown, end it. */
export function CalendarPanel() {
  const text = useCalendarText()
  const notice = useNotice()
  const { data, error, refetch } = useApi<CalendarStateReply>(path)
  const [shown, setShown] = useState<string | null>(null)
  const making = useSend<null, CalendarAddressReply>({
    send: (_, written) => post(path, {}, written),
    changes: [path],
  })
  const ending = useSend<null, CalendarStateReply>({
    send: (_, written) => post(`${path}/revocation`, {}, written),
    changes: [path],
  })
  const make = async () => {
    const answer = await making.run(null)
    if (!answer.done) return false
    setShown(answer.value.path)
    notice.tell({ what: text('made'), seenBy: text('seen-by') })
    return true
  }
  const end = async () => {
    const answer = await ending.run(null)
    if (!answer.done) return false
    setShown(null)
    notice.tell({ what: text('ended') })
    return true
  }
  return (
    <Panel title={text('title')}>
      <p>{text('lead')}</p>
      {data === undefined && (error === null ? <Loading /> : <ErrorState error={error} onAgain={refetch} />)}
      {shown !== null && <Address path={shown} />}
      {data !== undefined && shown === null && <Standing madeAt={data.madeAt} />}
      {data?.madeAt === null && (
        <>
          <ProblemNote problem={making.problem} />
          <p>
            <Button variant="secondary" isPending={making.pending} onPress={() => void make()}>
              {text('make')}
            </Button>
          </p>
        </>
      )}
      {data !== undefined && data.madeAt !== null && (
        <div className="k-row">
          <ConfirmButton
            effect={text('again')}
            title={text('again-title')}
            words={text('again-words')}
            run={make}
            pending={making.pending}
            problem={making.problem}
            variant="secondary"
          />
          <ConfirmButton
            effect={text('end')}
            title={text('end-title')}
            words={text('end-words')}
            run={end}
            pending={ending.pending}
            problem={ending.problem}
            variant="secondary"
          />
        </div>
      )}
    </Panel>
  )
}

function Standing({ madeAt }: CalendarStateReply) {
  const text = useCalendarText()
  const format = useFormat()
  return (
    <p className="k-quiet">
      {madeAt === null ? text('none') : text('since', { day: format.day(dayOf(madeAt as Instant)) })}
    </p>
  )
}

/** The secret, as long as the screen stays: nobody can show it again. */
function Address({ path }: { path: string }) {
  const text = useCalendarText()
  const id = useId()
  const [copied, setCopied] = useState<boolean | null>(null)
  const address = new URL(addressOf(path), window.location.origin).href
  // Without a secure origin there is no clipboard: the address can still be selected by hand.
  const copy = async () => setCopied(await writeText(address))
  return (
    <div className="k-stack">
      <p id={id}>
        <strong>{text('address')}</strong>
        <span className="k-block k-quiet k-small">{text('address-help')}</span>
      </p>
      <p>
        <code dir="ltr" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
          {address}
        </code>
      </p>
      <div className="k-row">
        <Button variant="secondary" aria-describedby={id} onPress={() => void copy()}>
          {text('copy')}
        </Button>
        <a href={address.replace(/^https?:/, 'webcal:')}>{text('open')}</a>
      </div>
      <p role="status">{copied === null ? '' : text(copied ? 'copied' : 'not-copied')}</p>
    </div>
  )
}

async function writeText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return false
  }
}
