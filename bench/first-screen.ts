import type { Page } from 'playwright-core'
import { openBrowser, type TestBrowser } from '../tests/browser/browser.ts'
import { type DemoHouse, demoHouse } from '../tests/browser/demo-house.ts'
import { type Bench, median } from './line.ts'

const people = 60
const rounds = 5
const home = '/app/participant'
/** The line and the telephone: 1.6 Mbit/s down, 300 ms there and back, a processor four times slower. */
const slowLine = { offline: false, latency: 300, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowerProcessor = 4
/** The card with the next thing to do, and what is done there. */
const firstAction = '.k-next a, .k-next button'

/**
 * Seconds from the address to a participant's first screen on an old telephone over a slow line: signed in, nothing kept from
 * before, until the answer and its action stand, and the browser is free to act on it. Measured in Chromium.
 */
export const bench: Bench = async (print, say) => {
  const [house, browser] = await Promise.all([demoHouse(people), openBrowser()])
  try {
    const userId = await participant(house, browser)
    const seconds: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const seen = await firstScreen(house, browser, userId)
      const told = `${seen.seconds.toFixed(2)} s, ${seen.requests} requests, ${Math.round(seen.bytes / 1000)} kB`
      say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${told}`)
      if (round > 0) seconds.push(seen.seconds)
    }
    print({ bench: 'first-screen', ours: Math.round(median(seconds) * 100) / 100, unit: 's', most: 2.5 })
  } finally {
    await browser.close()
    await house.drop()
  }
}

type Seen = { readonly seconds: number; readonly requests: number; readonly bytes: number }

async function firstScreen(house: DemoHouse, browser: TestBrowser, userId: string): Promise<Seen> {
  const page = await enter(house, browser, userId)
  await page.addInitScript(watchFor, firstAction)
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', slowLine)
  await line.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  const seen = { requests: 0, bytes: 0 }
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.requests += 1
    seen.bytes += encodedDataLength
  })
  await page.goto(home, { waitUntil: 'commit' })
  const usable = await page.waitForFunction(() => (window as Watched).kromUsable, undefined, {
    timeout: 60_000,
    polling: 100,
  })
  const millis = (await usable.jsonValue()) ?? Number.NaN
  const { requests, bytes } = seen
  await mustReact(page)
  await page.context().close()
  return { seconds: millis / 1000, requests, bytes }
}

type Watched = Window & { kromUsable?: number }

/** In the page: notes when the action stands, a frame has shown it and the browser has nothing left to do before it. */
function watchFor(action: string): void {
  const noted = () => setTimeout(() => Object.assign(window, { kromUsable: performance.now() }))
  const watch = new MutationObserver(() => {
    if (document.querySelector(action) === null) return
    watch.disconnect()
    requestAnimationFrame(noted)
  })
  watch.observe(document, { childList: true, subtree: true })
}

/** What stands there must act: the link leads on. */
async function mustReact(page: Page): Promise<void> {
  const before = page.url()
  await page.locator(firstAction).first().click()
  await page.waitForURL((url) => url.href !== before)
}

async function enter(house: DemoHouse, browser: TestBrowser, userId: string): Promise<Page> {
  const page = await browser.visit(house.origin, { width: 360, height: 740 })
  await house.letIn(page, userId)
  // What is kept on the device is for the next visit; this is the first.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  return page
}

/** Somebody in service whose first thing to do is a link. */
async function participant(house: DemoHouse, browser: TestBrowser): Promise<string> {
  const users = await house.rows<{ id: string }>(`
    select u.id from platform.user_account u join market.v_placement p on p.person_id = u.person_id
     where p.last_day is null group by u.id order by u.id`)
  for (const { id } of users) {
    const page = await enter(house, browser, id)
    await page.goto(home)
    await page.locator('.k-next').waitFor()
    const isLink =
      (await page
        .locator(firstAction)
        .first()
        .getAttribute('href', { timeout: 500 })
        .catch(() => null)) !== null
    await page.context().close()
    if (isLink) return id
  }
  throw new Error('nobody in the demo world has a first thing to do')
}
