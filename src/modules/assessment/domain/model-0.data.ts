import { day } from '../../../kernel/day.ts'
import type { Model } from './model.ts'

/**
 * Model 0: synthetic coefficients, provenance A.
 *
 * They are not estimated on any person. Signs and rough sizes follow what the published evaluations describe (longer
 * registration, disability, short education, age over 55 and birth outside Europe go with a lower chance); the level is
 * set so that a day's stock of registered people splits into near, referable and far roughly as described there.
 * Categories are centred on such a stock, so that an effect above 0 means "better than the average registered person".
 * A trained model takes its place behind the same type.
 */
export const model0: Model = {
  name: 'synthetic-0',
  publishedOn: day('2020-03-30'),
  provenance: 'A',
  note: {
    sv: 'Påhittade koefficienter för att visa hur bedömningen räknas. De är inte skattade på några personer.',
    en: 'Made-up coefficients that show how the assessment is computed. They are not estimated on any person.',
  },
  horizonMonths: 12,
  intercept: -0.82,
  logOddsError: 0.25,
  terms: [
    { name: 'registeredDaysLog', kind: 'slope', perUnit: -0.52, centre: 6.7 },
    { name: 'registeredShareTenYears', kind: 'slope', perUnit: -0.9, centre: 0.42 },
    {
      name: 'age',
      kind: 'category',
      effects: { '16-24': 0.45, '25-34': 0.42, '35-44': 0.18, '45-54': -0.1, '55-59': -0.5, '60+': -0.95 },
      otherwise: 0,
    },
    {
      name: 'education',
      kind: 'category',
      effects: {
        'post-secondary': 0.32,
        'post-secondary-unfinished': 0.22,
        'upper-secondary': 0.2,
        'upper-secondary-unfinished': -0.1,
        compulsory: -0.4,
        'compulsory-unfinished': -0.65,
      },
      otherwise: -0.3,
    },
    {
      name: 'birthRegion',
      kind: 'category',
      effects: { sweden: 0.25, nordic: 0.2, europe: 0.02, world: -0.16 },
      otherwise: 0,
    },
    { name: 'womanBornOutsideEurope', kind: 'category', effects: { yes: -0.28, no: 0.09 }, otherwise: 0 },
    { name: 'sex', kind: 'category', effects: { female: -0.06, male: 0.06 }, otherwise: 0 },
    { name: 'disability', kind: 'category', effects: { yes: -1.15, no: 0.11 }, otherwise: 0 },
    {
      name: 'programme',
      kind: 'category',
      effects: { none: 0.4, JOB: -0.18, UGA: 0.3, ETP: -0.05 },
      otherwise: 0,
    },
    {
      name: 'occupation',
      kind: 'category',
      effects: {
        '0': 0,
        '1': 0.05,
        '2': 0.12,
        '3': 0.08,
        '4': -0.12,
        '5': 0.1,
        '6': 0.05,
        '7': 0.16,
        '8': 0.12,
        '9': -0.16,
      },
      otherwise: -0.3,
    },
    { name: 'occupationsSought', kind: 'category', effects: { one: -0.04, several: 0.12 }, otherwise: 0 },
    {
      name: 'wantedExtent',
      kind: 'category',
      effects: { 'under-50': -0.45, '50-74': -0.28, '75-99': -0.06, 'full-time': 0.11 },
      otherwise: 0,
    },
    {
      name: 'municipalityGroup',
      kind: 'category',
      effects: { A1: 0.03, A2: 0.05, B3: -0.02, B4: 0.04, B5: 0.02, C6: -0.06, C7: 0.01, C8: -0.1, C9: 0.08 },
      otherwise: 0,
    },
  ],
}
