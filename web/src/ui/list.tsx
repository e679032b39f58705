import { type ReactNode, useEffect, useId, useState } from 'react'
import type { Page, Query } from '../api/client.ts'
import { useApiPage } from '../api/use-api.ts'
import { useShellText } from '../language/shell-texts.ts'
import { Paging } from './paging.tsx'
import { ErrorState, Loading } from './states.tsx'

type Props<Item> = {
  /** The list's address under `/api/v1`; it answers `{ items, page, limit, total }` and takes `page`, `limit`, `search`. */
  path: string
  /** Filters of the screen; a change begins again at page 1. */
  query?: Query
  /** The search field's label; none means no search. */
  search?: string
  /** What the list's address calls the search, when not `search`. */
  searchAs?: string
  /** Shown when there is nothing at all, search or not: an `EmptyState`. */
  empty: ReactNode
  /** `page` is the whole answer, for what a list adds beside its items. */
  children: (items: readonly Item[], page: Page<Item>) => ReactNode
}

const limit = 20
const typingMs = 250

/** A list with search, pages, and its empty, loading and error states. */
export function List<Item>({
  path,
  query = {},
  search: searchLabel,
  searchAs = 'search',
  empty,
  children,
}: Props<Item>) {
  const text = useShellText()
  const place = usePlace(`${path}?${JSON.stringify(query)}`)
  const { data, error, isPlaceholderData, refetch } = useApiPage<Item>(path, {
    ...query,
    page: place.page,
    limit,
    [searchAs]: place.settled,
  })
  return (
    <div className="k-stack">
      {searchLabel !== undefined && <SearchField label={searchLabel} value={place.search} onChange={place.setSearch} />}
      {error !== null && data === undefined && <ErrorState error={error} onAgain={refetch} />}
      {error === null && data === undefined && <Loading lines={6} />}
      {data !== undefined && (
        <div className="k-stack" aria-busy={isPlaceholderData}>
          <p className={searchLabel === undefined ? 'k-only-read' : 'k-quiet k-small'} role="status">
            {place.settled === '' || data.total > 0
              ? text('list.found', { n: data.total })
              : text('list.none-found', { search: place.settled })}
          </p>
          {data.total > 0 ? children(data.items, data) : place.settled === '' && empty}
          <Paging page={data.page} pages={Math.ceil(data.total / data.limit)} onPage={place.setPage} />
        </div>
      )}
    </div>
  )
}

function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const id = useId()
  return (
    <search className="k-search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </search>
  )
}

type Place = { page: number; search: string }

/** Where the reader was in each list, so that coming back from a row does not begin again. Never in the address: a search can be a name. */
const remembered = new Map<string, Place>()

function usePlace(list: string) {
  const [state, setState] = useState<Place & { list: string }>(() => ({ ...placeIn(list), list }))
  const current = state.list === list ? state : { ...placeIn(list), search: state.search, page: 1, list }
  const [settled, setSettled] = useState(current.search)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(current.search), typingMs)
    return () => clearTimeout(timer)
  }, [current.search])
  const move = (place: Place) => {
    remembered.set(list, place)
    setState({ ...place, list })
  }
  return {
    page: current.page,
    search: current.search,
    settled,
    setPage: (page: number) => move({ page, search: current.search }),
    setSearch: (search: string) => move({ page: 1, search }),
  }
}

const placeIn = (list: string): Place => remembered.get(list) ?? { page: 1, search: '' }
