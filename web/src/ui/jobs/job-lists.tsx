import type { ReactNode } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { JobsReply, VacancyLine } from '../../../../src/modules/vacancies/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { List } from '../list.tsx'
import { JobCard, JobReasons } from './job-card.tsx'
import { useJobsText } from './texts.ts'

/** A part of the page; its cards stand free below the heading. */
export function JobSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="k-stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type Acts = { acts: (job: VacancyLine) => ReactNode }

/** The jobs that fit best, each with its reasons; why there are none where there are none. */
export function MatchList({ jobs, acts }: { jobs: JobsReply } & Acts) {
  const text = useJobsText()
  const { matchesBecause: because } = jobs
  return (
    <JobSection title={text('matches.title')}>
      {because === 'found' ? (
        <p className="k-quiet k-small">{text('matches.order')}</p>
      ) : (
        <p>{text(`matches.${because}`, { km: jobs.radiusKm })}</p>
      )}
      {jobs.matches.map((job) => (
        <JobCard key={job.adId} job={job} licenceToAsk={job.licenceToAsk}>
          <JobReasons headline={job.headline} because={job.because} />
          {acts(job)}
        </JobCard>
      ))}
    </JobSection>
  )
}

/** Every open vacancy, by words. */
export function JobSearch({ acts }: Acts) {
  const text = useJobsText()
  return (
    <JobSection title={text('search.title')}>
      <List<VacancyLine> path="/vacancies" search={text('search.label')} searchAs="text" empty={text('search.empty')}>
        {(items) =>
          items.map((job) => (
            <JobCard key={job.adId} job={job}>
              {acts(job)}
            </JobCard>
          ))
        }
      </List>
    </JobSection>
  )
}

/** What has been applied for, the latest first. */
export function AppliedList({ jobs, children }: { jobs: JobsReply; children?: ReactNode }) {
  const text = useJobsText()
  const format = useFormat()
  return (
    <JobSection title={text('applied.title')}>
      {jobs.applications.length === 0 && <p className="k-quiet">{text('applied.empty')}</p>}
      <ul className="k-plain-list k-stack">
        {jobs.applications.map((one) => (
          <li key={one.applicationId}>
            <bdi>{one.headline}</bdi>, <bdi>{one.employer}</bdi>
            <span className="k-quiet k-small"> {text('applied.on', { day: format.day(one.appliedOn as Day) })}</span>
          </li>
        ))}
      </ul>
      {children}
    </JobSection>
  )
}
