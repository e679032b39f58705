import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Screen } from '../../ui/screen.tsx'
import { Loading } from '../../ui/states.tsx'
import { type ParticipantText, useText } from './texts.ts'

/** A screen with a form, or one that is seldom opened, comes when it is opened, not with the first screen. */
const opened = <Name extends string>(load: () => Promise<{ [Key in Name]: () => ReactNode }>, name: Name) =>
  lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }))

const Register = opened(() => import('./register-screen.tsx'), 'RegisterScreen')
const Notice = opened(() => import('./notice-screen.tsx'), 'NoticeScreen')
const Why = opened(() => import('./why-screen.tsx'), 'WhyScreen')
const Choose = opened(() => import('./choose-screen.tsx'), 'ChooseScreen')
const Choice = opened(() => import('./choice-screen.tsx'), 'ChoiceScreen')
const Chosen = opened(() => import('./chosen-screen.tsx'), 'ChosenScreen')
const Help = opened(() => import('./help-screen.tsx'), 'HelpScreen')
const Owed = opened(() => import('./owed-screen.tsx'), 'OwedScreen')
const Jobs = opened(() => import('./jobs-screen.tsx'), 'JobsScreen')
const Plan = opened(() => import('./plan-screen.tsx'), 'PlanScreen')
const Month = opened(() => import('./month-screen.tsx'), 'MonthScreen')
const Week = opened(() => import('./week-screen.tsx'), 'WeekScreen')
const Letters = opened(() => import('./letters-screen.tsx'), 'LettersScreen')
const History = opened(() => import('./history-screen.tsx'), 'HistoryScreen')
const Facts = opened(() => import('./facts-screen.tsx'), 'FactsScreen')
const Contact = opened(() => import('./contact-screen.tsx'), 'ContactScreen')
const Readers = opened(() => import('./readers-screen.tsx'), 'ReadersScreen')
const Talk = opened(() => import('./talk-screen.tsx'), 'TalkScreen')
const Ask = opened(() => import('./ask-screen.tsx'), 'AskScreen')
const Report = opened(() => import('./report-screen.tsx'), 'ReportScreen')
const Complain = opened(() => import('./complain-screen.tsx'), 'ComplainScreen')
const Consents = opened(() => import('./consents-screen.tsx'), 'ConsentsScreen')
const Started = opened(() => import('./started-screen.tsx'), 'StartedScreen')

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
