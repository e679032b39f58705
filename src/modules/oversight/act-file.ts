import type { Day } from '../../kernel/day.ts'
import { type ActLanguage, evidenceOf } from './act-evidence.ts'
import type { ActFigures } from './act-figures.ts'
import { articles, type Both, dutyTexts, gapTexts, labels, placeTexts } from './act-file.texts.ts'
import type { ActDuty, ActFileReply } from './contract/act-file.ts'

/** What the authority has written on a point of the file. */
export interface Statement {
  readonly point: string
  readonly words: string
  readonly onDay: Day
  readonly byName: string | null
}

/** Where each page stands for the reader's role. */
export type Places = Readonly<Record<keyof typeof placeTexts, string>>

/** The file as the reader sees it: each duty, what the system shows of it, where, what is missing and what only people can write. */
export function actFileOf(
  figures: ActFigures,
  statements: readonly Statement[],
  language: ActLanguage,
  places: Places,
): ActFileReply {
  const told = (text: Both): string => text[language]
  const { model } = figures
  return {
    onDay: figures.onDay,
    from: figures.days.from,
    model: model.name,
    synthetic: model.card.data.synthetic,
    note: told(model.note),
    duties: articles.map((article): ActDuty => {
      const text = dutyTexts[article]
      const evidence = evidenceOf(article, figures, language)
      const points = text.points.map(({ code, asks }) => {
        const said = statements.find((one) => one.point === code)
        return {
          code,
          asks: told(asks),
          words: said?.words ?? null,
          onDay: said?.onDay ?? null,
          byName: said?.byName ?? null,
        }
      })
      const toWrite = points.some((point) => point.words === null)
      return {
        article,
        title: told(text.title),
        duty: told(text.duty),
        shows: evidence.shows.map(([label, value]) => ({ label: told(labels[label]), value })),
        where: evidence.where.map((place) => ({ label: told(placeTexts[place]), address: places[place] })),
        points,
        state: evidence.gaps.length > 0 ? 'gap' : toWrite ? 'to-write' : 'shown',
        gaps: evidence.gaps.map((gap) => told(gapTexts[gap])),
      }
    }),
  }
}

/** Whether the file asks the authority to write on the point. */
export function isPoint(code: string): boolean {
  return articles.some((article) => dutyTexts[article].points.some((point) => point.code === code))
}
