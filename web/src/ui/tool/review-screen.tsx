import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../../../../src/kernel/day.ts'
import type { ReviewItem, SamplePage } from '../../../../src/modules/oversight/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../facts.tsx'
import { Paging } from '../paging.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useToolPath } from './addresses.ts'
import { ClassForm } from './class-form.tsx'
import { useCodeText, useToolText } from './texts.ts'

const limit = 20

/** One sample: each reason as it was given, and what the reviewer finds of it. The reason is judged, not the person. */
export function ReviewScreen() {
  const text = useToolText()
  const format = useFormat()
  const path = useToolPath()
  const { sampleId = '' } = useParams({ strict: false })
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<SamplePage>(`/oversight/reviews/${sampleId}`, { page, limit })
  return (
    <Screen title={text('review.title')} lead={text('review.lead')}>
      <p>
        <Link to={path.reviews}>{text('review.back')}</Link>
      </p>
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <p role="status">
            {text('review.done', { n: data.classed, all: data.size, day: format.day(day(data.drawnOn)) })}
          </p>
          {data.items.items.map((item) => (
            <Item key={item.itemId} item={item} sampleId={sampleId} />
          ))}
          <Paging page={page} pages={Math.ceil(data.items.total / limit)} onPage={setPage} />
        </>
      )}
    </Screen>
  )
}

function Item({ item, sampleId }: { item: ReviewItem; sampleId: string }) {
  const text = useToolText()
  const say = useCodeText()
  const format = useFormat()
  const chance = item.probability === null ? '–' : text('percent', { n: Math.round(item.probability * 100) })
  return (
    <Panel title={text('item.title', { n: item.position, reason: say('reason', item.code) })}>
      {item.text !== null && (
        <p>
          <bdi>”{item.text}”</bdi>
        </p>
      )}
      <Facts
        items={[
          { label: text('item.on'), value: format.day(day(item.onDay)) },
          { label: text('item.office'), value: item.officeName ?? text('unit.unknown') },
          { label: text('item.by'), value: <bdi>{item.abstainedByName ?? text('unit.unknown')}</bdi> },
          { label: text('item.tool'), value: text('item.level', { level: item.level ?? '–', chance }) },
          { label: text('item.case'), value: <code>{item.caseId}</code> },
        ]}
      />
      {item.verdict !== null && (
        <div>
          <Status kind={item.verdict === 'valid' ? 'done' : 'late'} label={text(`class.${item.verdict}`)} />
          <p className="k-quiet">
            <bdi>{item.note}</bdi> {item.classedByName !== null && <bdi>({item.classedByName})</bdi>}
          </p>
        </div>
      )}
      {item.own ? <p>{text('item.own')}</p> : <ClassForm key={item.verdict} item={item} sampleId={sampleId} />}
    </Panel>
  )
}
