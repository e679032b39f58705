import type { QueryClient } from '@tanstack/react-query'
import { earlyAsked } from './api/early-answers.ts'
import { sessionQuery } from './api/session.ts'
import { apiQuery } from './api/use-api.ts'
import { activateLanguage, rememberedLanguage } from './language/language.ts'
import { shellTexts } from './language/shell-texts.ts'
import { router } from './router.tsx'

/** A reader sees that something is coming rather than nothing for longer than this. */
const patienceMs = 1000

/**
 * Waits, but not long, for what the first screen is made of: its bundle, its texts and the answers that the page has asked for
 * already. Drawn once when it is there, it stands sooner than drawn in steps, each of which a slow processor pays for.
 */
export async function firstScreenReady(client: QueryClient): Promise<void> {
  const language = rememberedLanguage()
  activateLanguage(language)
  const answers = earlyAsked().then((asked) =>
    Promise.all(asked.map(({ path, query }) => client.prefetchQuery(apiQuery(path, query)))),
  )
  const parts = [router.load(), shellTexts.load(language), client.prefetchQuery(sessionQuery), answers]
  await Promise.race([Promise.allSettled(parts), new Promise((done) => setTimeout(done, patienceMs))])
}
