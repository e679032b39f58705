/** The published groups of assessed jobseekers, April 2020 – July 2021: what the tool said, and the level where it said yes. */
export type AssessedGroup = 'near' | 'A' | 'B' | 'C' | 'far'

/** Shares in per cent, medians and means in years and days, as published. */
export interface AssessedFigures {
  readonly persons: number
  readonly women: number
  readonly ageMedian: number
  readonly ageMean: number
  readonly upperSecondaryCompleted: number
  readonly foreignBorn: number
  readonly disability: number
  readonly establishmentProgramme: number
  readonly longTermUnemployed: number
  readonly daysMedian: number
  readonly daysMean: number
  readonly within10Days: number
}

const columns = [
  'persons',
  'women',
  'ageMedian',
  'ageMean',
  'upperSecondaryCompleted',
  'foreignBorn',
  'disability',
  'establishmentProgramme',
  'longTermUnemployed',
  'daysMedian',
  'daysMean',
  'within10Days',
] as const satisfies readonly (keyof AssessedFigures)[]

function figures(...values: readonly number[]): AssessedFigures {
  return Object.fromEntries(columns.map((name, place) => [name, values[place]])) as unknown as AssessedFigures
}

/**
 * IFAU's tables of everyone assessed, by group. The two tables disagree on `referable`: the levels' own columns do not
 * average to it (by up to 5.8 points), and the levels' persons are fewer than its own.
 */
export const assessedPublished: Readonly<Record<AssessedGroup | 'referable', AssessedFigures>> = {
  near: figures(35247, 47, 30, 34, 85, 23, 0, 0, 1, 3, 27, 63),
  referable: figures(33478, 41, 35, 37, 61, 47, 4, 2, 43, 287, 622, 15),
  A: figures(9624, 42, 31, 35, 73, 40, 1, 1, 24, 134, 335, 18),
  B: figures(9453, 44, 36, 38, 69, 46, 3, 2, 44, 313, 580, 11),
  C: figures(11721, 47, 38, 39, 60, 65, 9, 2, 57, 446, 858, 9),
  far: figures(19159, 53, 40, 41, 52, 73, 28, 4, 70, 855, 1446, 9),
}
