import { day } from '../../../../src/kernel/day.ts'
import { upload } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { ClaimView } from './answers.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'

/** What a claim says, and the papers with it; one more can be added while nobody has decided. */
export function ClaimEvidence({ caseId, claim }: { caseId: string; claim: ClaimView }) {
  return (
    <>
      <ClaimLine claim={claim} />
      <Papers claim={claim} />
      {claim.state === 'waiting' && <EvidenceForm key={claim.evidence.length} caseId={caseId} claim={claim} />}
    </>
  )
}

const states = { waiting: 'waiting', verified: 'done', refused: 'stopped', replaced: 'coming' } as const

export function ClaimLine({ claim }: { claim: ClaimView }) {
  const text = useText()
  const format = useFormat()
  return (
    <div>
      <p>
        <strong>{text(`outcome.${claim.kind}`)}</strong> · <bdi>{claim.employer}</bdi> ·{' '}
        {format.days(day(claim.firstDay), claim.lastDay === null ? null : day(claim.lastDay))}
      </p>
      <Status kind={states[claim.state]} label={text(`claim-state.${claim.state}`)} />
      {claim.reason !== null && (
        <p className="k-small">
          {claim.decidedByName !== null && `${claim.decidedByName}: `}
          <bdi>{claim.reason}</bdi>
        </p>
      )}
    </div>
  )
}

export function Papers({ claim }: { claim: ClaimView }) {
  const text = useText()
  const format = useFormat()
  const kib = 1024
  if (claim.evidence.length === 0) return <p className="k-quiet">{text('evidence.none')}</p>
  return (
    <ul className="k-plain-list k-rows">
      {claim.evidence.map((paper) => (
        <li key={paper.evidenceId}>
          <a href={`/api/v1/evidence/${paper.evidenceId}`} download>
            <bdi>{paper.name}</bdi>
          </a>{' '}
          <span className="k-quiet k-small">
            {text('evidence.size', { size: format.number(Math.ceil(paper.bytes / kib)) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function EvidenceForm({ caseId, claim }: { caseId: string; claim: ClaimView }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('evidence.missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload(paths.evidence(claim.claimId), body, written)
    },
    changes: changedBy(caseId),
    onDone: () => notice.tell({ what: text('evidence.sent'), seenBy: text('claim.seen-by') }),
  })
  return (
    <Form form={form} submit={text('evidence.submit')}>
      <FileInput
        form={form}
        name="file"
        label={text('evidence.file')}
        help={text('evidence.file-help')}
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
      />
    </Form>
  )
}
