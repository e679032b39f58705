import type { Page } from 'playwright-core'

/** Something that a person had to type or choose from a list because the page did not know it. */
export interface Question {
  readonly who: string
  /** The label of the field. */
  readonly asked: string
  readonly answer: string
  readonly page: string
}

/** Notes every field that is typed into or chosen in on a page, whoever fills it in; the last answer of a field on a page counts. */
export async function questionsOf(page: Page, who: string): Promise<() => readonly Question[]> {
  const asked = new Map<string, Question>()
  await page.exposeFunction('kromAsked', (at: string, label: string, answer: string) => {
    asked.set(`${at} ${label}`, { who, asked: label, answer, page: at })
  })
  await page.addInitScript(() => {
    const note = (event: Event) => {
      const field = event.target
      const isField =
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
      if (!isField || ['radio', 'checkbox', 'file', 'search'].includes(field.type)) return
      const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? field.name
      const words = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.textContent ?? '') : field.value
      // Each day and form of the same address is another page.
      const form = field.closest('form, article, section')?.querySelector('h1, h2, h3, h4, button')?.textContent ?? ''
      void (window as unknown as { kromAsked: (...all: string[]) => Promise<void> }).kromAsked(
        `${location.pathname} ${form}`,
        label.trim(),
        words.trim(),
      )
    }
    document.addEventListener('input', note, true)
  })
  return () => [...asked.values()].filter((one) => one.answer !== '')
}

/**
 * Pairs of questions that had the same answer: something was typed twice that the house knew. A number of a few figures is
 * the same by chance and is told apart by its label.
 */
export function askedTwice(questions: readonly Question[]): readonly (readonly [Question, Question])[] {
  const same = (one: Question, other: Question) =>
    one.answer === other.answer && (/[^\d.,:]/.test(one.answer) || one.answer.length > 5 || one.asked === other.asked)
  return questions.flatMap((one, index) =>
    questions.slice(index + 1).flatMap((other) => (same(one, other) ? [[one, other] as const] : [])),
  )
}
