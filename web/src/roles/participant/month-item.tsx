import { Button } from '@midas-ds/components/button'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import { readAgain } from '../../api/query-keys.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { EntryState } from '../../offline/entry-state.tsx'
import { useOfflineText } from '../../offline/texts.ts'
import { useQueued, useWaiting } from '../../offline/use-queued.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { OnBehalf, SettledWhy } from '../../ui/hours-shares.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useFocusField } from './focus-field.ts'
import { answerTo } from './log-answer.ts'
import { useText } from './texts.ts'

const minutesAnHour = 60

const kindOf: Record<LogItem['answer'], StatusKind> = {
  none: 'waiting',
  confirmed: 'done',
  disputed: 'late',
  'settled-stands': 'done',
  'settled-does-not-stand': 'stopped',
}

/** One thing that is logged, and the two answers to it; an answer can be changed until somebody has settled it. */
export function MonthItem({ item, caseId }: { item: LogItem; caseId: string }) {
  const text = useText()
  const [disputing, setDisputing] = useState(false)
  const box = useRef<HTMLElement>(null)
  // The button that was pressed goes away with its answer; the reader stays at the item.
  const stay = () => box.current?.focus()
  const close = () => {
    setDisputing(false)
    stay()
  }
  const settled = item.answer === 'settled-stands' || item.answer === 'settled-does-not-stand'
  const waiting = useWaiting(item.id)
  const waits = waiting !== undefined && waiting.refused === null
  return (
    <article className="k-panel k-stack k-logged" tabIndex={-1} ref={box}>
      <Logged item={item} />
      {!waits && <Status kind={kindOf[item.answer]} label={text(`month.answer.${item.answer}`)} />}
      {!waits && <OnBehalf onBehalf={item.onBehalf} reader="own" />}
      {item.comment && (
        <p className="k-small">
          {text('month.your-words')} <bdi>{item.comment}</bdi>
        </p>
      )}
      <SettledWhy why={item.settledWhy} />
      {waiting !== undefined && <EntryState entry={waiting} />}
      {!settled && !disputing && !waits && (
        <Answers item={item} caseId={caseId} onDispute={() => setDisputing(true)} onDone={stay} />
      )}
      {disputing && <DisputeForm item={item} caseId={caseId} onClose={close} />}
    </article>
  )
}

function Logged({ item }: { item: LogItem }) {
  const text = useText()
  const steps = useStepText()
  const format = useFormat()
  const absent = !item.tookPlace
    ? 'not-held'
    : item.came === 'no'
      ? 'not-there'
      : item.came === 'partly'
        ? 'partly-there'
        : null
  const what = item.kind === 'meeting' ? text('month.meeting') : codeWords(steps, 'activity', item.code)
  const details = [
    item.kind === 'meeting'
      ? text('month.minutes', { n: Math.round(item.hours * minutesAnHour) })
      : text('month.hours', { hours: item.hours }),
    codeWords(steps, 'mode', item.mode),
    ...(item.kind === 'meeting' ? [] : [text(`month.with.${item.withWhom}`)]),
  ]
  return (
    <div>
      <p className="k-quiet k-small">{format.dayWithWeekday(item.onDay as Day)}</p>
      <h3>{what}</h3>
      <p>{details.join(text('comma'))}</p>
      {absent !== null && <p>{text(`month.${absent}`)}</p>}
      {item.note && (
        <p className="k-quiet" dir="auto">
          {item.note}
        </p>
      )}
    </div>
  )
}

type AnswersProps = { item: LogItem; caseId: string; onDispute: () => void; onDone: () => void }

function Answers({ item, caseId, onDispute, onDone }: AnswersProps) {
  const text = useText()
  const notice = useNotice()
  const offline = useOfflineText()
  const confirm = useQueued()
  const sayYes = async () => {
    const { state } = await confirm.run(answerTo(item, caseId, { answer: 'confirmed' }))
    if (state === 'refused') return
    if (state === 'waits') notice.tell({ what: offline('told'), seenBy: offline('told-seen-by') })
    else notice.tell({ what: text('month.said-yes'), seenBy: text('seen-by.provider') })
    onDone()
  }
  return (
    <>
      <ProblemNote problem={confirm.problem} />
      <div className="k-row k-answers">
        {item.answer !== 'confirmed' && (
          <Button size="medium" variant="secondary" isPending={confirm.pending} onPress={() => void sayYes()}>
            {text('month.yes')}
          </Button>
        )}
        {item.answer !== 'disputed' && (
          <button className="k-plain-button k-quiet-answer" type="button" onClick={onDispute}>
            {text('month.no')}
          </button>
        )}
      </div>
    </>
  )
}

function DisputeForm({ item, caseId, onClose }: { item: LogItem; caseId: string; onClose: () => void }) {
  const text = useText()
  const notice = useNotice()
  const offline = useOfflineText()
  const queued = useQueued()
  const client = useQueryClient()
  const form = useForm({
    initial: { comment: '' },
    send: ({ comment }) =>
      queued.offer(answerTo(item, caseId, { answer: 'disputed', ...(comment.trim() === '' ? {} : { comment }) })),
    onDone: ({ state }) => {
      if (state === 'waits') notice.tell({ what: offline('told'), seenBy: offline('told-seen-by') })
      else {
        // Only here: without a network nothing can be asked for anew, and the form would wait for it.
        void readAgain(client, [`/cases/${caseId}`])
        notice.tell({ what: text('month.said-no'), seenBy: text('seen-by.provider') })
      }
      onClose()
    },
  })
  useFocusField(form.idOf('comment'))
  return (
    <Form
      form={form}
      submit={text('month.no-submit')}
      aside={
        <button className="k-plain-button" type="button" onClick={onClose}>
          {text('cancel')}
        </button>
      }
    >
      <p>{text('month.no-effect')}</p>
      <FreeTextInput form={form} name="comment" label={text('month.what')} optional />
    </Form>
  )
}
