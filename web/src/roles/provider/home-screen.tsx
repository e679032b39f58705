import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSignedIn } from '../../api/session.ts'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { CaseloadItem } from './answers.ts'
import { CaseloadFilter, type Sifted, siftedQuery, unsifted } from './caseload-filter.tsx'
import { CaseloadTable } from './caseload-table.tsx'
import { paths, screens } from './paths.ts'
import { useText } from './texts.ts'
import { TodayPanel } from './today-panel.tsx'
import { TodaySessions } from './today-sessions.tsx'
import { WaitingTasks } from './waiting-tasks.tsx'

type Whose = 'mine' | 'all'

/** Adviser: "Min dag". Coordinator: "Vårt ärendebestånd". The participant with the nearest last day comes first. */
export function HomeScreen() {
  const text = useText()
  const { duty } = useSignedIn()
  const isAdviser = duty.role === 'adviser'
  const [whose, setWhose] = useState<Whose>(isAdviser ? 'mine' : 'all')
  const [sifted, setSifted] = useState<Sifted>(unsifted)
  return (
    <Screen
      title={text(isAdviser ? 'home.title-adviser' : 'home.title-coordinator')}
      lead={text(isAdviser ? 'home.lead-adviser' : 'home.lead-coordinator')}
      action={
        <div className="k-row">
          <Link to={screens.calendar}>{text('home.to-calendar')}</Link>
          <Link className="k-button-link k-secondary" to={screens.reports}>
            {text('home.to-reports')}
          </Link>
        </div>
      }
    >
      {isAdviser && <TodayPanel />}
      {isAdviser && <TodaySessions />}
      <WaitingTasks />
      <div className="k-row k-row-apart">
        <h2>{text(whose === 'mine' ? 'caseload.mine' : 'caseload.all')}</h2>
        {isAdviser && <WhosePicker whose={whose} onPick={setWhose} />}
      </div>
      <CaseloadFilter sifted={sifted} withAdviser={whose === 'all'} onSift={setSifted} />
      <List<CaseloadItem>
        path={paths.caseload}
        query={{ whose, ...siftedQuery(sifted) }}
        search={text('caseload.search')}
        empty={
          sifted === unsifted ? (
            <EmptyState title={text('caseload.empty')} words={text('caseload.empty-words')} />
          ) : (
            <EmptyState title={text('caseload.none-match')} words={text('caseload.none-match-words')} />
          )
        }
      >
        {(items) => <CaseloadTable items={items} withAdviser={whose === 'all'} />}
      </List>
    </Screen>
  )
}

function WhosePicker({ whose, onPick }: { whose: Whose; onPick: (whose: Whose) => void }) {
  const text = useText()
  return (
    <button
      className="k-plain-button k-bordered"
      type="button"
      onClick={() => onPick(whose === 'mine' ? 'all' : 'mine')}
    >
      {text(whose === 'mine' ? 'caseload.show-all' : 'caseload.show-mine')}
    </button>
  )
}
