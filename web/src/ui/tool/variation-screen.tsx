import { Link } from '@tanstack/react-router'
import type { UnitView, VariationReply } from '../../../../src/modules/oversight/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { useToolPath } from './addresses.ts'
import { Funnel } from './funnel.tsx'
import { useCodeText, useToolText } from './texts.ts'
import { ToolLinks } from './tool-links.tsx'
import { MonthTable, ReasonList, VariationAnswer } from './variation-parts.tsx'

type Effect = VariationReply['effects'][number]

/** Do offices abstain alike? Those outside the funnel first, why they abstain, and what cases they are measured by. */
export function VariationScreen() {
  const text = useToolText()
  const path = useToolPath()
  const { data, error, refetch } = useApi<VariationReply>('/oversight/variation')
  const office = (unit: UnitView) =>
    path.seesCases ? <Link to={path.office(unit.unitId)}>{unit.name ?? text('unit.unknown')}</Link> : unit.name
  return (
    <Screen title={text('variation.title')} lead={text('variation.lead')}>
      <ToolLinks />
      {data === undefined && (error === null ? <Loading lines={10} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.answers === 0 && <EmptyState title={text('variation.empty')} words={text('variation.empty-words')} />}
      {data !== undefined && data.answers > 0 && (
        <>
          <VariationAnswer found={data} kind="office" />
          <Panel title={text('funnel.title')}>
            <Funnel found={data} naming={{ title: text('unit.office'), cell: office }} />
          </Panel>
          <Panel title={text('reasons.title')}>
            <ReasonList reasons={data.reasons} abstained={data.abstained} />
          </Panel>
          <Panel title={text('months.title')}>
            <MonthTable months={data.months} />
          </Panel>
          <Effects effects={data.effects} />
        </>
      )}
    </Screen>
  )
}

/** The case mix that offices are measured by, one tap away: what each group of cases is worth. */
function Effects({ effects }: { effects: readonly Effect[] }) {
  const text = useToolText()
  const say = useCodeText()
  const format = useFormat()
  const columns: Column<Effect>[] = [
    { title: text('effects.group'), cell: (one) => `${say('factor', one.factor)}: ${say('group', one.group)}` },
    { title: text('column.answers'), kind: 'number', cell: (one) => format.number(one.answers) },
    { title: text('column.abstained'), kind: 'number', cell: (one) => format.number(one.abstained) },
    { title: text('effects.odds'), kind: 'number', cell: (one) => format.number(one.oddsRatio) },
  ]
  return (
    <Panel title={text('effects.title')}>
      <p>{text('effects.words')}</p>
      <details className="k-why">
        <summary>{text('picture.table')}</summary>
        <div className="k-why-body">
          <CardTable
            caption={text('effects.title')}
            rows={effects}
            keyOf={(one) => `${one.factor}/${one.group}`}
            columns={columns}
          />
        </div>
      </details>
    </Panel>
  )
}
