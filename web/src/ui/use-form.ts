import { useId, useState } from 'react'
import { type ApiProblem, type FieldProblem, saidBy } from '../api/problem.ts'
import { useSend } from '../api/use-send.ts'

/** What a form holds: texts (days and numbers as typed), ticks, lists of choices, files. */
export type FormValue = string | boolean | readonly string[] | File | null
export type FormValues = Record<string, FormValue>

type Declared<Values extends FormValues, Answer> = {
  /** What is known is filled in. Read once: give the form a `key` to start it anew. */
  initial: Values
  /** `(values, written) => post('/cases/1/decisions', {…}, written)` */
  send: (values: Values, written: { key: string }) => Promise<Answer>
  /** Paths under `/api/v1` whose answers this write changes. */
  changes?: readonly string[]
  onDone?: (answer: Answer, values: Values) => void
  /** Checks that need no server; each names its field and says what to do. */
  check?: (values: Values) => readonly Missing<Values>[]
}

/** A problem found on this side: `title` is a whole sentence in the reader's language. */
export type Missing<Values> = { field: keyof Values & string; title: string }

export type FormState<Values extends FormValues> = {
  readonly id: string
  readonly values: Values
  readonly pending: boolean
  readonly problem: ApiProblem | null
  /** One for each field that needs correcting, in the order they were found. */
  readonly fieldProblems: readonly FieldProblem[]
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void
  submit: () => void
  idOf: (name: string) => string
  errorOf: (name: string) => string | undefined
}

/** A form that keeps what is typed whatever the answer, links each problem to its field and never sends twice. */
export function useForm<Values extends FormValues, Answer>(declared: Declared<Values, Answer>): FormState<Values> {
  const { initial, send, changes, onDone, check } = declared
  const id = useId()
  const [values, setValues] = useState(initial)
  const [missing, setMissing] = useState<readonly FieldProblem[]>([])
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())
  const sending = useSend<Values, Answer>({ send, ...(changes === undefined ? {} : { changes }) })

  const submit = async () => {
    const found = check?.(values) ?? []
    setMissing(found.map(({ field, title }) => ({ code: 'missing', field, title })))
    setMended(new Set())
    if (found.length > 0) return sending.forget()
    const answer = await sending.run(values)
    if (answer.done) onDone?.(answer.value, values)
  }

  const all = missing.length > 0 ? missing : (sending.problem?.fieldProblems ?? [])
  const fieldProblems = all.filter((one) => one.field !== undefined && !mended.has(one.field))
  return {
    id,
    values,
    pending: sending.pending,
    problem: missing.length > 0 ? null : sending.problem,
    fieldProblems,
    set: (name, value) => {
      setValues((old) => ({ ...old, [name]: value }))
      setMended((old) => new Set(old).add(String(name)))
    },
    submit: () => void submit(),
    idOf: (name) => `${id}-${name}`,
    errorOf: (name) => {
      const found = fieldProblems.find((one) => one.field === name)
      return found === undefined ? undefined : saidBy(found)
    },
  }
}
