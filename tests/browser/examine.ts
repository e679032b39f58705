import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { fitsInWidth, settled } from './page-acts.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeResults = {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[]
}

/** Colours are half of the work, and the same however wide the page is and whatever language it speaks. */
type Rules = 'all' | 'colours' | 'all but colours'

/** The rules of axe-core, the WCAG 2.2 ones that it leaves out by itself too. */
async function axe(page: Page, rules: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const found = await page.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    const { violations } = await axe.run({
      preload: false,
      resultTypes: ['violations'],
      ...(wanted === 'colours'
        ? { runOnly: ['color-contrast'] }
        : { rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: wanted === 'all' } } }),
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
    )
  }, rules)
  return [...new Set(found)]
}

/** What one cannot hit with a finger: smaller than 24 px either way, and not a link in running text (WCAG 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24
    const selector = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [tabindex="0"]'
    const isInText = (element: Element) => {
      const parent = element.parentElement
      if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline' || parent === null) return false
      return (
        parent.textContent?.trim() !== element.textContent?.trim() || parent.tagName === 'P' || parent.tagName === 'TD'
      )
    }
    const small: string[] = []
    for (const element of document.querySelectorAll(selector)) {
      const target = element.matches('input[type="radio"], input[type="checkbox"]')
        ? (element.closest('label') ?? element)
        : element
      const { width, height } = target.getBoundingClientRect()
      const isSeen = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true })
      if (!isSeen || (width >= least && height >= least) || isInText(element)) continue
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
      small.push(
        `${element.tagName.toLowerCase()} "${name.slice(0, 40)}" is ${Math.round(width)} × ${Math.round(height)} px`,
      )
    }
    return small
  })
}

/** Everything wrong with the page as it stands, one line each; empty when it is well. */
export async function examine(page: Page, where: string, rules: Rules = 'all'): Promise<string[]> {
  await settled(page)
  return examineAsItStands(page, where, rules)
}

/** The same without waiting for what is still on its way. */
export async function examineAsItStands(page: Page, where: string, rules: Rules = 'all'): Promise<string[]> {
  const faults = [...(await axe(page, rules)), ...(await smallTargets(page))]
  if (!(await fitsInWidth(page))) faults.push('scrolls sideways')
  if ((await page.locator('h1').count()) !== 1) faults.push('has not one first heading')
  return faults.map((fault) => `${where}: ${fault}`)
}

/** With twice as large text nothing sticks out sideways (WCAG 1.4.4). */
export async function examineLargeText(page: Page, where: string): Promise<string[]> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  const fits = await fitsInWidth(page)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
  return fits ? [] : [`${where}: scrolls sideways with 200 % text`]
}

/**
 * Goes through the page with Tab alone. Every stop must be seen and show that it is where one is; the stops come back
 * by name, so that the caller can ask whether what matters is among them.
 */
export async function walkByKeyboard(page: Page, where: string): Promise<{ stops: string[]; faults: string[] }> {
  const [stops, faults]: [string[], string[]] = [[], []]
  const most = 150
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const first = element.hasAttribute('data-walked')
      element.setAttribute('data-walked', '')
      const marks = [element, element.parentElement, element.closest('label')].filter((one) => one !== null)
      const shows = (one: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
      }
      const inside = [...element.querySelectorAll('*')].slice(0, 5)
      const { bottom, top } = element.getBoundingClientRect()
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
      return {
        again: first,
        name: `${element.tagName.toLowerCase()} ${name.slice(0, 60)}`,
        shows: [...marks, ...inside].some(shows),
        seen: bottom > 0 && top < window.innerHeight,
      }
    })
    if (stop === null || stop.again) break
    stops.push(stop.name)
    if (!stop.shows) faults.push(`${where}: nothing shows that the focus is on ${stop.name}`)
    if (!stop.seen) faults.push(`${where}: the focus went out of sight, to ${stop.name}`)
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked')
  })
  return { stops, faults }
}
