import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import type { Day } from '../../src/kernel/day.ts'
import { buildWeb } from '../../src/server/web-build.ts'
import { type TestHouse, testHouse } from '../house.ts'

export interface OpenHouse extends TestHouse {
  /** The address that browsers use. */
  readonly origin: string
}

/** The whole house on a test database, with the web built and its door open on a free port. */
export async function openHouse(today: Day): Promise<OpenHouse> {
  await buildWeb(() => undefined)
  const port = await freePort()
  return { ...(await testHouse(today, { port })), origin: `http://localhost:${port}` }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** Signs in as a test person, through the list that stands in for an e-identification. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('heading', { name: 'Välj testperson' }).waitFor()
  await page.getByRole('button', { name }).click()
  await page.waitForURL(/\/app\/[a-z]+/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Signs out here and at the test identification too. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Logga ut' }).click()
  await page.getByRole('button', { name: 'Ja, logga ut helt' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}
