import { Link, useRouterState } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type Role, roleOf, type Session, useSession } from '../api/session.ts'
import { usePageLanguage } from '../language/language-provider.tsx'
import { useShellText } from '../language/shell-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { waitingCount } from '../offline/connection.ts'
import { offlineTexts } from '../offline/texts.ts'
import { arriving } from './arriving.tsx'
import { LanguagePicker } from './language-picker.tsx'
import { NoticeBoard } from './notice.tsx'
import { type NavItem, RoleMenu } from './role-menu.tsx'
import { SessionEndedNote } from './session-ended-note.tsx'

type Props = {
  /** The places of this role, the first one its home. */
  navigation?: readonly NavItem[]
  /** One calm column for participants and the public; room for tables for staff. */
  width?: 'narrow' | 'wide'
  /** Stands first on every screen of the role. */
  strip?: ReactNode
  children: ReactNode
}

/** The frame every screen stands in: who you are, where you can go, which day it is. */
export function PageFrame({ navigation = [], width = 'wide', strip, children }: Props) {
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
      <div>
        {navigation.length > 0 && (
          <RoleMenu items={navigation} label={text('main-navigation')} mayFold={width === 'wide'} />
        )}
      </div>
      <main className="k-main" id="main" tabIndex={-1} ref={main}>
        {strip}
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
          {session !== null && session.duties.length > 1 && <DutyPicker session={session} />}
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

/** Its own small bundle: few have more than one duty. */
const DutyPicker = arriving(async () => (await import('./duty-picker.tsx')).DutyPicker)

/** A plain form: signing out leaves the app and must work whatever state it is in. What waits on the device is told first. */
function SignOut({ label }: { label: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [waiting, setWaiting] = useState(0)
  const leave = async () => {
    await forgetDevice()
    form.current?.submit()
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (waitingCount() === 0) void leave()
    else setWaiting(waitingCount())
  }
  return (
    <form method="post" action="/sign-out" ref={form} onSubmit={ask}>
      <button className="k-plain-button" type="submit">
        {label}
      </button>
      {waiting > 0 && <SignOutWarning n={waiting} onLeave={() => void leave()} onStay={() => setWaiting(0)} />}
    </form>
  )
}

const SignOutWarning = arriving(
  async () => (await import('../offline/sign-out-warning.tsx')).SignOutWarning,
  undefined,
  [offlineTexts],
)

/** The copies for a time without a network go with the sign-in; what waits to be sent stays. */
const forgetDevice = () =>
  import('../offline/kept-answers.ts').then(({ forgetAnswers }) => forgetAnswers()).catch(() => undefined)

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
