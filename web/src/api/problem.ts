/** An RFC 9457 problem as the API sends it, in the reader's language. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  code: string
  /** What the reader can do about it. */
  detail?: string
  /** The field of the form that it is about: its path in the body, `details.givenName`. */
  field?: string
  /** One problem a field, when there are several. */
  problems?: readonly FieldProblem[]
}

export type FieldProblem = { code: string; field?: string; title: string; detail?: string }

/** Codes for what went wrong before an answer came. */
export type LocalCode = 'offline' | 'not-an-answer'

/** An expected refusal from the API, or that no answer came (`status` 0). */
export class ApiProblem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`)
    this.name = 'ApiProblem'
    this.body = body
  }

  get status(): number {
    return this.body.status
  }

  get code(): string {
    return this.body.code
  }

  /** True when we cannot know whether the request was carried out: the same key must be sent again. */
  get isUnsure(): boolean {
    return this.status === 0 || this.status >= 500
  }

  /** Every problem that names a field, this one included. */
  get fieldProblems(): readonly FieldProblem[] {
    const several = (this.body.problems ?? []).filter((one) => one.field !== undefined)
    if (several.length > 0) return several
    return this.body.field === undefined ? [] : [this.body]
  }
}

/** A problem of our own making, with the status 0: the request got no answer that can be read. */
export function localProblem(code: LocalCode): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: code, status: 0, code })
}

/** What is wrong and what to do about it, as one text. */
export function saidBy({ title, detail }: { title: string; detail?: string }): string {
  if (detail === undefined || detail === '') return title
  return /[.?!]$/.test(title) ? `${title} ${detail}` : `${title}. ${detail}`
}
