import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { mondayOf } from '../../../../src/kernel/day.ts'
import { dayOf, type Instant, timeOf } from '../../../../src/kernel/instant.ts'
import type { WeekReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import { useCase } from '../../api/case.ts'
import { newKey } from '../../api/new-key.ts'
import { readAgain } from '../../api/query-keys.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import type { Entry, EntryKind } from '../../offline/entry.ts'
import { EntryState } from '../../offline/entry-state.tsx'
import { useEntries } from '../../offline/outbox.ts'
import { useOfflineText } from '../../offline/texts.ts'
import { useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useDone } from './act-screen.tsx'
import type { Caseload, DeliveryReply } from './answers.ts'
import { changedBy, paths, screens } from './paths.ts'
import { useText } from './texts.ts'

/** What a form needs to log something. */
export type Given = {
  caseId: string
  name: string
  /** Whether the entry may wait on this device: never about a protected identity. */
  mayWait: boolean
  /** Undefined where there is no network and no copy. */
  service: DeliveryReply | undefined
  /** What was logged here before and refused: it is mended in place of being written again. */
  refused: Entry | undefined
}
type Props = { title: string; lead: string; kind: EntryKind; children: (given: Given) => ReactNode }

/** Something to log about one participant; opens without a network for those whom the device knows. */
export function LogScreen({ title, lead, kind, children }: Props) {
  const text = useText()
  const { caseId = '' } = useParams({ strict: false })
  const whom = useWhom(caseId)
  const delivery = useApi<DeliveryReply>(paths.delivery(caseId))
  const asked = useRouterState({ select: (state) => state.location.state.mends })
  const toMend = useEntries().filter((entry) => entry.kind === kind && entry.lane === caseId && entry.refused !== null)
  const found = toMend.find((entry) => entry.key === asked) ?? toMend.at(-1)
  // It goes when it is sent anew; the form that mends it stays as it is typed, for it can be refused again. What is refused
  // while something else is being typed waits its turn: the form is not taken from under the reader who has not asked for it.
  const mended = useRef(found)
  const typing = useRef(false)
  const taken = useRef(asked)
  if (asked !== taken.current) typing.current = false
  taken.current = asked
  if (found !== undefined && !typing.current) mended.current = found
  const refused = mended.current
  // Once open, the form stays: what is asked for anew when the network comes back must not take it away.
  const opened = useRef<Omit<Given, 'refused'> | null>(null)
  if (whom.name !== null && (delivery.data !== undefined || delivery.error !== null))
    opened.current = { caseId, name: whom.name, mayWait: whom.mayWait, service: delivery.data }
  const given = opened.current?.caseId === caseId ? opened.current : null
  return (
    <Screen
      title={title}
      lead={lead}
      action={given !== null && <Link to={screens.participant(caseId)}>{text('act.back', { name: given.name })}</Link>}
    >
      {given === null &&
        (whom.error === null ? <Loading lines={6} /> : <ErrorState error={whom.error} onAgain={whom.again} />)}
      {given !== null && found !== undefined && <EntryState entry={found} />}
      {given !== null && (
        <div
          key={refused?.key ?? 'new'}
          onChange={() => {
            typing.current = true
          }}
        >
          {children({ ...given, refused })}
        </div>
      )}
    </Screen>
  )
}

/** Who it is about: from the case, or without a network from the copies of the caseload and the week, which hold nobody protected. */
function useWhom(caseId: string) {
  const page = useCase(caseId)
  const { today } = useSignedIn()
  const isAway = page.error !== null
  const copy = useApi<Caseload>(isAway ? paths.caseload : null, { whose: 'mine', limit: 100 })
  const week = useApi<WeekReply>(isAway ? paths.week : null, { monday: mondayOf(today), whose: 'mine' })
  const met = week.data?.items.flatMap((item) => item.participants) ?? []
  const kept = [...(copy.data?.items ?? []), ...met].find((one) => one.caseId === caseId)
  const person = page.data?.person
  return {
    name: person?.name ?? kept?.name ?? null,
    mayWait: person === undefined ? kept?.protected === false : person.protection === 'none',
    error: isAway && !copy.isPending && !week.isPending ? page.error : null,
    again: () => void page.refetch(),
  }
}

/** What the entry is about, as other entries about it call it: a refused one is taken away by the one that mends it. */
export function useSubject(refused: Entry | undefined): string {
  const [own] = useState(newKey)
  return refused?.subjects[0] ?? own
}

/** What was typed in an entry that was refused, as the form's own fields hold it. */
export function typedAgain(refused: Entry | undefined): Readonly<Record<string, string | boolean>> {
  if (refused === undefined) return {}
  const { startsAt, ...rest } = refused.body as Readonly<Record<string, string | number | boolean | null>>
  const typed = Object.entries(rest).map(([name, value]) => [
    name,
    typeof value === 'number' ? String(value).replace('.', ',') : (value ?? ''),
  ])
  const when =
    typeof startsAt === 'string' ? { startsAt: dayOf(startsAt as Instant), time: timeOf(startsAt as Instant) } : {}
  return { ...Object.fromEntries(typed), ...when }
}

/** Tells what came of it: what waits is told at the first screen, since the participant's own needs a network. */
export function useLogged(caseId: string) {
  const done = useDone(caseId)
  const offline = useOfflineText()
  const client = useQueryClient()
  const notice = useNotice()
  const navigate = useNavigate()
  return (answer: { state: 'done' | 'waits' | 'refused' }, told: Parameters<typeof done>[0]) => {
    if (answer.state !== 'waits') {
      // Only here: without a network nothing can be asked for anew, and the reader would wait for it.
      void readAgain(client, changedBy(caseId))
      return done(told)
    }
    notice.tell({ what: offline('told'), seenBy: offline('told-seen-by') })
    void navigate({ to: screens.home })
  }
}
