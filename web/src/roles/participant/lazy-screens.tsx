import { type ComponentType, lazy } from 'react'

/** A screen with a form, or one that is seldom opened: it comes when it is opened, not with the first screen. */
const later = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => load().then((screens) => ({ default: screens[name] })))

export const RegisterScreen = later(() => import('./register-screen.tsx'), 'RegisterScreen')
export const NoticeScreen = later(() => import('./notice-screen.tsx'), 'NoticeScreen')
export const WhyScreen = later(() => import('./why-screen.tsx'), 'WhyScreen')
export const ChooseScreen = later(() => import('./choose-screen.tsx'), 'ChooseScreen')
export const ChoiceScreen = later(() => import('./choice-screen.tsx'), 'ChoiceScreen')
export const ChosenScreen = later(() => import('./chosen-screen.tsx'), 'ChosenScreen')
export const HelpScreen = later(() => import('./help-screen.tsx'), 'HelpScreen')
export const PlanScreen = later(() => import('./plan-screen.tsx'), 'PlanScreen')
export const MonthScreen = later(() => import('./month-screen.tsx'), 'MonthScreen')
export const LettersScreen = later(() => import('./letters-screen.tsx'), 'LettersScreen')
export const HistoryScreen = later(() => import('./history-screen.tsx'), 'HistoryScreen')
export const FactsScreen = later(() => import('./facts-screen.tsx'), 'FactsScreen')
export const ContactScreen = later(() => import('./contact-screen.tsx'), 'ContactScreen')
export const ReadersScreen = later(() => import('./readers-screen.tsx'), 'ReadersScreen')
export const StartedScreen = later(() => import('./started-screen.tsx'), 'StartedScreen')
