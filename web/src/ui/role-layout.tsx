import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { type Texts, useTexts } from '../language/define-texts.ts'
import { LanguageScope } from '../language/language-provider.tsx'
import { PageFrame } from './page-frame.tsx'
import { Loading, LoadingBars } from './states.tsx'

type Props<Key extends string> = {
  texts: Texts<Key>
  /** The role's places; the first is its home. `text` and `under` are keys of the role's own texts: lesser places stand under a word. */
  navigation: readonly { to: string; text: Key; under?: Key }[]
  width?: 'narrow' | 'wide'
  /** Stands first on every screen of the role. */
  strip?: ReactNode
}

/** The frame of one role's screens, in the languages that the role speaks. */
export function RoleLayout<Key extends string>(props: Props<Key>) {
  return (
    <LanguageScope spoken={props.texts.languages}>
      <Suspense fallback={<LoadingBars />}>
        <Framed {...props} />
      </Suspense>
    </LanguageScope>
  )
}

function Framed<Key extends string>({ texts, navigation, width = 'wide', strip }: Props<Key>) {
  const text = useTexts(texts)
  return (
    <PageFrame
      width={width}
      navigation={navigation.map((item) => ({
        to: item.to,
        label: text(item.text),
        ...(item.under && { under: text(item.under) }),
      }))}
      strip={strip}
    >
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </PageFrame>
  )
}
