/**
 * Participants in Rusta och matcha on 2022-09 who were asked in a survey, those who answered it and those who did not.
 * Together the two columns are everyone. Percent unless the name says otherwise.
 */
export const publisher =
  'IFAU (Institutet för arbetsmarknads- och utbildningspolitisk utvärdering), Arbetsförmedlingens register, september 2022'

export const surveyPopulation = {
  notAnswered: {
    persons: 46_142,
    meanAgeYears: 42.4,
    women: 47,
    compulsory: 33,
    upperSecondary: 36,
    postSecondary: 25,
    bornSweden: 32,
    bornNordic: 1,
    bornEurope: 10,
    bornOutsideEurope: 57,
    disability: 8,
    inJobGuarantee: 71,
    meanRegisteredDays: 1304,
    medianRegisteredDays: 924,
    months0To3: 22,
    months4To6: 26,
    months7To9: 31,
    months10To12: 21,
    levelA: 19,
    levelB: 38,
    levelC: 43,
  },
  answered: {
    persons: 17_039,
    meanAgeYears: 47.4,
    women: 49,
    compulsory: 26,
    upperSecondary: 36,
    postSecondary: 34,
    bornSweden: 34,
    bornNordic: 1,
    bornEurope: 13,
    bornOutsideEurope: 52,
    disability: 10,
    inJobGuarantee: 74,
    meanRegisteredDays: 1453,
    medianRegisteredDays: 1025,
    months0To3: 20,
    months4To6: 25,
    months7To9: 33,
    months10To12: 23,
    levelA: 17,
    levelB: 40,
    levelC: 43,
  },
} as const
