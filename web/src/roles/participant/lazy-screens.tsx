import type { ReactNode } from 'react'
import { finalTexts } from '../../language/final-texts.ts'
import { hoursTexts } from '../../language/hours-texts.ts'
import { planTexts } from '../../language/plan-texts.ts'
import { stepTexts } from '../../language/step-texts.ts'
import { arriving, type Loaded } from '../../ui/arriving.tsx'
import { calendarTexts } from '../../ui/calendar/texts.ts'
import { dialogueTexts } from '../../ui/dialogue/texts.ts'
import { jobsTexts } from '../../ui/jobs/texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { Loading } from '../../ui/states.tsx'
import { owedTexts, type ParticipantText, useText, weekTexts } from './texts.ts'

/**
 * A screen with a form, or one that is seldom opened, comes when it is opened, not with the first screen; with it its own texts, so
 * that it need not wait for them afterwards. Its title is there at once. The one that the page was opened at starts at once, beside
 * the sign-in's answer.
 */
function opened<Name extends string>(
  address: string,
  title: ParticipantText,
  load: () => Promise<{ [Key in Name]: () => ReactNode }>,
  name: Name,
  texts: readonly Loaded[] = [],
) {
  const screen = arriving(
    async () => (await load())[name],
    () => <Coming title={title} />,
    texts,
  )
  if (location.pathname === `/app/participant${address}`) screen.preload()
  return screen
}

function Coming({ title }: { title: ParticipantText }) {
  const text = useText()
  return (
    <Screen title={text(title)}>
      <Loading />
    </Screen>
  )
}

export const RegisterScreen = opened(
  '/register',
  'register.title',
  () => import('./register-screen.tsx'),
  'RegisterScreen',
)
export const NoticeScreen = opened('/notice', 'notice.title', () => import('./notice-screen.tsx'), 'NoticeScreen')
export const WhyScreen = opened('/why', 'why.title', () => import('./why-screen.tsx'), 'WhyScreen')
export const ChooseScreen = opened('/choose', 'choose.title', () => import('./choose-screen.tsx'), 'ChooseScreen')
export const ChoiceScreen = opened('/choose/', 'choose.title', () => import('./choice-screen.tsx'), 'ChoiceScreen')
export const ChosenScreen = opened('/chosen', 'choose.title', () => import('./chosen-screen.tsx'), 'ChosenScreen')
export const HelpScreen = opened('/help', 'help.title', () => import('./help-screen.tsx'), 'HelpScreen')
export const OwedScreen = opened('/owed', 'owed.title', () => import('./owed-screen.tsx'), 'OwedScreen', [
  owedTexts,
  stepTexts,
])
export const JobsScreen = opened('/jobs', 'jobs.title', () => import('./jobs-screen.tsx'), 'JobsScreen', [jobsTexts])
export const PlanScreen = opened('/plan', 'plan.title', () => import('./plan-screen.tsx'), 'PlanScreen', [
  finalTexts,
  planTexts,
  stepTexts,
])
export const MonthScreen = opened('/month', 'month.title', () => import('./month-screen.tsx'), 'MonthScreen', [
  hoursTexts,
  stepTexts,
])
export const WeekScreen = opened('/week', 'week.title', () => import('./week-screen.tsx'), 'WeekScreen', [
  weekTexts,
  stepTexts,
])
export const LettersScreen = opened(
  '/letters',
  'letters.title',
  () => import('./letters-screen.tsx'),
  'LettersScreen',
  [stepTexts],
)
export const HistoryScreen = opened(
  '/history',
  'history.title',
  () => import('./history-screen.tsx'),
  'HistoryScreen',
  [stepTexts],
)
export const FactsScreen = opened('/me', 'me.title', () => import('./facts-screen.tsx'), 'FactsScreen', [calendarTexts])
export const ContactScreen = opened(
  '/me/contact',
  'contact.title',
  () => import('./contact-screen.tsx'),
  'ContactScreen',
)
export const ReadersScreen = opened(
  '/me/readers',
  'readers.title',
  () => import('./readers-screen.tsx'),
  'ReadersScreen',
)
export const TalkScreen = opened('/talk', 'talk.title', () => import('./talk-screen.tsx'), 'TalkScreen', [
  dialogueTexts,
])
export const AskScreen = opened('/ask', 'ask.title', () => import('./ask-screen.tsx'), 'AskScreen', [dialogueTexts])
export const ReportScreen = opened('/report', 'report.title', () => import('./report-screen.tsx'), 'ReportScreen', [
  dialogueTexts,
  stepTexts,
])
export const ComplainScreen = opened(
  '/complain',
  'complain.title',
  () => import('./complain-screen.tsx'),
  'ComplainScreen',
  [dialogueTexts],
)
export const ConsentsScreen = opened(
  '/me/consents',
  'consents.title',
  () => import('./consents-screen.tsx'),
  'ConsentsScreen',
  [dialogueTexts],
)
export const StartedScreen = opened('/started', 'started.title', () => import('./started-screen.tsx'), 'StartedScreen')
