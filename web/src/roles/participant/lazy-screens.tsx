import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { hoursTexts } from '../../language/hours-texts.ts'
import { activeLanguage, type Language } from '../../language/language.ts'
import { planTexts } from '../../language/plan-texts.ts'
import { stepTexts } from '../../language/step-texts.ts'
import { calendarTexts } from '../../ui/calendar/texts.ts'
import { dialogueTexts } from '../../ui/dialogue/texts.ts'
import { jobsTexts } from '../../ui/jobs/texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { Loading } from '../../ui/states.tsx'
import { owedTexts, type ParticipantText, useText, weekTexts } from './texts.ts'

type Loaded = { load: (wished: Language) => Promise<unknown> }

/**
 * A screen with a form, or one that is seldom opened, comes when it is opened, not with the first screen; with it its own texts, so
 * that it need not wait for them afterwards. The one that the page was opened at starts at once, beside the sign-in's answer.
 */
function opened<Name extends string>(
  address: string,
  load: () => Promise<{ [Key in Name]: () => ReactNode }>,
  name: Name,
  texts: readonly Loaded[] = [],
) {
  const come = async (): Promise<{ default: ComponentType }> => {
    const [screens] = await Promise.all([load(), ...texts.map((one) => one.load(activeLanguage()))])
    return { default: screens[name] }
  }
  if (location.pathname === `/app/participant${address}`) void come().catch(() => undefined)
  return lazy(come)
}

const Register = opened('/register', () => import('./register-screen.tsx'), 'RegisterScreen')
const Notice = opened('/notice', () => import('./notice-screen.tsx'), 'NoticeScreen')
const Why = opened('/why', () => import('./why-screen.tsx'), 'WhyScreen')
const Choose = opened('/choose', () => import('./choose-screen.tsx'), 'ChooseScreen')
const Choice = opened('/choose/', () => import('./choice-screen.tsx'), 'ChoiceScreen')
const Chosen = opened('/chosen', () => import('./chosen-screen.tsx'), 'ChosenScreen')
const Help = opened('/help', () => import('./help-screen.tsx'), 'HelpScreen')
const Owed = opened('/owed', () => import('./owed-screen.tsx'), 'OwedScreen', [owedTexts, stepTexts])
const Jobs = opened('/jobs', () => import('./jobs-screen.tsx'), 'JobsScreen', [jobsTexts])
const Plan = opened('/plan', () => import('./plan-screen.tsx'), 'PlanScreen', [planTexts, stepTexts])
const Month = opened('/month', () => import('./month-screen.tsx'), 'MonthScreen', [hoursTexts, stepTexts])
const Week = opened('/week', () => import('./week-screen.tsx'), 'WeekScreen', [weekTexts, stepTexts])
const Letters = opened('/letters', () => import('./letters-screen.tsx'), 'LettersScreen', [stepTexts])
const History = opened('/history', () => import('./history-screen.tsx'), 'HistoryScreen', [stepTexts])
const Facts = opened('/me', () => import('./facts-screen.tsx'), 'FactsScreen', [calendarTexts])
const Contact = opened('/me/contact', () => import('./contact-screen.tsx'), 'ContactScreen')
const Readers = opened('/me/readers', () => import('./readers-screen.tsx'), 'ReadersScreen')
const Talk = opened('/talk', () => import('./talk-screen.tsx'), 'TalkScreen', [dialogueTexts])
const Ask = opened('/ask', () => import('./ask-screen.tsx'), 'AskScreen', [dialogueTexts])
const Report = opened('/report', () => import('./report-screen.tsx'), 'ReportScreen', [dialogueTexts, stepTexts])
const Complain = opened('/complain', () => import('./complain-screen.tsx'), 'ComplainScreen', [dialogueTexts])
const Consents = opened('/me/consents', () => import('./consents-screen.tsx'), 'ConsentsScreen', [dialogueTexts])
const Started = opened('/started', () => import('./started-screen.tsx'), 'StartedScreen')

type Props = { title: ParticipantText; screen: ComponentType }

/** Its title is there at once. */
function Later({ title, screen: Opened }: Props) {
  return (
    <Suspense fallback={<Coming title={title} />}>
      <Opened />
    </Suspense>
  )
}

function Coming({ title }: Pick<Props, 'title'>) {
  const text = useText()
  return (
    <Screen title={text(title)}>
      <Loading />
    </Screen>
  )
}

export const RegisterScreen = () => <Later title="register.title" screen={Register} />
export const NoticeScreen = () => <Later title="notice.title" screen={Notice} />
export const WhyScreen = () => <Later title="why.title" screen={Why} />
export const ChooseScreen = () => <Later title="choose.title" screen={Choose} />
export const ChoiceScreen = () => <Later title="choose.title" screen={Choice} />
export const ChosenScreen = () => <Later title="choose.title" screen={Chosen} />
export const HelpScreen = () => <Later title="help.title" screen={Help} />
export const OwedScreen = () => <Later title="owed.title" screen={Owed} />
export const JobsScreen = () => <Later title="jobs.title" screen={Jobs} />
export const PlanScreen = () => <Later title="plan.title" screen={Plan} />
export const MonthScreen = () => <Later title="month.title" screen={Month} />
export const WeekScreen = () => <Later title="week.title" screen={Week} />
export const LettersScreen = () => <Later title="letters.title" screen={Letters} />
export const HistoryScreen = () => <Later title="history.title" screen={History} />
export const FactsScreen = () => <Later title="me.title" screen={Facts} />
export const ContactScreen = () => <Later title="contact.title" screen={Contact} />
export const ReadersScreen = () => <Later title="readers.title" screen={Readers} />
export const TalkScreen = () => <Later title="talk.title" screen={Talk} />
export const AskScreen = () => <Later title="ask.title" screen={Ask} />
export const ReportScreen = () => <Later title="report.title" screen={Report} />
export const ComplainScreen = () => <Later title="complain.title" screen={Complain} />
export const ConsentsScreen = () => <Later title="consents.title" screen={Consents} />
export const StartedScreen = () => <Later title="started.title" screen={Started} />
