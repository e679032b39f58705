/** What the person tells at the beginning; compulsory, and before the plan (programme 4.5). In the person's own words. */
export type Mapping = {
  readonly needs: string
  readonly strengths: string
  readonly obstacles: string
  readonly language: string
  /** As the person tells it; empty when nothing was told. */
  readonly health: string
  readonly wantedWork: string
}
