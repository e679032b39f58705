import { Fragment, type ReactNode, useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { ReasonView, VacancyLine, VacancyView } from '../../../../src/modules/vacancies/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { ErrorState, Loading } from '../states.tsx'
import { Why } from '../why.tsx'
import { useJobsText } from './texts.ts'

type Props = { job: VacancyLine; licenceToAsk?: boolean; children?: ReactNode }

/** One vacancy: what, where, how much, until when; below it what can be done with it. */
export function JobCard({ job, licenceToAsk = job.licenceNeeded, children }: Props) {
  const text = useJobsText()
  const format = useFormat()
  const { min, max } = job.extent
  const facts = [
    ...(job.municipality === null ? [] : [job.municipality]),
    ...(job.km === null ? [] : [text('km', { km: job.km })]),
    min === max ? text('extent.one', { max }) : text('extent', { min, max }),
    ...(licenceToAsk ? [text('licence-to-ask')] : []),
  ]
  return (
    <article className="k-panel k-stack">
      <div>
        <h3>
          <bdi>{job.headline}</bdi>
        </h3>
        <p>
          <bdi>{job.employer}</bdi>
        </p>
        <p className="k-quiet k-small">
          {/* Each part by itself: a place in Latin letters must not draw the number after it over to its own side. */}
          {facts.map((fact, index) => (
            <Fragment key={fact}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </p>
        <p className="k-small">{text('apply-by', { day: format.day(job.applyBy as Day) })}</p>
      </div>
      <JobText job={job} />
      {job.applyUrl !== null && (
        <p>
          <a href={job.applyUrl} target="_blank" rel="noopener noreferrer">
            {text('to-ad')}
            <span className="k-only-read"> {job.headline}</span>
          </a>
        </p>
      )}
      {children}
    </article>
  )
}

/** What speaks for a job, and that the points are its whole place in the list. */
export function JobReasons({ headline, because }: { headline: string; because: readonly ReasonView[] }) {
  const text = useJobsText()
  const steps = because.map((one) => text('why.point', { text: one.text, points: one.points }))
  if (steps.length === 0) return null
  return <Why about={headline} explanation={{ words: text('why.words'), steps }} />
}

/** The advertisement's own words, fetched when somebody asks for them. */
function JobText({ job }: { job: VacancyLine }) {
  const text = useJobsText()
  const [opened, setOpened] = useState(false)
  return (
    <details className="k-why" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        {text('read')}
        <span className="k-only-read"> {job.headline}</span>
      </summary>
      <div className="k-why-body">{opened && <JobWords adId={job.adId} />}</div>
    </details>
  )
}

function JobWords({ adId }: { adId: string }) {
  const vacancy = useApi<VacancyView>(`/vacancies/${encodeURIComponent(adId)}`)
  if (vacancy.data === undefined)
    return vacancy.isError ? <ErrorState error={vacancy.error} onAgain={vacancy.refetch} /> : <Loading />
  return (
    <p className="k-written" dir="auto">
      {vacancy.data.description}
    </p>
  )
}
