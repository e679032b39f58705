import { Suspense } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { CaseSessionsReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { useCalendarText } from '../../ui/calendar/texts.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'

/** The planned activities that the person takes part in, called-off ones said so; never who else is there. */
export function ComingSessions({ caseId }: { caseId: string }) {
  const { data } = useApi<CaseSessionsReply>(`/cases/${caseId}/sessions`)
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Suspense fallback={null}>
      <Sessions items={items} />
    </Suspense>
  )
}

function Sessions({ items }: CaseSessionsReply) {
  const text = useCalendarText()
  const say = useStepText()
  const format = useFormat()
  return (
    <Panel title={text('sessions.title')}>
      <ul className="k-plain-list k-stack">
        {items.map((one) => (
          <li key={one.bookingId}>
            <h3>
              {format.instant(one.startsAt as Instant)}: {codeWords(say, 'activity', one.code)}
            </h3>
            <p>
              {text(`sessions.${one.mode}`)}
              {one.place !== null && (
                <>
                  {' · '}
                  <bdi>{one.place}</bdi>
                </>
              )}
            </p>
            {one.why !== null && (
              <p>
                <strong>{text(one.calledOff ? 'sessions.called-off' : 'sessions.moved', { why: one.why })}</strong>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
