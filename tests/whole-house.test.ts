import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { withDatabase } from '../src/cli/database.ts'
import { addDays, type Day } from '../src/kernel/day.ts'
import { sweeps } from '../src/server/modules.ts'
import { repositoryRoot } from './source/tree.ts'

const people = 40
const days = 30
const patienceMillis = 180_000
const pollMillis = 100

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  assert.ok(address !== null && typeof address === 'object')
  return address.port
}

/** A browser's cookies and redirects, enough to sign in. */
class Visitor {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()
  csrf = ''

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Follows redirects by hand, since cookies are set on the way. */
  async ask(path: string, options: RequestInit = {}): Promise<Response> {
    let url = new URL(path, this.#origin)
    let next = options
    for (;;) {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(url, { ...next, headers: { ...next.headers, cookie }, redirect: 'manual' })
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        if (value === '') this.#cookies.delete(name)
        else this.#cookies.set(name, value)
      }
      const location = response.headers.get('location')
      if (location === null) return response
      url = new URL(location, url)
      next = {}
    }
  }

  /** Signs in as the system's administrator, through the list of test people. */
  async signIn(subject: string): Promise<void> {
    const list = await this.ask('/sign-in')
    const [, action] = /action="(\/test-people\/[^"]+)"/.exec(await list.text()) ?? []
    assert.ok(action, 'test people are listed')
    await this.ask(action, { method: 'POST', body: new URLSearchParams({ subject }) })
    const session = (await this.json('/api/v1/session')) as { csrfToken: string }
    this.csrf = session.csrfToken
  }

  async json(path: string): Promise<unknown> {
    const response = await this.ask(path)
    assert.equal(response.status, 200, `${path}: ${response.status}`)
    return response.json()
  }

  post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': this.csrf, 'idempotency-key': randomUUID() }
    return this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
}

type Clock = { today: Day; ranTo: Day; running: boolean }

describe('the whole house as a process of its own', () => {
  let folder: string
  let port: number
  let visitor: Visitor
  let subject: string
  const running: ChildProcess[] = []

  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'krom-whole-')))
    port = await freePort()
    process.env.KROM_DATA = join(folder, 'data')
  })
  after(async () => {
    for (const child of running) child.kill('SIGINT')
    await Promise.all(running.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')))
    rmSync(folder, { recursive: true, force: true })
  })

  /** Starts the server; comes back when it is open, or with what it said when it ended. */
  async function start(
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<{ child: ChildProcess; said: string[] }> {
    const child = spawn(process.execPath, ['src/server/main.ts', ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(child)
    const said: string[] = []
    const open = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        assert.ok(stream)
        createInterface({ input: stream }).on('line', (line) => {
          said.push(line)
          if (line.startsWith('Krom is open')) resolve()
        })
      }
    })
    await Promise.race([open, once(child, 'close')])
    return { child, said }
  }

  async function enter(): Promise<void> {
    visitor = new Visitor(`http://localhost:${port}`)
    await visitor.signIn(subject)
  }

  const clock = () => visitor.json('/api/v1/clock') as Promise<Clock>

  /** Asks for the clock until it is as wished. */
  async function clockThat(isSo: (now: Clock) => boolean): Promise<Clock> {
    const until = Date.now() + patienceMillis
    while (Date.now() < until) {
      const now = await clock()
      if (isSo(now)) return now
      await wait(pollMillis)
    }
    return assert.fail('the duties did not come so far in time')
  }

  const rows = <Row>(text: string): Promise<Row[]> =>
    withDatabase(async ({ pool }) => (await pool.query(text)).rows as Row[])

  test('opens with a demo world and runs the days that its administrator moves on', async () => {
    const { child, said } = await start(['--people', String(people)])
    assert.ok(
      said.some((line) => line.startsWith('Krom is open')),
      said.join('\n'),
    )
    const [administrator] = await rows<{ subject: string }>(
      "select u.subject from platform.user_account u join platform.duty d on d.user_id = u.id where d.role = 'administrator' limit 1",
    )
    subject = administrator?.subject ?? ''
    await enter()
    const begun = await clock()
    assert.equal((await visitor.post('/api/v1/clock/forward', { days })).status, 202)
    const midway = await clockThat((now) => now.ranTo > addDays(begun.ranTo, 1))
    assert.ok(midway.ranTo < midway.today, 'days are left to run')
    child.kill('SIGKILL')
    const [, signal] = await once(child, 'exit')
    assert.equal(signal, 'SIGKILL')
  })

  test('after kill -9 in the middle of the days it starts again and ends them, each duty once', async () => {
    const started = performance.now()
    await start([])
    const startMillis = performance.now() - started
    await enter()
    const now = await clockThat((clockNow) => !clockNow.running)
    assert.equal(now.ranTo, now.today)
    const runs = await rows<{ day: Day; n: number }>(
      `select day::text as day, count(*)::int as n from platform.day_run where day > '${addDays(now.today, -days)}' group by day order by day`,
    )
    assert.deepEqual(
      runs.map((run) => run.n),
      Array.from({ length: days }, () => sweeps.length),
    )
    assert.deepEqual(
      await rows(`
        select 'placed twice' as what from market.v_placement a join market.v_placement b on a.case_id = b.case_id and a.placement_id < b.placement_id
           and daterange(a.first_day, a.last_day, '[]') && daterange(b.first_day, b.last_day, '[]')
        union all select 'two drafts' from delivery.periodic_report where version = 1 group by case_id, provider_id, month having count(*) > 1
        union all select 'a sum that is not its lines' from compensation.statement s
           where total_ore <> coalesce((select sum(amount_ore) from compensation.entitlement_line l where l.statement_id = s.id), 0)
        union all select 'paid twice' from compensation.entitlement_line where amount_ore > 0
           group by case_id, provider_id, entitlement_key, amount_ore having count(*) > 1`),
      [],
    )
    assert.ok(startMillis < 60_000, `${Math.round(startMillis)} ms`)
  })

  test('every seal of the audit log holds after the crash', async () => {
    const verify = spawn(process.execPath, ['src/cli/main.ts', 'audit', 'verify'], { cwd: repositoryRoot })
    let said = ''
    verify.stdout.on('data', (chunk) => {
      said += chunk
    })
    const [code] = await once(verify, 'close')
    assert.equal(code, 0, said)
    assert.deepEqual(JSON.parse(said).broken, [])
  })

  test('a second one on the same port says so in one sentence', async () => {
    const { child, said } = await start(['--empty'], { KROM_DATA: join(folder, 'other') })
    if (child.exitCode === null) await once(child, 'exit')
    assert.equal(child.exitCode, 1)
    assert.match(said.at(-1) ?? '', new RegExp(`^Port ${port} is taken by another program: .*\\.$`))
  })

  test('Ctrl-C ends it and leaves no process behind', async () => {
    const child = running[1]
    assert.ok(child)
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    assert.equal(code, 0)
    assert.deepEqual(processesNaming(folder), [])
  })
})

/** Command lines of living processes that name the folder. */
function processesNaming(folder: string): string[] {
  const found: string[] = []
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
      if (line.includes(folder)) found.push(line)
    } catch {
      // It ended while we looked.
    }
  }
  return found
}
