import { sql } from 'kysely'
import type { CaseId, LetterId, PersonId } from '../kernel/ids.ts'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'

/** A letter's words: the most important first, one thought a paragraph. */
export interface LetterText {
  readonly language: 'sv' | 'sv-x-latt' | 'en' | 'ar'
  readonly title: string
  /** Receiver's name and address lines, date and reference, as printed above the text. */
  readonly head: readonly string[]
  readonly paragraphs: readonly string[]
  /** Pairs shown as a small table, e.g. first and last day. */
  readonly facts?: readonly (readonly [string, string])[]
  readonly foot: readonly string[]
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}' +
  'header p{margin:0}h1{font-size:1.4rem;margin:2rem 0 1rem}table{border-collapse:collapse;margin:1rem 0}' +
  'th,td{text-align:start;padding:.3rem 1rem .3rem 0;border-bottom:1px solid #ccc;vertical-align:top}footer{margin-top:2rem;border-top:1px solid #ccc;font-size:.9rem}' +
  '@media print{body{margin:0;max-width:none}@page{margin:2.5cm}}'

/** The letter as one self-contained HTML page with print styles; nothing is fetched. */
export function letterHtml(text: LetterText): string {
  const lines = (list: readonly string[]) => list.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
  const facts = (text.facts ?? [])
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('')
  const direction = text.language === 'ar' ? 'rtl' : 'ltr'
  return (
    `<!doctype html><html lang="${text.language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escapeHtml(text.title)}</title><style>${style}</style></head><body><header>${lines(text.head)}</header>` +
    `<main><h1>${escapeHtml(text.title)}</h1>${lines(text.paragraphs)}${facts ? `<table><tbody>${facts}</tbody></table>` : ''}</main>` +
    `<footer>${lines(text.foot)}</footer></body></html>`
  )
}

/** A letter to be frozen. */
export interface Letter {
  /** Given where something else that is written at the same time refers to it. */
  readonly id?: LetterId
  readonly kind: string
  readonly personId: PersonId
  readonly caseId: CaseId
  readonly text: LetterText
}

/** Freezes a letter with its hash, as it was when the decision was made (house section 3). */
export async function freezeLetter(context: Context, letter: Letter): Promise<LetterId> {
  const [id] = await freezeLetters(context, [letter])
  if (id === undefined) throw new Error('a letter was not given a key')
  return id
}

/** `freezeLetter` for many, in one statement; the keys come in the order of the letters. */
export async function freezeLetters(context: Context, letters: readonly Letter[]): Promise<LetterId[]> {
  if (letters.length === 0) return []
  const rows = letters.map(({ id, kind, personId, caseId, text }) => ({
    id: id ?? newId<LetterId>(),
    kind,
    person_id: personId,
    case_id: caseId,
    language: text.language,
    title: text.title,
    html: letterHtml(text),
  }))
  await sql`
    insert into platform.letter (id, kind, person_id, case_id, language, title, html, sha256, frozen_at, frozen_by)
    select r.id, r.kind, r.person_id, r.case_id, r.language, r.title, r.html, sha256(convert_to(r.html, 'UTF8')), ${context.now}, ${context.actor.userId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, kind text, person_id uuid, case_id uuid, language text, title text, html text)`.execute(
    context.db,
  )
  return rows.map((row) => row.id)
}
