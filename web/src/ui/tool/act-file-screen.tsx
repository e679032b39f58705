import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import { instant } from '../../../../src/kernel/instant.ts'
import type {
  ActDuty,
  ActEdition,
  ActFileReply,
  EditionsReply,
} from '../../../../src/modules/oversight/contract/act-file.ts'
import { addressOf, post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { ConfirmButton } from '../confirm.tsx'
import { Facts } from '../facts.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status, type StatusKind } from '../status.tsx'
import { ActPoint } from './act-point.tsx'
import { useToolText } from './texts.ts'
import { ToolLinks } from './tool-links.tsx'

const signs: Record<ActDuty['state'], StatusKind> = { shown: 'done', 'to-write': 'waiting', gap: 'late' }

/** What is missing in the file of the AI act? Each duty with what the system shows, what is wrong and what only people can write. */
export function ActFileScreen() {
  const text = useToolText()
  const { data, error, refetch } = useApi<ActFileReply>('/oversight/act-file')
  const gaps = data?.duties.filter((duty) => duty.state === 'gap').length ?? 0
  const toWrite = data?.duties.flatMap((duty) => duty.points).filter((point) => point.words === null).length ?? 0
  return (
    <Screen title={text('act.title')} lead={text('act.lead')}>
      <ToolLinks />
      {data === undefined && (error === null ? <Loading lines={10} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <Panel>
            <p className="k-h2">{text('act.answer', { gaps, points: toWrite })}</p>
            {data.synthetic && <p>{text('act.synthetic', { model: data.model })}</p>}
            <p className="k-quiet">{text('act.law')}</p>
          </Panel>
          <Editions />
          {data.duties.map((duty) => (
            <Duty key={duty.article} duty={duty} />
          ))}
        </>
      )}
    </Screen>
  )
}

function Duty({ duty }: { duty: ActDuty }) {
  const text = useToolText()
  return (
    <Panel title={text('act.article', { article: duty.article, title: duty.title })}>
      <Status kind={signs[duty.state]} label={text(`act.state.${duty.state}`)} />
      <p>{duty.duty}</p>
      {duty.gaps.length > 0 && (
        <div className="k-note k-note-bad">
          <ul>
            {duty.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </div>
      )}
      <Facts items={listed(duty)} />
      <p>
        {text('act.where')}{' '}
        {duty.where.map(({ label, address }, place) => (
          <span key={address}>
            {place > 0 && ' · '}
            {address.startsWith('/app/') ? <Link to={address}>{label}</Link> : <a href={address}>{label}</a>}
          </span>
        ))}
      </p>
      {duty.points.map((point) => (
        <ActPoint key={`${point.code} ${point.words}`} point={point} />
      ))}
    </Panel>
  )
}

/** Lines of the same label stand together under it. */
function listed({ shows }: ActDuty) {
  const labels = [...new Set(shows.map((one) => one.label))]
  return labels.map((label) => {
    const values = shows.filter((one) => one.label === label).map((one) => one.value)
    return {
      label,
      value:
        values.length === 1 ? (
          values[0]
        ) : (
          <ul className="k-plain-list">
            {values.map((value) => (
              <li key={value}>{value}</li>
            ))}
          </ul>
        ),
    }
  })
}

function Editions() {
  const text = useToolText()
  const format = useFormat()
  const { data } = useApi<EditionsReply>('/oversight/act-file/editions')
  const items = data?.items ?? []
  const columns: Column<ActEdition>[] = [
    {
      title: text('edition.made'),
      cell: (one) => (
        <a href={addressOf(`/oversight/act-file/editions/${one.editionId}`)} download>
          {text('edition.download', { when: format.instant(instant(one.frozenAt)) })}
        </a>
      ),
    },
    { title: text('edition.on'), cell: (one) => format.day(day(one.onDay)) },
    { title: text('sample.by'), cell: (one) => <bdi>{one.frozenByName ?? '–'}</bdi> },
    { title: text('edition.language'), cell: (one) => text(`edition.${one.language}`) },
    { title: text('edition.hash'), cell: (one) => <code className="k-small k-break">{one.sha256.slice(0, 16)}…</code> },
  ]
  return (
    <Panel title={text('edition.title')}>
      <p>{text('edition.words')}</p>
      <div className="k-row">
        <Freeze />
      </div>
      {items.length === 0 ? (
        <EmptyState title={text('edition.empty')} words={text('edition.empty-words')} />
      ) : (
        <CardTable caption={text('edition.title')} rows={items} keyOf={(one) => one.editionId} columns={columns} />
      )}
    </Panel>
  )
}

function Freeze() {
  const text = useToolText()
  const notice = useNotice()
  const { run, pending, problem } = useSend({
    send: (body: object, written) => post<{ sha256: string }>('/oversight/act-file/editions', body, written),
    changes: ['/oversight/act-file/editions'],
  })
  const freeze = async () => {
    const answer = await run({})
    if (answer.done) notice.tell({ what: text('freeze.done', { hash: answer.value.sha256.slice(0, 16) }) })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('freeze.effect')}
      title={text('freeze.title')}
      words={text('freeze.words')}
      run={freeze}
      pending={pending}
      problem={problem}
    />
  )
}
