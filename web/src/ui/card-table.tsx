import type { ReactNode } from 'react'

export type Column<Row> = {
  title: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column. */
  kind?: 'number'
}

type Props<Row> = {
  /** What the table is about, for those who hear the page. */
  caption: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The first column names the row, and heads its card on a narrow screen. */
  columns: readonly Column<Row>[]
}

/**
 * A table where there is room, a list of cards where there is not.
 * The roles stand in writing because the cards' `display` would take the table's own meaning away.
 */
export function CardTable<Row>({ caption, rows, keyOf, columns }: Props<Row>) {
  const [naming, ...others] = columns
  if (naming === undefined) return null
  return (
    <div className="k-table-box">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className="k-table" role="table">
        <caption className="k-only-read">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.title} role="columnheader" scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              <th role="rowheader" scope="row">
                {naming.cell(row)}
              </th>
              {others.map((column) => (
                <td key={column.title} role="cell" className={classOf(column)}>
                  <span className="k-cell-title" aria-hidden="true">
                    {column.title}
                  </span>
                  <div className="k-cell">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  )
}

const classOf = <Row,>(column: Column<Row>): string => (column.kind === 'number' ? 'k-number k-end' : '')
