/** A code of the programme with its meaning in Swedish and English; other languages live with the screens. */
export type Code<Name extends string = string> = { readonly code: Name; readonly sv: string; readonly en: string }

export function code<const Name extends string>(name: Name, sv: string, en: string): Code<Name> {
  return { code: name, sv, en }
}

/** Just the codes, for checks and schemas. */
export function codesOf<Name extends string>(codes: readonly Code<Name>[]): Name[] {
  return codes.map((each) => each.code)
}
