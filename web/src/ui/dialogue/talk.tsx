import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { ThreadView, threadsReply } from '../../../../src/modules/dialogue/contract.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { Form } from '../form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../free-text-input.tsx'
import { useNotice } from '../notice.tsx'
import { Panel } from '../screen.tsx'
import { useForm } from '../use-form.ts'
import { MessageList } from './message-list.tsx'
import { useDialogueText } from './texts.ts'

export type Threads = z.output<typeof threadsReply>

type Props = {
  caseId: string
  threads: Threads['threads']
  reader: 'participant' | 'provider'
  to: (thread: ThreadView) => string
}

/** The talk of the spell that goes on, with a field to write in, and those of earlier spells. What is shown is marked as read. */
export function Talk({ caseId, threads, reader, to }: Props) {
  const text = useDialogueText()
  const [first, ...earlier] = threads
  useMarkRead(caseId, threads)
  return (
    <>
      {first !== undefined && (
        <Panel title={text('talk.earlier', { provider: first.providerName })}>
          {first.adviserName !== null && (
            <p className="k-quiet">{text.rich('talk.adviser', { name: <bdi>{first.adviserName}</bdi> })}</p>
          )}
          <MessageList thread={first} reader={reader} />
          {first.open ? (
            <Write caseId={caseId} to={to(first)} />
          ) : (
            <p>{text('talk.closed', { provider: first.providerName })}</p>
          )}
        </Panel>
      )}
      {earlier
        .filter((thread) => thread.messages.length > 0)
        .map((thread) => (
          <details className="k-why" key={thread.placementId}>
            <summary>{text('talk.earlier', { provider: thread.providerName })}</summary>
            <div className="k-why-body">
              <MessageList thread={thread} reader={reader} />
            </div>
          </details>
        ))}
    </>
  )
}

function Write({ caseId, to }: { caseId: string; to: string }) {
  const text = useDialogueText()
  const notice = useNotice()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { words: '', sensitiveSeen: false },
    send: (values, written) => post(`/cases/${caseId}/messages`, values, written),
    changes: [`/cases/${caseId}/messages`, '/messages'],
    check: (values) =>
      values.words.trim() === ''
        ? [{ field: 'words', title: text('talk.missing') }]
        : unseen(values, ['words'], 'sensitiveSeen'),
    onDone: () => {
      notice.tell({ what: text('talk.sent'), seenBy: text('talk.sent-by') })
      form.set('words', '')
      form.set('sensitiveSeen', false)
    },
  })
  return (
    <Form form={form} submit={text('talk.send', { provider: to })}>
      <FreeTextInput form={form} name="words" seen="sensitiveSeen" label={text('talk.words')} />
    </Form>
  )
}

/** Says once, for what has just come into sight, that it has been read. */
function useMarkRead(caseId: string, threads: Threads['threads']): void {
  const unread = threads.reduce((sum, thread) => sum + thread.unread, 0)
  const latest = threads[0]?.messages.at(-1)?.messageId ?? ''
  const marked = useRef('')
  const { run } = useSend({
    send: (_: null, written) => post(`/cases/${caseId}/messages/read`, {}, written),
    changes: [`/cases/${caseId}/dialogue`, '/messages'],
  })
  useEffect(() => {
    if (unread === 0 || marked.current === latest) return
    marked.current = latest
    void run(null)
  }, [unread, latest, run])
}
