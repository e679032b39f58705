/** One verb of `./krom`: NDJSON in and out, words about errors on stderr. */
export interface Verb {
  /** What follows the verb, for the list of verbs. */
  readonly arguments: string
  readonly summary: string
  /** Format and an example, printed by `--help`. */
  readonly help: string
  /** Does it; the number is the exit code: 0 done, 1 something was refused, 2 wrong use. */
  run(args: readonly string[]): Promise<number>
}
