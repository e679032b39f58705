import { Link, useParams } from '@tanstack/react-router'
import type { OfficeVariationReply } from '../../../../src/modules/oversight/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { useToolPath } from './addresses.ts'
import { Funnel } from './funnel.tsx'
import { useToolText } from './texts.ts'
import { MonthTable, ReasonList, VariationAnswer } from './variation-parts.tsx'

/** Do the caseworkers of one office abstain alike? For who leads the work; a talk comes before a judgement. */
export function OfficeVariationScreen() {
  const text = useToolText()
  const path = useToolPath()
  const { officeId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<OfficeVariationReply>(`/oversight/variation/offices/${officeId}`)
  return (
    <Screen title={data?.officeName ?? text('office.title')} lead={text('office.lead')}>
      <p>
        <Link to={path.variation}>{text('office.back')}</Link>
      </p>
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.answers === 0 && <EmptyState title={text('variation.empty')} words={text('variation.empty-words')} />}
      {data !== undefined && data.answers > 0 && (
        <>
          <VariationAnswer found={data} kind="caseworker" />
          <Panel title={text('funnel.title')}>
            <Funnel
              found={data}
              naming={{
                title: text('unit.caseworker'),
                cell: (unit) => <bdi>{unit.name ?? text('unit.unknown')}</bdi>,
              }}
            />
          </Panel>
          <Panel title={text('reasons.title')}>
            <ReasonList reasons={data.reasons} abstained={data.abstained} />
          </Panel>
          <Panel title={text('months.title')}>
            <MonthTable months={data.months} />
          </Panel>
        </>
      )}
    </Screen>
  )
}
