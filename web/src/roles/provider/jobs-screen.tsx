import { Button } from '@midas-ds/components/button'
import type { Day } from '../../../../src/kernel/day.ts'
import type { JobsReply, SuggestBody, VacancyLine } from '../../../../src/modules/vacancies/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { AppliedList, JobSearch, MatchList } from '../../ui/jobs/job-lists.tsx'
import { useJobsText } from '../../ui/jobs/texts.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { ActScreen } from './act-screen.tsx'
import { paths } from './paths.ts'

/** Jobs for one participant: what fits and why, what is suggested, and what came of it (programme 4.5). */
export function JobsScreen() {
  const text = useJobsText()
  return <ActScreen title={text('title')}>{({ caseId, name }) => <Jobs caseId={caseId} name={name} />}</ActScreen>
}

function Jobs({ caseId, name }: { caseId: string; name: string }) {
  const text = useJobsText()
  const jobs = useApi<JobsReply>(paths.jobs(caseId))
  const suggest = (job: VacancyLine) => <SuggestButton caseId={caseId} adId={job.adId} />
  if (jobs.data === undefined)
    return jobs.isError ? <ErrorState error={jobs.error} onAgain={jobs.refetch} /> : <Loading lines={8} />
  return (
    <>
      <p>{text('staff.lead', { name })}</p>
      <Suggested jobs={jobs.data} />
      <MatchList jobs={jobs.data} acts={suggest} />
      <JobSearch acts={suggest} />
      <AppliedList jobs={jobs.data} />
    </>
  )
}

function Suggested({ jobs }: { jobs: JobsReply }) {
  const text = useJobsText()
  const format = useFormat()
  const said = new Map(jobs.refusals.map(({ code, text: words }) => [code, words]))
  return (
    <Panel title={text('suggested.title')}>
      {jobs.suggestions.length === 0 && <p className="k-quiet">{text('suggested.empty')}</p>}
      <ul className="k-plain-list k-rows">
        {jobs.suggestions.map((one) => (
          <li key={one.suggestionId}>
            <bdi>{one.headline}</bdi>, <bdi>{one.employer}</bdi>
            <p className="k-quiet k-small">
              {[
                text(`answer.${one.answer ?? 'none'}`),
                ...(one.refusal === null ? [] : [said.get(one.refusal) ?? one.refusal]),
                text('suggested.on', { day: format.day(one.suggestedOn as Day) }),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function SuggestButton({ caseId, adId }: { caseId: string; adId: string }) {
  const text = useJobsText()
  const notice = useNotice()
  const sending = useSend<SuggestBody, unknown>({
    send: (body, written) => post(`/cases/${caseId}/suggestions`, body, written),
    changes: [paths.jobs(caseId)],
  })
  const suggest = async () => {
    const sent = await sending.run({ adId })
    if (sent.done) notice.tell({ what: text('suggested'), seenBy: text('suggested.seen-by') })
  }
  return (
    <div className="k-stack">
      <ProblemNote problem={sending.problem} />
      <div className="k-row">
        <Button variant="secondary" onPress={() => void suggest()} isPending={sending.pending}>
          {text('suggest')}
        </Button>
      </div>
    </div>
  )
}
