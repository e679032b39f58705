import type { ClaimView } from '../../../../src/modules/outcomes/contract.ts'
import { upload } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

/** The documents of a claim, each saved as a file and never shown in the page; a caseworker can add one. */
export function Evidence({ caseId, claim }: { caseId: string; claim: ClaimView }) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="k-stack">
      <p className="k-why-title">{text('evidence.title')}</p>
      {claim.evidence.length === 0 && <p className="k-quiet">{text('evidence.none')}</p>}
      <ul className="k-plain-list">
        {claim.evidence.map((one) => (
          <li key={one.evidenceId}>
            <a href={`/api/v1/evidence/${one.evidenceId}`} download>
              {text('evidence.download', { name: one.name })}
            </a>{' '}
            <span className="k-quiet k-small">
              {text('evidence.size', { kb: format.number(Math.ceil(one.bytes / 1024)) })}
            </span>
          </li>
        ))}
      </ul>
      {claim.state === 'waiting' && (
        <details className="k-why">
          <summary>{text('evidence.add')}</summary>
          <div className="k-why-body">
            <EvidenceForm key={claim.evidence.length} caseId={caseId} claimId={claim.claimId} />
          </div>
        </details>
      )}
    </div>
  )
}

function EvidenceForm({ caseId, claimId }: { caseId: string; claimId: string }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { file: null as File | null },
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload(`/claims/${claimId}/evidence`, body, written)
    },
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('evidence.added'), seenBy: text('evidence.seen-by') }),
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('evidence.missing') }] : []),
  })
  return (
    <Form form={form} submit={text('evidence.effect')}>
      <FileInput
        form={form}
        name="file"
        label={text('evidence.file')}
        help={text('evidence.file-help')}
        accept="application/pdf,image/jpeg,image/png"
      />
    </Form>
  )
}
