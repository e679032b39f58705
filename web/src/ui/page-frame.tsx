import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { type Role, roleOf, type Session, useSession } from '../api/session.ts'
import { usePageLanguage } from '../language/language-provider.tsx'
import { useShellText } from '../language/shell-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { LanguagePicker } from './language-picker.tsx'
import { NoticeBoard } from './notice.tsx'
import { SessionEndedNote } from './session-ended-note.tsx'

export type NavItem = { to: string; label: string }

type Props = {
  /** The places of this role, the first one its home. */
  navigation?: readonly NavItem[]
  /** One calm column for participants and the public; room for tables for staff. */
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/** The frame every screen stands in: who you are, where you can go, which day it is. */
export function PageFrame({ navigation = [], width = 'wide', children }: Props) {
  usePageLanguage()
  const text = useShellText()
  const { data: session } = useSession()
  const main = useFocusAfterMove()
  return (
    <div className={`k-frame k-frame-${width}`}>
      <div>
        <a className="k-skip" href="#main">
          {text('skip')}
        </a>
        <Header session={session ?? null} />
      </div>
      <div>{navigation.length > 0 && <Navigation items={navigation} label={text('main-navigation')} />}</div>
      <main className="k-main" id="main" tabIndex={-1} ref={main}>
        <SessionEndedNote />
        <NoticeBoard />
        {children}
      </main>
      <footer className="k-footer">
        <div className="k-footer-row">
          <Link to="/app/rules">{text('footer.rules')}</Link>
          <a href="/">{text('footer.start')}</a>
          <a href="/api/">{text('footer.api')}</a>
        </div>
      </footer>
    </div>
  )
}

function Header({ session }: { session: Session | null }) {
  const text = useShellText()
  const format = useFormat()
  const role: Role | null = session === null ? null : roleOf(session.duty)
  const place = session?.duty.organisation
  return (
    <header className="k-header">
      <div className="k-header-row">
        <Link className="k-brand" to="/app">
          <img src="/krom.svg" alt="" />
          Krom
        </Link>
        {session !== null && (
          <p className="k-who">
            <strong>{session.user.name}</strong>
            <span className="k-quiet">
              {role !== null && text(`role.${role}`)}
              {place ? ` · ${place}` : ''}
            </span>
          </p>
        )}
        <div className="k-header-end k-no-print">
          <LanguagePicker />
          {session !== null && <SignOut label={text('sign-out')} />}
        </div>
      </div>
      {session !== null && (
        <div className="k-today">
          <p className="k-header-row">{text('today-in-demo', { day: format.day(session.today) })}</p>
        </div>
      )}
    </header>
  )
}

/** A plain form: signing out leaves the app and must work whatever state it is in. */
function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/sign-out">
      <button className="k-plain-button" type="submit">
        {label}
      </button>
    </form>
  )
}

function Navigation({ items, label }: { items: readonly NavItem[]; label: string }) {
  const [home] = items
  return (
    <nav className="k-nav" aria-label={label}>
      <ul className="k-nav-row">
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} activeOptions={{ exact: item === home }} activeProps={{ 'aria-current': 'page' }}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** After a move inside the app the reader stands at the top of the new page, as after a page load. */
function useFocusAfterMove() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [path])
  return main
}
