import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { get, type Query } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { queryKey } from '../../api/query-keys.ts'
import { LetterFrame } from '../../ui/letter-frame.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from './texts.ts'

type Preview = { title: string; html: string }

const restMs = 500

/** The letter as it will be, written anew each time the typing rests. */
export function LetterPreview({ caseId, asked }: { caseId: string; asked: Query }) {
  const text = useText()
  const settled = useRested(asked)
  const path = `/cases/${caseId}/decision-preview`
  const { data, error, refetch } = useQuery<Preview, ApiProblem>({
    queryKey: queryKey(path, settled),
    queryFn: ({ signal }) => get<Preview>(path, settled, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="k-stack" aria-label={text('letter.preview')}>
      <h3>{text('letter.preview')}</h3>
      {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={5} />)}
      {data !== undefined && <LetterFrame title={data.title} preview={data.html} />}
    </section>
  )
}

function useRested(asked: Query): Query {
  const [rested, setRested] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setRested(asked), restMs)
    return () => clearTimeout(timer)
  }, [asked])
  return rested
}
