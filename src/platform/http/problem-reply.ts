import type { Problem } from '../../kernel/problem.ts'
import type { Language, ProblemTexts, Text } from '../problems.ts'

/** RFC 9457 with the words of the reader's language; `cure` says what to do. */
export interface ProblemReply {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly field?: string
  readonly problems?: readonly ProblemReply[]
}

/** Words a problem for its reader. A code without a text is a fault in the code, told as such in the log by `went-wrong`. */
export function problemReply(problem: Problem, texts: ProblemTexts, language: Language): ProblemReply {
  const entry = texts[problem.code]
  if (!entry) throw new Error(`the problem code ${problem.code} has no text`)
  const words = textIn(entry, language)
  const values = { ...problem.values, ...(problem.field ? { field: problem.field } : {}) }
  return {
    type: `/problems/${problem.code}`,
    title: filled(words.title, values),
    status: entry.status,
    detail: filled(words.cure, values),
    code: problem.code,
    ...(problem.field ? { field: problem.field } : {}),
    ...(problem.problems ? { problems: problem.problems.map((one) => problemReply(one, texts, language)) } : {}),
  }
}

function textIn(entry: ProblemTexts[string], language: Language): Text {
  if (language === 'ar') return entry.ar ?? entry.en
  if (language === 'sv-x-latt') return entry['sv-x-latt'] ?? entry.sv
  return entry[language]
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
