import '../../ui/dialogue/dialogue.css'
import type { z } from 'zod'
import type { Day } from '../../../../src/kernel/day.ts'
import type { questionFigures } from '../../../../src/modules/dialogue/contract.ts'
import type { ComplaintsReply } from '../../../../src/modules/oversight/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'

type Complaint = ComplaintsReply['items'][number]

/** Complaints to answer, and how questions to the employment service are answered (programme 7, 4.5). */
export function ComplaintsScreen() {
  const text = useTalksText()
  const complaints = useApi<ComplaintsReply>('/complaints')
  return (
    <Screen title={text('complaints.title')} lead={text('complaints.lead')}>
      {complaints.data === undefined &&
        (complaints.isError ? (
          <ErrorState error={complaints.error} onAgain={complaints.refetch} />
        ) : (
          <Loading lines={6} />
        ))}
      {complaints.data?.items.length === 0 && (
        <EmptyState title={text('complaints.empty')} words={text('complaints.empty-words')} />
      )}
      {complaints.data?.items.map((one) => (
        <OneComplaint key={one.complaintId} complaint={one} />
      ))}
      <Figures />
    </Screen>
  )
}

const kindOf: Record<Complaint['state'], StatusKind> = { received: 'waiting', overdue: 'late', answered: 'done' }
const stateText = {
  received: 'complaints.due',
  overdue: 'complaints.overdue',
  answered: 'complaints.answered',
} as const

function OneComplaint({ complaint }: { complaint: Complaint }) {
  const text = useTalksText()
  const format = useFormat()
  const { answer, state, providerName } = complaint
  const about = providerName ?? text(`complaints.about.${complaint.about}`)
  return (
    <Panel title={text('complaints.from', { name: complaint.name, about })}>
      <p>
        <Status
          kind={kindOf[state]}
          label={text(stateText[state], { day: format.day(answer?.on ?? complaint.dueOn) })}
        />
      </p>
      <p className="k-quiet k-small">{text('complaints.received', { day: format.day(complaint.receivedOn as Day) })}</p>
      <p className="k-said" dir="auto">
        {complaint.words ?? text('questions.erased')}
      </p>
      {complaint.about === 'provider' && complaint.anonymous && (
        <p className="k-note k-note-care">{text('complaints.anonymous')}</p>
      )}
      {answer === null ? (
        <AnswerForm complaintId={complaint.complaintId} />
      ) : (
        <>
          <p className="k-quiet k-small">{text('complaints.by', { name: answer.byName ?? '' })}</p>
          <p className="k-said" dir="auto">
            {answer.words ?? text('questions.erased')}
          </p>
        </>
      )}
    </Panel>
  )
}

function AnswerForm({ complaintId }: { complaintId: string }) {
  const text = useTalksText()
  const notice = useNotice()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { words: '', sensitiveSeen: false },
    send: (values, written) => post(`/complaints/${complaintId}/answer`, values, written),
    changes: ['/complaints', '/tasks'],
    check: (values) =>
      values.words.trim() === ''
        ? [{ field: 'words', title: text('complaints.missing') }]
        : unseen(values, ['words'], 'sensitiveSeen'),
    onDone: () => notice.tell({ what: text('complaints.done'), seenBy: text('complaints.seen-by') }),
  })
  return (
    <Form form={form} submit={text('complaints.answer')}>
      <FreeTextInput form={form} name="words" seen="sensitiveSeen" label={text('complaints.words')} />
    </Form>
  )
}

type Figures = z.output<typeof questionFigures>

function Figures() {
  const text = useTalksText()
  const format = useFormat()
  const figures = useApi<Figures>('/question-figures')
  const number = (name: 'asked' | 'inTime' | 'late' | 'open' | 'overdue', title: string) =>
    ({ title, kind: 'number', cell: (one) => format.number(one[name]) }) satisfies Column<Figures['months'][number]>
  const columns: Column<Figures['months'][number]>[] = [
    { title: text('figures.month'), cell: (one) => format.month(one.month) },
    number('asked', text('figures.asked')),
    number('inTime', text('figures.in-time')),
    number('late', text('figures.late')),
    number('open', text('figures.open')),
    number('overdue', text('figures.overdue')),
  ]
  if (figures.data === undefined) return null
  const { months } = figures.data
  return (
    <Panel title={text('complaints.figures')}>
      <p className="k-quiet">{text('complaints.figures-lead')}</p>
      {months.length === 0 ? (
        <p>{text('figures.none')}</p>
      ) : (
        <CardTable caption={text('complaints.figures')} rows={months} keyOf={(one) => one.month} columns={columns} />
      )}
    </Panel>
  )
}
