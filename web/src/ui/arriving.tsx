import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { activeLanguage, type Language } from '../language/language.ts'

type Arriving<Props> = ComponentType<Props> & {
  /** Starts it on its way before it is drawn. */
  preload: () => void
}

/** A namespace of texts, as `defineTexts` makes it. */
export type Loaded = { load: (wished: Language) => Promise<unknown> }

/**
 * A component in a bundle of its own: drawn once that has come with the texts that it needs, and as `Waiting` until then. `lazy`
 * would do but for a pause: what has made React show a fallback is not shown for 300 ms, however soon it comes.
 */
export function arriving<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType<Props> = Nothing,
  texts: readonly Loaded[] = [],
): Arriving<Props> {
  let come: ComponentType<Props> | undefined
  const bring = async () => {
    const [component] = await Promise.all([load(), ...texts.map((one) => one.load(activeLanguage()))])
    come = component
    return component
  }
  function Arriving(props: Props) {
    const [drawn, setDrawn] = useState(() => ({ Come: come, failure: undefined as { error: unknown } | undefined }))
    const { Come, failure } = drawn
    useEffect(() => {
      if (Come !== undefined) return
      let here = true
      const draw = (next: typeof drawn) => here && setDrawn(next)
      bring().then(
        (Come) => draw({ Come, failure: undefined }),
        (error) => draw({ Come: undefined, failure: { error } }),
      )
      return () => {
        here = false
      }
    }, [Come])
    if (failure !== undefined) throw failure.error
    const waiting = <Waiting {...props} />
    if (Come === undefined) return waiting
    return (
      <Suspense fallback={waiting}>
        <Come {...props} />
      </Suspense>
    )
  }
  return Object.assign(Arriving, { preload: () => void bring().catch(() => undefined) })
}

const Nothing = () => null
