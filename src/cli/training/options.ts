/** Reads `--name value` pairs and flags; or the sentence that says which word is not understood. */
export function readOptions(
  args: readonly string[],
  names: readonly string[],
  flags: readonly string[] = [],
): ReadonlyMap<string, string> | string {
  const given = new Map<string, string>()
  for (let index = 0; index < args.length; index += 1) {
    const name = args[index] ?? ''
    const value = args[index + 1]
    if (flags.includes(name)) given.set(name, '')
    else if (!names.includes(name)) return `there is no option ${name}`
    else if (value === undefined || value.startsWith('--')) return `${name} needs a value`
    else {
      given.set(name, value)
      index += 1
    }
  }
  return given
}

/** A whole number within bounds; or the sentence. */
export function wholeOption(
  given: ReadonlyMap<string, string>,
  name: string,
  about: { readonly otherwise: number; readonly least: number; readonly most: number },
): number | string {
  const text = given.get(name)
  if (text === undefined) return about.otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < about.least || number > about.most) {
    return `${name} should be a whole number from ${about.least} to ${about.most}`
  }
  return number
}

export const listOption = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
