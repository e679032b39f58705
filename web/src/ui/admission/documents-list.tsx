import type { ReactNode } from 'react'
import type { ApplicationReply } from '../../../../src/modules/admission/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { useAdmissionText } from './texts.ts'

type Document = ApplicationReply['documents'][number]
const kib = 1024

/** The documents of an application as downloads, by what they show; `act` is what can be done with one. */
export function DocumentsList({
  documents,
  act,
}: {
  documents: readonly Document[]
  act?: (one: Document) => ReactNode
}) {
  const text = useAdmissionText()
  const format = useFormat()
  if (documents.length === 0) return <p className="k-quiet">{text('documents.none')}</p>
  return (
    <ul className="k-plain-list k-rows">
      {documents.map((one) => (
        <li key={one.documentId}>
          {text(`topic.${one.topic}`)}:{' '}
          <a href={`/api/v1/application-documents/${one.documentId}`} download>
            <bdi>{one.name}</bdi>
          </a>{' '}
          <span className="k-quiet k-small">
            {text('documents.size', { size: format.number(Math.ceil(one.bytes / kib)) })}
          </span>
          {act?.(one)}
        </li>
      ))}
    </ul>
  )
}
