export { type FeedLine, feedLines } from './feed.ts'
export { type ReadAd, readAd } from './read-ad.ts'
export { type Ask, askAddress, nextAsk, type StreamPace, streamLines } from './stream.ts'
export {
  indexVacancies,
  type Reason,
  type Relation,
  relationOf,
  type Seeker,
  type Suggestion,
  suggest,
  type VacancyIndex,
} from './suggest.ts'
export type { Vacancy } from './vacancy.ts'
