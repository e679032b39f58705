/** What gives a person away wherever it stands. */
export interface Traces {
  readonly names: readonly string[]
  /** Identity number as stored and as written, street and e-mail: more than a name tells. */
  readonly more: readonly string[]
}

/** The traces of somebody by what the register holds. */
export function tracesOf(person: {
  readonly givenName: string
  readonly familyName: string
  readonly identityNumber: string
  readonly street?: string | null | undefined
  readonly email?: string | null | undefined
}): Traces {
  const digits = person.identityNumber.replaceAll(/\D/g, '')
  const ten = digits.slice(-10)
  return {
    names: [person.givenName, person.familyName],
    more: [
      ten,
      `${ten.slice(0, 6)}-${ten.slice(6)}`,
      ...[person.street, person.email].filter((one) => typeof one === 'string'),
    ],
  }
}

/** Which of the traces stand in a text, whatever their case. */
export function foundIn(text: string, traces: readonly string[]): string[] {
  const low = text.toLowerCase()
  return traces.filter((trace) => low.includes(trace.toLowerCase()))
}
