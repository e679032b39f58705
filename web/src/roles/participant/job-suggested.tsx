import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { AnswerBody, JobsReply, SuggestionView } from '../../../../src/modules/vacancies/contract.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { JobReasons } from '../../ui/jobs/job-card.tsx'
import { useJobsText } from '../../ui/jobs/texts.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'

type Props = { job: SuggestionView; refusals: JobsReply['refusals']; path: string }

const kinds: Record<NonNullable<SuggestionView['answer']> | 'none', StatusKind> = {
  none: 'waiting',
  interested: 'done',
  applied: 'done',
  no: 'stopped',
}

/** A job that somebody suggested, why, and the answers to it; an answer can be changed. */
export function SuggestedJob({ job, refusals, path }: Props) {
  const text = useJobsText()
  const format = useFormat()
  const [declining, setDeclining] = useState(false)
  const day = format.day(job.suggestedOn as Day)
  const kind = job.answer ?? 'none'
  return (
    <article className="k-panel k-stack">
      <div>
        <h3>
          <bdi>{job.headline}</bdi>
        </h3>
        <p>
          <bdi>{job.employer}</bdi>
        </p>
        <p className="k-quiet k-small">
          {job.byName === null ? text('suggested.on', { day }) : text('suggested.by', { name: job.byName, day })}
        </p>
        {job.message !== null && (
          <p>
            <bdi>{job.message}</bdi>
          </p>
        )}
        <p className="k-small">
          {job.open ? text('apply-by', { day: format.day(job.applyBy as Day) }) : text('suggested.closed')}
        </p>
      </div>
      <Status kind={kinds[kind]} label={text(`answer.${kind}`)} />
      <JobReasons headline={job.headline} because={job.because} />
      {job.answer !== 'applied' && job.open && !declining && (
        <Answers job={job} path={path} onDecline={() => setDeclining(true)} />
      )}
      {declining && <DeclineForm job={job} refusals={refusals} path={path} onClose={() => setDeclining(false)} />}
    </article>
  )
}

const answerPath = (job: SuggestionView) => `/suggestions/${job.suggestionId}/answer`

function Answers({ job, path, onDecline }: { job: SuggestionView; path: string; onDecline: () => void }) {
  const text = useJobsText()
  const notice = useNotice()
  const sending = useSend<AnswerBody, unknown>({
    send: (body, written) => post(answerPath(job), body, written),
    changes: [path],
  })
  const say = async (answer: 'interested' | 'applied') => {
    const sent = await sending.run({ answer })
    if (sent.done) notice.tell({ what: text(`said.${answer}`), seenBy: text('said.seen-by') })
  }
  return (
    <div className="k-stack">
      <ProblemNote problem={sending.problem} />
      <div className="k-row">
        <Button onPress={() => void say('applied')} isPending={sending.pending}>
          {text('say.applied')}
        </Button>
        {job.answer === null && (
          <Button variant="secondary" onPress={() => void say('interested')} isPending={sending.pending}>
            {text('say.interested')}
          </Button>
        )}
        {job.answer !== 'no' && (
          <Button variant="tertiary" onPress={onDecline}>
            {text('say.no')}
          </Button>
        )}
      </div>
    </div>
  )
}

function DeclineForm({ job, refusals, path, onClose }: Props & { onClose: () => void }) {
  const text = useJobsText()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => post(answerPath(job), { answer: 'no', ...(reason ? { reason } : {}) }, written),
    changes: [path],
    onDone: () => {
      notice.tell({ what: text('said.no'), seenBy: text('said.seen-by') })
      onClose()
    },
  })
  const choices = refusals.map(({ code, text: label }) => ({ value: code, label }))
  const back = (
    <Button variant="tertiary" onPress={onClose}>
      {text('say.back')}
    </Button>
  )
  return (
    <Form form={form} submit={text('say.no-send')} aside={back}>
      <SelectInput
        form={form}
        name="reason"
        label={text('say.no-reason')}
        help={text('say.no-help')}
        choices={choices}
      />
    </Form>
  )
}
