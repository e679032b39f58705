import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useText } from './texts.ts'

type Entry = {
  id: string
  at: Instant
  who: string | null
  role: string
  organisation: string | null
  operation: string
  purpose: string
  persons: number
  wrote: boolean
}

/** Who did what and why; never about whom, here. */
export function AuditScreen() {
  const text = useText()
  const format = useFormat()
  const [operation, setOperation] = useState('')
  const columns: Column<Entry>[] = [
    { title: text('audit.at'), cell: (entry) => format.instant(entry.at) },
    {
      title: text('audit.who'),
      cell: (entry) => (
        <>
          <bdi>{entry.who ?? text('audit.system')}</bdi>
          {entry.organisation !== null && (
            <p className="k-quiet k-small">
              <bdi>{entry.organisation}</bdi>
            </p>
          )}
        </>
      ),
    },
    { title: text('audit.role'), cell: (entry) => roleName(entry.role) },
    {
      title: text('audit.operation'),
      cell: (entry) => (
        <>
          <code>{entry.operation}</code>
          <p className="k-quiet k-small" lang="en">
            {entry.purpose}
          </p>
        </>
      ),
    },
    { title: text('audit.kind'), cell: (entry) => text(entry.wrote ? 'audit.wrote' : 'audit.read') },
    { title: text('audit.persons'), kind: 'number', cell: (entry) => format.number(entry.persons) },
  ]
  const roleName = (role: string): string => {
    const key = `role.${role}`
    return text.knows(key) ? text(key) : role
  }
  return (
    <Screen title={text('audit.title')} lead={text('audit.lead')}>
      <search className="k-search">
        <label htmlFor="audit-operation">{text('audit.filter')}</label>
        <input
          id="audit-operation"
          type="search"
          autoComplete="off"
          value={operation}
          onChange={(event) => setOperation(event.target.value)}
        />
      </search>
      <List<Entry>
        path="/audit"
        query={{ operation: operation.trim() }}
        empty={<EmptyState title={text('audit.empty')} words={text('audit.empty-words')} />}
      >
        {(entries) => (
          <CardTable caption={text('audit.title')} rows={entries} keyOf={(entry) => entry.id} columns={columns} />
        )}
      </List>
    </Screen>
  )
}
