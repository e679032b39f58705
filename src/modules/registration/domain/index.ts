export { type AccessGround, type AccessWish, accessFor, staffAccess } from './access-grounds.ts'
export {
  type ExtractColumn,
  type ExtractHeader,
  type ExtractRow,
  extractColumns,
  type RowProblem,
  readHeader,
  readRow,
} from './extract.ts'
export { type LetterLanguage, letterLanguage } from './letter-language.ts'
export {
  type Availability,
  changedFields,
  homeOf,
  isProtected,
  type PersonDetails,
  type PersonFacts,
  type Protection,
  personFacts,
} from './person.ts'
export { languageCode } from './places.ts'
export { type Caseload, caseloadOf, type Office, officeFor } from './responsibility.ts'
export { currentSpellStart, registeredDays } from './spells.ts'
