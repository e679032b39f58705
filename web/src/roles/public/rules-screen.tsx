import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import { useSession } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { PageFrame } from '../../ui/page-frame.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { type RuleLine, ruleModules } from './rule-line.ts'
import { RuleValue, useLawLanguage } from './rule-value.tsx'
import { RulesFilter } from './rules-filter.tsx'
import { useText } from './texts.ts'

/** "Reglerna": every rule with unit, value, first day, source and provenance, as of any day (public). */
export function RulesScreen() {
  return (
    <PageFrame>
      <Suspense fallback={<Loading />}>
        <Rules />
      </Suspense>
    </PageFrame>
  )
}

type Asked = { on?: string; module?: string }

function Rules() {
  const text = useText()
  const { data: session, isPending } = useSession()
  const asked: Asked = useSearch({ strict: false })
  const navigate = useNavigate()
  const columns = useColumns()
  const on = asked.on ?? session?.today
  const query = { on, module: ruleModules.find((one) => one === asked.module) }
  return (
    <Screen
      title={text('title')}
      lead={text('lead')}
      action={
        <a href={`/api/v1/rules?${new URLSearchParams({ ...(on ? { on } : {}), limit: '200' })}`}>
          {text('open-data')}
        </a>
      }
    >
      <RulesFilter
        key={`${on}`}
        on={on ?? ''}
        module={query.module ?? ''}
        onShow={(search) => void navigate({ to: '/app/rules', search: search as never })}
      />
      <ProvenanceHelp />
      {!isPending && (
        <List<RuleLine>
          path="/rules"
          query={query}
          empty={<EmptyState title={text('empty')} words={text('empty-words')} />}
        >
          {(rules) => <CardTable caption={text('title')} rows={rules} keyOf={(rule) => rule.name} columns={columns} />}
        </List>
      )}
    </Screen>
  )
}

function useColumns(): readonly Column<RuleLine>[] {
  const text = useText()
  const format = useFormat()
  const law = useLawLanguage()
  const period = (from: Day, to: Day | null) =>
    to === null
      ? text('from', { day: format.day(from) })
      : text('from-to', { from: format.day(from), to: format.day(to) })
  return [
    { title: text('column.rule'), cell: (rule) => <span {...law.marks}>{rule[law.language]}</span> },
    { title: text('column.value'), cell: (rule) => <RuleValue value={rule.value} unit={rule.unit} /> },
    { title: text('column.period'), cell: (rule) => period(rule.from, rule.to) },
    { title: text('column.provenance'), cell: (rule) => <Source rule={rule} /> },
  ]
}

/** How well the value is known, in a word, and the text it stands in; titles of sources are Swedish. */
function Source({ rule }: { rule: RuleLine }) {
  const text = useText()
  const { title, address, programme } = rule.source
  return (
    <>
      <p>
        <strong>{text(`provenance.${rule.provenance}`)}</strong>
        {programme !== null && <span className="k-quiet k-small"> · {text('section', { section: programme })}</span>}
      </p>
      <p className="k-small" lang="sv" dir="ltr">
        {address === null ? title : <a href={address}>{title}</a>}
        {rule.clause !== null && `, ${rule.clause}`}
      </p>
      {rule.note !== null && (
        <p className="k-small k-quiet" lang="sv" dir="ltr">
          {rule.note}
        </p>
      )}
    </>
  )
}

function ProvenanceHelp() {
  const text = useText()
  return (
    <details className="k-why">
      <summary>{text('provenance-help')}</summary>
      <ul className="k-why-body k-plain-list">
        {(['C', 'S', 'D', 'A'] as const).map((provenance) => (
          <li key={provenance}>{text(`provenance-help.${provenance}`)}</li>
        ))}
      </ul>
    </details>
  )
}
