import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type CaseAnswer, useCase } from '../../api/case.ts'
import { useApi } from '../../api/use-api.ts'
import { type Notice, useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import type { DeliveryReply } from './answers.ts'
import { paths, screens } from './paths.ts'
import { useText } from './texts.ts'

type Given = { caseId: string; name: string; answer: CaseAnswer; service: DeliveryReply }
type Props = { title: string; lead?: string; children: (given: Given) => ReactNode }

/** One act on one participant: its title, whom it is about, and the way back. */
export function ActScreen({ title, lead, children }: Props) {
  const text = useText()
  const { caseId = '' } = useParams({ strict: false })
  const page = useCase(caseId)
  const delivery = useApi<DeliveryReply>(paths.delivery(caseId))
  const error = page.error ?? delivery.error
  const again = () => void Promise.all([page.refetch(), delivery.refetch()])
  const ready = page.data !== undefined && delivery.data !== undefined
  const name = page.data?.person.name ?? ''
  return (
    <Screen
      title={title}
      lead={lead}
      action={name !== '' && <Link to={screens.participant(caseId)}>{text('act.back', { name })}</Link>}
    >
      {!ready && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={again} />)}
      {page.data !== undefined &&
        delivery.data !== undefined &&
        children({ caseId, name, answer: page.data, service: delivery.data })}
    </Screen>
  )
}

/** Tells what happened and goes back to the participant, or to `back`. */
export function useDone(caseId: string, back = screens.participant(caseId)) {
  const notice = useNotice()
  const navigate = useNavigate()
  return (told: Notice) => {
    notice.tell(told)
    void navigate({ to: back })
  }
}
