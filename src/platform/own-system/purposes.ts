/** What a provider's own system may use its key for: see its participants, log what was done, and follow its notices. */
export const systemPurposes = ['caseload', 'log', 'events'] as const
export type SystemPurpose = (typeof systemPurposes)[number]
