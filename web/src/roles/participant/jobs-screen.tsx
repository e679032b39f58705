import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import type { JobsReply, SuggestionView } from '../../../../src/modules/vacancies/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { AppliedList, JobSearch, JobSection, MatchList } from '../../ui/jobs/job-lists.tsx'
import { useJobsText } from '../../ui/jobs/texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { BackHome } from './back-home.tsx'
import { AppliedButton, OtherApplication } from './job-applied.tsx'
import { SuggestedJob } from './job-suggested.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** Jobs that are suggested, that fit and that have been applied for (programme 4.5). */
export function JobsScreen() {
  const text = useText()
  return <OwnCase title={text('jobs.title')}>{(person) => <Jobs person={person} />}</OwnCase>
}

function Jobs({ person }: { person: PersonPage }) {
  const text = useJobsText()
  const path = `/cases/${person.caseId}/jobs`
  const jobs = useApi<JobsReply>(path)
  const applied = (adId: string) => <AppliedButton caseId={person.caseId} adId={adId} />
  return (
    <Screen title={text('title')} lead={text('lead')}>
      <Answer of={jobs} lines={8}>
        {(reply) => (
          <>
            <Suggested list={reply.suggestions} refusals={reply.refusals} path={path} />
            <MatchList jobs={reply} acts={(job) => applied(job.adId)} />
            <AppliedList jobs={reply}>
              <OtherApplication caseId={person.caseId} />
            </AppliedList>
          </>
        )}
      </Answer>
      <JobSearch acts={(job) => applied(job.adId)} />
      <BackHome />
    </Screen>
  )
}

type SuggestedProps = { list: readonly SuggestionView[]; refusals: JobsReply['refusals']; path: string }

/** Those without an answer first, as they wait. */
function Suggested({ list, refusals, path }: SuggestedProps) {
  const text = useJobsText()
  const waiting = list.filter((one) => one.answer === null)
  const answered = list.filter((one) => one.answer !== null)
  return (
    <JobSection title={text('suggested.title')}>
      {list.length === 0 && <p className="k-quiet">{text('suggested.empty')}</p>}
      {[...waiting, ...answered].map((one) => (
        <SuggestedJob key={one.suggestionId} job={one} refusals={refusals} path={path} />
      ))}
    </JobSection>
  )
}
