import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import {
  adParams,
  answerBody,
  answerReply,
  applicationBody,
  applicationReply,
  caseParams,
  feedRuns,
  feedSummary,
  jobsReply,
  streamBody,
  streamReply,
  streamView,
  suggestBody,
  suggestionParams,
  suggestReply,
  vacancyPage,
  vacancyQuery,
  vacancyView,
} from './contract.ts'
import { importVacancies } from './import-vacancies.ts'
import { appliers, logApplication } from './log-application.ts'
import { streamOf } from './read-stream.ts'
import { feedRunsOf, jobsOf } from './reads.ts'
import { readVacancy, searchVacancies } from './search-vacancies.ts'
import { setStream } from './set-stream.ts'
import { suggesters, suggestVacancy } from './suggest-vacancy.ts'

const module = 'vacancies'
const mostBytes = 50 * 1_048_576

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/vacancies',
    operation: 'searchVacancies',
    summary: 'Vacancies that can be applied for, by words, occupation, place, extent and licence',
    module,
    may: ['jobseeker', 'caseworker', 'coordinator', 'adviser'],
    purpose: 'find vacancies',
    query: vacancyQuery,
    reply: vacancyPage,
    handle: (context, { query }) => searchVacancies(context, query),
  }),
  route({
    method: 'GET',
    path: '/vacancies/:adId',
    operation: 'getVacancy',
    summary: 'One vacancy with its text',
    module,
    may: ['jobseeker', 'caseworker', 'coordinator', 'adviser'],
    purpose: 'read a vacancy',
    params: adParams,
    reply: vacancyView,
    handle: (context, { params }) => readVacancy(context, params.adId),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/jobs',
    operation: 'listJobs',
    summary: 'Suggested jobs, applications and the best matches of a case, each with its reasons',
    module,
    may: ['jobseeker', 'caseworker', 'coordinator', 'adviser'],
    purpose: 'match a jobseeker with vacancies',
    params: caseParams,
    reply: jobsReply,
    handle: async (context, { params, language }) => {
      const reply = await jobsOf(context, params.caseId, language)
      return reply === null ? fail(problem('not-found')) : ok(reply)
    },
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/suggestions',
    operation: 'suggestVacancy',
    summary: 'Suggest a vacancy to a participant',
    module,
    may: suggesters,
    purpose: 'match a jobseeker with vacancies',
    params: caseParams,
    body: suggestBody,
    reply: suggestReply,
    status: 201,
    handle: (context, { params, body }) => suggestVacancy(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/suggestions/:suggestionId/answer',
    operation: 'answerSuggestion',
    summary: 'Answer a suggested job: interested, applied or no',
    module,
    may: ['jobseeker'],
    purpose: 'answer a suggested job',
    params: suggestionParams,
    body: answerBody,
    reply: answerReply,
    status: 201,
    handle: (context, { params, body }) => answerSuggestion(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/applications',
    operation: 'logApplication',
    summary: 'Log that the participant has applied for a job',
    module,
    may: appliers,
    purpose: 'follow job applications',
    params: caseParams,
    body: applicationBody,
    reply: applicationReply,
    status: 201,
    handle: (context, { params, body }) => logApplication(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/vacancy-feeds',
    operation: 'importVacancies',
    summary: "Take in a feed of advertisements in JobTech's format (JSON, at most 50 MB)",
    module,
    may: ['administrator'],
    purpose: 'keep vacancies current',
    uploadBytes: mostBytes,
    reply: feedSummary,
    status: 201,
    handle: (context, { upload }) => {
      if (upload === undefined) return Promise.resolve(fail(problem('empty-file', { field: 'file' })))
      return importVacancies(context, { name: upload.name, text: new TextDecoder().decode(upload.bytes) })
    },
  }),
  route({
    method: 'GET',
    path: '/vacancy-feeds',
    operation: 'listVacancyFeeds',
    summary: 'Readings of the feed, the latest first, with what was set aside and why',
    module,
    may: ['administrator'],
    purpose: 'keep vacancies current',
    reply: feedRuns,
    handle: async (context, { language }) => ok(await feedRunsOf(context, language)),
  }),
  route({
    method: 'GET',
    path: '/vacancy-stream',
    operation: 'getVacancyStream',
    summary:
      'The stream of advertisements that is followed: how far it is read, and what its latest answer gave or why it failed',
    module,
    may: ['administrator'],
    purpose: 'keep vacancies current',
    reply: streamView,
    handle: async (context, { language }) => ok(await streamOf(context, language)),
  }),
  route({
    method: 'POST',
    path: '/vacancy-stream',
    operation: 'setVacancyStream',
    summary: "Set the stream of advertisements (JobTech's JobStream) that is followed, or switch it off",
    module,
    may: ['administrator'],
    purpose: 'keep vacancies current',
    body: streamBody,
    reply: streamReply,
    handle: (context, { body }) => setStream(context, body),
  }),
]
