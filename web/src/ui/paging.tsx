import { useShellText } from '../language/shell-texts.ts'

type Props = { page: number; pages: number; onPage: (page: number) => void }

/** Pages count from 1. Nothing is shown for a single page. */
export function Paging({ page, pages, onPage }: Props) {
  const text = useShellText()
  if (pages <= 1) return null
  return (
    <nav className="k-row k-paging" aria-label={text('list.pages')}>
      <button className="k-plain-button" type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {text('list.previous')}
      </button>
      <span className="k-quiet k-number">{text('list.page', { page, pages })}</span>
      <button className="k-plain-button" type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {text('list.next')}
      </button>
    </nav>
  )
}
