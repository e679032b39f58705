import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Which Chromium: the machine's own where it has one, or the one that comes with the packages. */
export type Which = 'own' | 'bundled'

export interface Look {
  readonly width: number
  readonly height?: number
  readonly dark?: boolean
  /** Remembered language, as the language picker keeps it. */
  readonly language?: 'sv' | 'sv-x-latt' | 'en' | 'ar'
}

/** One Chromium for a test file. Whatever a page does that no page of ours may do is kept until `mustBeQuiet`. */
export interface TestBrowser {
  readonly version: string
  /** A visitor of one's own: no cookies, nothing remembered. */
  visit(origin: string, look: Look): Promise<Page>
  /** Throws when a page has asked a foreign host for anything, broken its content policy or thrown an error. */
  mustBeQuiet(): void
  close(): Promise<void>
}

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const names = ['chromium', 'google-chrome']

/** Nothing of Chromium's own goes out, and no name but localhost leads anywhere. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
]

/** Starts a Chromium without a window. `KROM_CHROMIUM=bundled` overrides what the test asks for. */
export async function openBrowser(which: Which = 'own'): Promise<TestBrowser> {
  const own = which === 'bundled' || process.env.KROM_CHROMIUM === 'bundled' ? undefined : ownChromium()
  const found = own === undefined ? await bundledChromium() : { path: own, args: [] }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const folder = mkdtempSync(join(tmpdir(), 'krom-chromium-'))
  const faults: string[] = []
  // A profile of its own each time: nothing is left from an earlier run.
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...new Set([...found.args, ...flags, ...asRoot, `--disk-cache-dir=${join(folder, 'cache')}`])],
    env: { ...definedEnvironment(), HOME: folder },
    chromiumSandbox: asRoot.length === 0 && own !== undefined,
  })
  return {
    version: browser.version(),
    async visit(origin, look) {
      const context = await newContext(browser, origin, look)
      watch(context, origin, faults)
      return context.newPage()
    },
    mustBeQuiet() {
      const told = faults.splice(0)
      if (told.length > 0) throw new Error(`pages did what no page may do:\n${told.join('\n')}`)
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function newContext(browser: Browser, origin: string, look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: look.width, height: look.height ?? 900 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  if (look.language) await context.addCookies([{ name: 'krom-language', value: look.language, url: origin }])
  return context
}

/** Keeps foreign requests, broken content policies and uncaught errors of every page of a visitor. */
function watch(context: BrowserContext, origin: string, faults: string[]): void {
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!/^https?:$/.test(url.protocol) || url.origin === origin) return
    const asker = request.serviceWorker()?.url() ?? request.frame().url()
    faults.push(`${asker} asked ${url.href}`)
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) faults.push(`${page.url()} asked ${socket.url()}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().stack}`))
}

/** Keeps a picture of the page in the folder that KROM_SCREENSHOTS names; without it, nothing. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.KROM_SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

function ownChromium(): string | undefined {
  return places.find((path) => existsSync(path)) ?? names.map(pathOf).find((path) => path !== undefined)
}

function pathOf(name: string): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** The Chromium that lies packed in a package; it brings its own libraries only where it believes to be in a function. */
async function bundledChromium(): Promise<{ path: string; args: readonly string[] }> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  bundled.setGraphicsMode = false
  // Its own list of flags turns off web security; these are the ones that it cannot do without.
  return { path: await bundled.executablePath(), args: ['--no-sandbox', '--no-zygote', '--disable-webgl'] }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
