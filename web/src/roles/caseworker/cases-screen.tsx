import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { CaseLine } from '../../../../src/modules/registration/contract.ts'
import { nameIn, useMunicipalities } from '../../api/reference.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { useText } from './texts.ts'

const whoseList = ['mine', 'office', 'all'] as const
type Whose = (typeof whoseList)[number]

/** "Personer": find a case by name, one's own first. */
export function CasesScreen() {
  const text = useText()
  const [whose, setWhose] = useState<Whose>('mine')
  const columns = useColumns(whose)
  const box = useRowKeys()
  return (
    <Screen
      title={text('cases.title')}
      lead={text('cases.lead')}
      action={
        <Link className="k-button-link" to={'/app/caseworker/register' as never}>
          {text('nav.register')}
        </Link>
      }
    >
      <WhoseFilter whose={whose} onChoose={setWhose} />
      <div ref={box}>
        <List<CaseLine>
          path="/cases"
          query={{ whose }}
          search={text('cases.search')}
          searchAs="name"
          empty={
            <EmptyState
              title={text(`cases.empty.${whose}`)}
              words={text('cases.empty-words')}
              action={<Link to={'/app/caseworker/register' as never}>{text('nav.register')}</Link>}
            />
          }
        >
          {(cases) => (
            <CardTable caption={text('cases.title')} rows={cases} keyOf={(line) => line.caseId} columns={columns} />
          )}
        </List>
      </div>
    </Screen>
  )
}

function WhoseFilter({ whose, onChoose }: { whose: Whose; onChoose: (whose: Whose) => void }) {
  const text = useText()
  return (
    <fieldset className="k-row k-choices">
      <legend className="k-only-read">{text('cases.whose')}</legend>
      {whoseList.map((one) => (
        <label key={one} className="k-choice">
          <input type="radio" name="whose" checked={whose === one} onChange={() => onChoose(one)} />
          {text(`cases.whose.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

function useColumns(whose: Whose): readonly Column<CaseLine>[] {
  const text = useText()
  const format = useFormat()
  const municipalities = useMunicipalities()
  const caseworker: Column<CaseLine> = {
    title: text('cases.column.caseworker'),
    cell: (line) => (line.caseworkerName === null ? text('cases.nobody') : <bdi>{line.caseworkerName}</bdi>),
  }
  return [
    {
      title: text('cases.column.name'),
      cell: (line) => (
        <>
          <Link to={`/app/caseworker/cases/${line.caseId}` as never}>
            <bdi>{line.name}</bdi>
          </Link>
          {line.protected && <Status kind="stopped" label={text('cases.protected')} />}
          {line.closed && <Status kind="done" label={text('cases.closed')} />}
        </>
      ),
    },
    { title: text('cases.column.born'), cell: (line) => format.day(line.birthDate as Day) },
    {
      title: text('cases.column.municipality'),
      cell: (line) => <bdi>{nameIn(municipalities.data, line.municipalityCode)}</bdi>,
    },
    { title: text('cases.column.since'), cell: (line) => format.day(line.openedOn as Day) },
    ...(whose === 'mine' ? [] : [caseworker]),
  ]
}
