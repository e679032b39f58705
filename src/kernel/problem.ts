/**
 * An expected refusal as a value. `code` is kebab-case and has a text per language; `field` names the input at fault;
 * `values` fill the text; `problems` carries several at once.
 */
export type Problem = {
  readonly code: string
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly problems?: readonly Problem[]
}

/** Makes a problem; absent details are left out, so that two equal problems are deeply equal. */
export function problem(
  code: string,
  details: {
    field?: string | undefined
    values?: Readonly<Record<string, string | number>> | undefined
    problems?: readonly Problem[] | undefined
  } = {},
): Problem {
  return {
    code,
    ...(details.field === undefined ? {} : { field: details.field }),
    ...(details.values === undefined ? {} : { values: details.values }),
    ...(details.problems === undefined ? {} : { problems: details.problems }),
  }
}

/** The same problem, said about a field: a parser knows the fault, its caller knows where it was. */
export function atField(fault: Problem, field: string): Problem {
  return { ...fault, field }
}
