import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { CaseContactView } from '../../../../src/modules/delivery/contract/employer-contacts.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useContactText } from './contacts-texts.ts'
import { paths, screens } from './paths.ts'

/** Contacts with employers made for the participant, and the way to log one. */
export function ContactsPanel({ caseId }: { caseId: string }) {
  const text = useContactText()
  const say = useStepText()
  const format = useFormat()
  const { data, error, refetch } = useApi<{ items: CaseContactView[] }>(paths.caseContacts(caseId))
  return (
    <Panel title={text('title')}>
      {data === undefined && (error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <p className="k-quiet">{text('panel.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="k-plain-list k-rows">
          {data.items.map((one) => (
            <li key={one.contactId}>
              <bdi>{one.employer}</bdi> · <span className="k-quiet">{format.day(day(one.onDay))}</span>
              <p>
                {codeWords(say, 'contact-kind', one.kind)}: {codeWords(say, 'contact-result', one.result)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={screens.act(caseId, 'employer-contact')}>{text('panel.log')}</Link>
      </p>
    </Panel>
  )
}
