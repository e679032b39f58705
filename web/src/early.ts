/*
 * Asks for what the first screen draws while its scripts are still on their way: over a slow line they take seconds. Written
 * into the page as it is (web/build/early-script.ts), so it stands by itself, and asks what `api/client.ts` would ask.
 */

type Reply = { today?: string; person?: { caseId: string } | null }

const known = /(?:^|; )krom-language=(sv|sv-x-latt|en|ar)(?:;|$)/.exec(document.cookie)?.[1]
const wished = navigator.languages.map((tag) => tag.split('-')[0] ?? '').find((tag) => /^(sv|en|ar)$/.test(tag))
const language = known ?? wished ?? 'sv'
const answers: Record<string, Promise<Response>> = {}

function ask(path: string): Promise<Reply> {
  const headers = { accept: 'application/json', 'accept-language': language }
  const answer = fetch(`/api/v1${path}`, { headers, credentials: 'same-origin' })
  answers[path] = answer
  return answer.then((got) => (got.ok ? got.clone().json() : {}))
}

/** `2022-01` gives `2021-12`. */
function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** The participant's home: who it is and which day, and then what the case has. */
async function askOwnWay(session: Promise<Reply>): Promise<void> {
  const [{ today }, { person }] = await Promise.all([session, ask('/persons/me')])
  if (!today || !person) return
  const path = `/cases/${person.caseId}`
  const month = today.slice(0, 7)
  const needed = [
    '/actions',
    '/catalogue?limit=1',
    '/delivery',
    '/assessment-explained',
    `/log?month=${monthBefore(month)}`,
    `/log?month=${month}`,
    '/dialogue',
  ]
  for (const each of needed) void ask(path + each).catch(() => undefined)
}

const session = ask('/session')
/** The participant's home is asked for whole; every other screen of theirs begins with who it is. */
function askFirst(): Promise<unknown> {
  const screen = /^\/app\/participant(?:\/(.*))?$/.exec(location.pathname)
  if (screen === null) return session
  return screen[1] ? Promise.all([session, ask('/persons/me')]) : askOwnWay(session)
}

const asked = askFirst().catch(() => undefined)
Object.assign(window, { kromEarly: { language, answers, asked } })
