import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import {
  activateLanguage,
  factsOf,
  type Language,
  languageAmong,
  languages,
  rememberedLanguage,
  rememberLanguage,
} from './language.ts'

type LanguageState = {
  /** The language of this part of the page. */
  language: Language
  /** What the reader asked for; a staff screen may not speak it. */
  chosen: Language
  spoken: readonly Language[]
  choose: (language: Language) => void
}

const LanguageContext = createContext<LanguageState | null>(null)

/** Holds the reader's choice of language for the whole app. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(rememberedLanguage)
  const choose = useCallback((language: Language) => {
    rememberLanguage(language)
    // A transition keeps the page, and what is typed on it, while the new texts load.
    startTransition(() => setChosen(language))
  }, [])
  const state = useMemo(() => ({ language: chosen, chosen, spoken: languages, choose }), [chosen, choose])
  return <Spoken state={state}>{children}</Spoken>
}

/** Limits a part of the app to the languages it has texts in. */
export function LanguageScope({ spoken, children }: { spoken: readonly Language[]; children: ReactNode }) {
  const { chosen, choose } = useLanguage()
  const language = languageAmong(chosen, spoken)
  const state = useMemo(() => ({ language, chosen, spoken, choose }), [language, chosen, spoken, choose])
  return <Spoken state={state}>{children}</Spoken>
}

function Spoken({ state, children }: { state: LanguageState; children: ReactNode }) {
  return (
    <LanguageContext value={state}>
      <I18nProvider locale={factsOf[state.language].format}>{children}</I18nProvider>
    </LanguageContext>
  )
}

/** Tells the page itself (`lang`, `dir`) and the API which language this screen speaks. Used once, by the page frame. */
export function usePageLanguage(): void {
  const { language } = useLanguage()
  useLayoutEffect(() => activateLanguage(language), [language])
}

/** The language of this part of the page and how to change it. */
export function useLanguage(): LanguageState {
  const state = use(LanguageContext)
  if (state === null) throw new Error('useLanguage needs a LanguageProvider above it')
  return state
}
