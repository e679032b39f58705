import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import { get, type Page } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { participantKeysFile } from './keys-file.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'

type Row = { caseId: string; name: string; protected: boolean }
const atOnce = 100

/** The key of each participant, which a row of the log must say: as a file, for a system that reads no API. */
export function ParticipantKeys() {
  const text = useOwnSystemText()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async () => {
    setPending(true)
    setProblem(null)
    try {
      keep(participantKeysFile(await everyone()), text('participants.file'))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <p className="k-quiet k-small">{text('participants.words')}</p>
      <ProblemNote problem={problem} />
      <div>
        <Button variant="secondary" isPending={pending} onPress={() => void save()}>
          {text('participants.save')}
        </Button>
      </div>
    </>
  )
}

async function everyone(): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const { items, total } = await get<Page<Row>>(paths.caseload, { whose: 'all', page, limit: atOnce })
    rows.push(...items)
    if (page * atOnce >= total) return rows
  }
}

function keep(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
