import './dialogue.css'
import type { ThreadView } from '../../../../src/modules/dialogue/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { EmptyState } from '../states.tsx'
import { useDialogueText } from './texts.ts'

type Side = ThreadView['messages'][number]['from']

/** What both sides have written, the oldest first; one's own stands at the end of the line and says whether it was read. */
export function MessageList({ thread, reader }: { thread: ThreadView; reader: Side }) {
  const text = useDialogueText()
  const format = useFormat()
  if (thread.messages.length === 0)
    return <EmptyState title={text('talk.none')} {...(thread.open ? { words: text('talk.none-words') } : {})} />
  return (
    <ol className="k-talk">
      {thread.messages.map((one) => (
        <li key={one.messageId} className={one.from === reader ? 'k-talk-own' : ''}>
          <p className="k-quiet k-small">
            <strong>{one.from === reader ? text('talk.you') : <bdi>{one.byName ?? thread.providerName}</bdi>}</strong>{' '}
            {format.instant(one.sentAt)}
            {one.from === reader && one.read && ` · ${text('talk.read')}`}
          </p>
          <p className="k-said" dir="auto">
            {one.words ?? text('talk.erased')}
          </p>
        </li>
      ))}
    </ol>
  )
}
