import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { InformativeReply, InformativeView } from '../../../../src/modules/delivery/contract/desk.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { needWords, useInformText } from './inform-texts.ts'
import { paths, screens } from './paths.ts'

/** Needs told to the caseworker, and what was answered (programme 4.6). */
export function InformativePanel({ caseId }: { caseId: string }) {
  const text = useInformText()
  const { data, error, refetch } = useApi<InformativeReply>(paths.informative(caseId))
  return (
    <Panel title={text('inform.panel')} action={<Link to={screens.act(caseId, 'inform')}>{text('inform.title')}</Link>}>
      {data === undefined && (error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <p className="k-quiet">{text('inform.none')}</p>}
      <ul className="k-plain-list k-rows">
        {data?.items.map((report) => (
          <Report key={report.informativeId} report={report} />
        ))}
      </ul>
    </Panel>
  )
}

function Report({ report }: { report: InformativeView }) {
  const text = useInformText()
  const format = useFormat()
  const { answer } = report
  return (
    <li>
      <p>
        {needWords(text, report.need)} ·{' '}
        <span className="k-quiet">{text('inform.told', { day: format.day(day(report.onDay)) })}</span>
      </p>
      <p>
        <bdi>{report.words}</bdi>
      </p>
      {answer === null ? (
        <Status kind="waiting" label={text(report.need === 'extension' ? 'inform.view-given' : 'inform.waiting')} />
      ) : (
        <>
          <Status
            kind="done"
            label={text('inform.answered', { day: format.day(day(answer.onDay)), name: answer.by ?? '' })}
          />
          <p>
            <bdi>{answer.words}</bdi>
          </p>
        </>
      )}
      {report.earlier.length > 0 && (
        <details className="k-why">
          <summary>{text('inform.earlier', { n: report.earlier.length })}</summary>
          <div className="k-why-body">
            {report.earlier.map((one) => (
              <p key={one.informativeId}>
                {needWords(text, one.need)} · {format.day(day(one.onDay))}: <bdi>{one.words}</bdi>
              </p>
            ))}
          </div>
        </details>
      )}
    </li>
  )
}
