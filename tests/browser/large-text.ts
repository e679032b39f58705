import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { keepPicture } from './browser.ts'
import { addressesOf, type Role, type Visit } from './every-page.ts'
import { fitsInWidth, settled, travel } from './page-acts.ts'

/** With text twice as large as usual: what sticks out, is cut off or lies on top of something else, one line each. */
function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    }
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40) ?? ''}"`
    const owns = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
    const lost: string[] = []
    for (const element of document.querySelectorAll('body *')) {
      if (
        !owns(element) ||
        !seen(element) ||
        element.closest('.k-only-read, .k-strip-scroller, svg, select, option') !== null
      )
        continue
      const { left, right } = element.getBoundingClientRect()
      if (left < -1 || right > document.documentElement.clientWidth + 1) lost.push(`${named(element)} sticks out`)
      const { overflowX, overflowY } = getComputedStyle(element)
      const cut = (over: string, whole: number, shown: number) => /hidden|clip/.test(over) && whole > shown + 1
      if (
        cut(overflowX, element.scrollWidth, element.clientWidth) ||
        cut(overflowY, element.scrollHeight, element.clientHeight)
      )
        lost.push(`${named(element)} is cut off`)
    }
    return [...new Set(lost)]
  })
}

/** Every page of a role on a phone with text twice as large, in the given languages: nothing is lost (WCAG 1.4.4). */
export function testLargeText(role: Role, languages: readonly ('sv-x-latt' | 'ar')[], visit: () => Visit): void {
  for (const language of languages) {
    test(`of the role ${role} is read on a phone at 200 % with nothing lost, in ${language}`, async () => {
      const { house, browser, seats } = visit()
      const { userId, values } = seats[role]
      const page = await browser.visit(house.origin, { width: 320, language })
      await house.letIn(page, userId)
      const faults: string[] = []
      await page.goto('/app/rules')
      await settled(page)
      for (const address of addressesOf(role, values)) {
        await travel(page, address)
        await settled(page)
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
        if (!(await fitsInWidth(page))) faults.push(`${address} scrolls sideways`)
        faults.push(...(await lostText(page)).map((fault) => `${address}: ${fault}`))
        if (address.endsWith(`/${role}/`)) await keepPicture(page, `large-${role}-${language}`)
      }
      await page.context().close()
      assert.deepEqual(faults, [])
      browser.mustBeQuiet()
    })
  }
}
