/** `20221003`, `2022/10/3` and `2022.10.03` all mean `2022-10-03`; anything else stays as typed. */
export function tidyDay(typed: string): string {
  const parts = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(typed.trim())
  if (parts === null) return typed.trim()
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Keeps a day or a number in its own order inside right-to-left text (Unicode isolates). */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`
