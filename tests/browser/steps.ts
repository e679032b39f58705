import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'

/** The steps of one journey, in order. When one fails the others are not tried, and it is told what each page showed. */
export function inSteps(pages: () => readonly Page[]): (name: string, act: () => Promise<void>) => void {
  let broken = false
  return (name, act) => {
    test(name, async (context: TestContext) => {
      if (broken) return context.skip('a step before this one failed')
      broken = true
      await act().catch(async (error) => {
        for (const page of pages()) context.diagnostic(`${page.url()}\n${await page.locator('body').ariaSnapshot()}`)
        throw error
      })
      broken = false
    })
  }
}
