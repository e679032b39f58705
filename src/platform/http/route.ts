import type { z } from 'zod'
import type { PersonId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { SignedInRole } from '../actor.ts'
import type { Context } from '../context.ts'
import type { SystemPurpose } from '../own-system/purposes.ts'
import type { Language } from '../problems.ts'
import type { Entered } from './entered.ts'

/** A file that came in one part of a form; bytes are held in memory, so every such route names its limit. */
export interface Upload {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** A reply that is not JSON: a letter, a table, a document. */
export interface Download {
  readonly body: string | Buffer
  /** Given: the browser saves it under this name instead of showing it. */
  readonly fileName?: string
  /** Overrides the route's own media type, e.g. for evidence. */
  readonly mediaType?: string
}

/** A reply that the database has already written as JSON: sent as it is, parsed only where its parts are needed. */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** So that it is stored and compared like any other reply. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/** Marks text that is JSON already, e.g. from `json_build_object(…)::text`; it must have the route's reply shape. */
export function jsonText(text: string): JsonText {
  return new JsonText(text)
}

type Shape = z.ZodType | undefined
type Of<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

/** A statement and its values. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Common<P extends Shape, Q extends Shape, B extends Shape> {
  /** Path under /api/v1; never a person number in it. */
  readonly path: `/${string}`
  /** camelCase name, unique over all routes: operationId in the description and name in the audit log. */
  readonly operation: string
  readonly summary: string
  readonly module: string
  /** Who may call; the access matrix tries everyone else. */
  readonly may: readonly SignedInRole[] | 'public' | 'signed-in'
  /** A provider's own system may call it too, with a key for this purpose; no key opens anything else (decision 0015). */
  readonly ownSystem?: SystemPurpose
  /** Why personal data is read or written here; stands in the audit log. */
  readonly purpose: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
}

export interface RequestParts<P extends Shape, Q extends Shape, B extends Shape> {
  readonly params: Of<P>
  readonly query: Of<Q>
  readonly body: Of<B>
  /** Only on routes that state `uploadBytes`. */
  readonly upload: Upload | undefined
  readonly language: Language
  /** Who is signed in under which duty, and the day; for the session's own page. */
  readonly session: Entered
}

/** A statement with a read's whole answer, for the hottest reads; nothing of the module runs in between. */
export interface Glance<P extends Shape> {
  /** Nobody's duty is checked when it runs, so row-level security must guard every table in it; a refusal throws it away. */
  statement(params: Of<P>): Statement
  /** The answer and whom it shows; null where `handle` has to answer. */
  answer(rows: readonly unknown[]): { readonly persons: readonly PersonId[]; readonly reply: JsonText } | null
}

export interface JsonRoute<P extends Shape, Q extends Shape, B extends Shape, R extends z.ZodType>
  extends Common<P, Q, B> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly reply: R
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202
  readonly uploadBytes?: number
  /** Of an answer with a secret that is shown once: the answer as it is kept, and given to who sends the same key again. */
  kept?(reply: z.input<R>): z.input<R>
  /** For a hot read: an answer that one statement finds, sent together with the sign-in. */
  readonly glance?: Glance<P>
  handle(context: Context, request: RequestParts<P, Q, B>): Promise<Result<z.input<R> | JsonText>>
}

export interface DownloadRoute<P extends Shape, Q extends Shape> extends Common<P, Q, undefined> {
  readonly method: 'GET'
  readonly media: 'text/html' | 'text/csv' | 'text/calendar' | 'application/octet-stream'
  handle(context: Context, request: RequestParts<P, Q, undefined>): Promise<Result<Download>>
}

/** A route as the server holds it, its types already checked by `route`. */
export interface Route extends Common<Shape, Shape, Shape> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly reply?: z.ZodType
  readonly status?: number
  readonly media?: string
  readonly uploadBytes?: number
  kept?(reply: unknown): unknown
  readonly glance?: { statement(params: unknown): Statement; answer: Glance<Shape>['answer'] }
  handle(context: Context, request: RequestParts<Shape, Shape, Shape>): Promise<Result<unknown>>
}

/** States one operation of the API. The http layer adds sign-in, CSRF, idempotency, row-level security and audit. */
export function route<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  R extends z.ZodType = z.ZodType,
>(definition: JsonRoute<P, Q, B, R>): Route {
  return definition as unknown as Route
}

/** States one download; always a GET. */
export function download<P extends Shape = undefined, Q extends Shape = undefined>(
  definition: DownloadRoute<P, Q>,
): Route {
  return definition as unknown as Route
}
