import { isDay, type Month } from '../../../src/kernel/day.ts'
import type { CaseAction } from '../api/case.ts'
import type { Speaker } from '../language/define-texts.ts'
import type { makeFormat } from '../language/format.ts'
import type { TaskText } from '../language/texts/tasks.sv.ts'

type Say = Speaker<TaskText>
type Format = ReturnType<typeof makeFormat>
type Why = { code: string; values?: Readonly<Record<string, string | number>> | undefined }

/** What a work item asks for; a kind that came after these texts is told in general words. */
export function taskWords(kind: string, say: Say): string {
  const key = `task.${kind}`
  return say.knows(key) ? say(key) : say('task.other')
}

/** Why a work item is there now; days and months as people read them. */
export function whyWords(why: Why, say: Say, format: Format): string {
  const key = `why.${why.code}`
  const values = Object.entries(why.values ?? {}).map(([name, value]) => [name, readable(value, format)] as const)
  return say.knows(key) ? say(key, Object.fromEntries(values)) : say('why.other')
}

/** An act of staff by its name; null for one that has no words, so that nothing nameless is offered. */
export function actionWords(action: CaseAction, say: Say): string | null {
  const key = `action.${action.name}`
  return say.knows(key) ? say(key) : null
}

function readable(value: string | number, format: Format): string | number {
  if (typeof value === 'number') return value
  if (isDay(value)) return format.day(value)
  return /^\d{4}-\d{2}$/.test(value) ? format.month(value as Month) : value
}
