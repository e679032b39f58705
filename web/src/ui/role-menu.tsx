import { Link, useRouterState } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useShellText } from '../language/shell-texts.ts'

/** A place of the role; those with the same `under` stand together beneath that word. */
export type NavItem = { to: string; label: string; under?: string }

// So few that a phone shows them all; more fold away there.
const shownAlways = 4

type Props = { items: readonly NavItem[]; label: string; mayFold: boolean }

/** Where the role can go: a row on a wide screen, its lesser places under a word; on a phone all of it behind "Meny". */
export function RoleMenu({ items, label, mayFold }: Props) {
  const text = useShellText()
  const { open, setOpen, button, box, onKeyDown } = useOpened<HTMLElement>()
  const list = useId()
  const folds = mayFold && items.length > shownAlways
  const [home] = items
  const groups = Map.groupBy(items, (item) => item.under ?? '')
  return (
    <nav className={`k-nav${folds ? ' k-nav-folds' : ''}`} aria-label={label} ref={box} onKeyDown={onKeyDown}>
      {folds && (
        <div className="k-nav-fold">
          <button
            className="k-plain-button k-framed"
            type="button"
            ref={button}
            aria-expanded={open}
            aria-controls={list}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">☰</span> {text('menu')}
          </button>
        </div>
      )}
      <ul className="k-nav-row" id={list} data-open={open}>
        {[...groups].map(([under, places]) =>
          under === '' ? (
            places.map((item) => <Place key={item.to} item={item} exact={item === home} />)
          ) : (
            <Group key={under} name={under} places={places} />
          ),
        )}
      </ul>
    </nav>
  )
}

function Place({ item, exact }: { item: NavItem; exact: boolean }) {
  return (
    <li>
      <Link to={item.to} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }}>
        {item.label}
      </Link>
    </li>
  )
}

/** Lesser places under one word: opened by a press on a wide screen, all in sight in a phone's opened menu. */
function Group({ name, places }: { name: string; places: readonly NavItem[] }) {
  const { open, setOpen, button, box, onKeyDown } = useOpened<HTMLLIElement>()
  const list = useId()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const here = places.some(({ to }) => path === to || path.startsWith(`${to}/`))
  return (
    <li className="k-nav-group" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        aria-expanded={open}
        aria-controls={list}
        data-here={here}
        onClick={() => setOpen(!open)}
      >
        {name} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      <span className="k-nav-under" aria-hidden="true">
        {name}
      </span>
      <ul id={list} data-open={open} aria-label={name}>
        {places.map((item) => (
          <Place key={item.to} item={item} exact={false} />
        ))}
      </ul>
    </li>
  )
}

/** Open until a place is chosen, Escape is pressed or the reader goes on to something else. */
function useOpened<Box extends HTMLElement>() {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<Box>(null)
  useClosedByMove(setOpen)
  useClosedOutside(open, box, setOpen)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    button.current?.focus()
  }
  return { open, setOpen, button, box, onKeyDown }
}

function useClosedByMove(setOpen: (open: boolean) => void) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the move itself closes.
  useEffect(() => setOpen(false), [path, setOpen])
}

function useClosedOutside(open: boolean, box: RefObject<HTMLElement | null>, setOpen: (open: boolean) => void) {
  useEffect(() => {
    if (!open) return
    const look = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', look)
    document.addEventListener('focusin', look)
    return () => {
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    }
  }, [open, box, setOpen])
}
