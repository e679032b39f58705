import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { keepPicture } from './browser.ts'

type Within = Page | Locator

/** A label begins so; what follows is "(frivilligt)" or help. */
const begins = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

export const fill = (within: Within, label: string, value: string): Promise<void> =>
  within.getByRole('textbox', { name: begins(label) }).fill(value)

/** A radio or tick of the design system lies hidden under its own label; `force` presses what is seen there. */
export const pick = (within: Within, label: string | RegExp): Promise<void> =>
  within.getByRole('radio', { name: typeof label === 'string' ? begins(label) : label }).check({ force: true })

export const tick = (within: Within, label: string): Promise<void> =>
  within.getByRole('checkbox', { name: begins(label) }).check({ force: true })

export const choose = async (within: Within, label: string, choice: string): Promise<void> => {
  await within.getByRole('combobox', { name: begins(label) }).selectOption({ label: choice })
}

export const press = (within: Within, name: string | RegExp): Promise<void> =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()

export const follow = (within: Within, name: string | RegExp): Promise<void> =>
  within
    .getByRole('link', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click()

/** Waits for the page's own words about what just happened. */
export const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('main').getByRole('status').getByText(words).first().waitFor()

export const titled = (page: Page, title: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title }).waitFor()

/** Presses a button that asks once before it does; the second press is a double one. */
export async function confirm(page: Page, name: string | RegExp): Promise<void> {
  await press(page, name)
  await page
    .getByRole('dialog')
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .dblclick()
}

/** The first screen of a role at both widths: nothing beside the page at 320 px, and a picture of each if asked for. */
export async function lookAtFirstScreen(page: Page, role: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.reload()
    await settled(page)
    assert.ok(await fitsInWidth(page), `${role} at ${width} px does not scroll sideways`)
    await keepPicture(page, `${role}-${width}`)
  }
  await page.setViewportSize(before)
}

/** Goes on to an address as a link within the app does, without loading the app anew; the page that is left must not stand any more. */
export async function travel(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '')
    history.pushState({}, '', to)
  }, address)
  await page.waitForFunction(
    () => document.querySelector('h1:not([data-left])') && !document.querySelector('[data-left]'),
  )
}

/** Waits until the page has its title and nothing on it says that it waits. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && !document.querySelector('.k-loading-bar, [aria-busy="true"]'),
  )
}

export const fitsInWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
