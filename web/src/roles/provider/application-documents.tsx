import { Button } from '@midas-ds/components/button'
import { type ApplicationReply, documentTopics } from '../../../../src/modules/admission/contract.ts'
import { post, upload } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { DocumentsList } from '../../ui/admission/documents-list.tsx'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { FileInput, SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'

/** The documents of a draft: each is saved as it is added, apart from what is written. */
export function ApplicationDocuments({ application }: { application: ApplicationReply }) {
  const text = useAdmissionText()
  const path = `/applications/${application.applicationId}`
  return (
    <Panel title={text('documents.title')}>
      <p>{text('documents.lead')}</p>
      <DocumentsList
        documents={application.documents}
        act={(one) => <Remove documentId={one.documentId} name={one.name} path={path} />}
      />
      <AddDocument key={application.documents.length} path={path} />
    </Panel>
  )
}

function AddDocument({ path }: { path: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const form = useForm({
    initial: { topic: '', file: null as File | null },
    check: ({ topic, file }) => [
      ...(topic === '' ? [{ field: 'topic' as const, title: text('documents.topic-missing') }] : []),
      ...(file === null ? [{ field: 'file' as const, title: text('documents.file-missing') }] : []),
    ],
    send: ({ topic, file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload(`${path}/documents/${topic}`, body, written)
    },
    changes: [path],
    onDone: () => notice.tell({ what: text('documents.added'), seenBy: text('draft.seen-by') }),
  })
  return (
    <Form form={form} submit={text('documents.add')}>
      <SelectInput
        form={form}
        name="topic"
        label={text('documents.topic')}
        choices={documentTopics.map((value) => ({ value, label: text(`topic.${value}`) }))}
      />
      <FileInput
        form={form}
        name="file"
        label={text('documents.file')}
        help={text('documents.file-help')}
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
      />
    </Form>
  )
}

function Remove({ documentId, name, path }: { documentId: string; name: string; path: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { run, pending, problem } = useSend<null, unknown>({
    send: (_, written) => post(`/application-documents/${documentId}/removal`, {}, written),
    changes: [path],
  })
  const remove = async () => {
    if ((await run(null)).done) notice.tell({ what: text('documents.removed'), seenBy: text('draft.seen-by') })
  }
  return (
    <>
      <ProblemNote problem={problem} />
      <Button
        variant="tertiary"
        size="medium"
        isPending={pending}
        onPress={() => void remove()}
        aria-label={text('documents.remove-named', { name })}
      >
        {text('documents.remove')}
      </Button>
    </>
  )
}
