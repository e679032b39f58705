import type { PlanId } from '../kernel/ids.ts'
import { atTime } from '../kernel/instant.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import {
  answerPlan,
  confirmLog,
  decideDeviation,
  decidePlan,
  giveFinalReport,
  logActivity,
  logMeeting,
  planMeeting,
  proposePlan,
  recordMapping,
  reportDeviation,
} from '../modules/delivery/index.ts'
import { placementsOf } from '../modules/market/index.ts'
import type { PersonAct } from '../simulation/script.ts'
import { act, type Handler, type Playing } from './playing.ts'

/** What the provider, the participant and the caseworker do during the service. */
export const serviceActs = {
  map: (playing, { needs, strengths, obstacles, language, wantedWork }) =>
    act(playing, 'recordMapping', (context) =>
      recordMapping(context, {
        caseId: playing.played.caseId,
        needs,
        strengths,
        obstacles,
        language,
        health: '',
        wantedWork,
      }),
    ),
  'propose-plan': (playing, { goals, activities, languageSupport }) =>
    noting(playing, 'planId', () =>
      act(playing, 'proposePlan', (context) =>
        proposePlan(context, { caseId: playing.played.caseId, goals, activities, languageSupport }),
      ),
    ),
  'decide-plan': (playing, { outcome, why }) =>
    withLast(playing, 'planId', (planId) =>
      act(playing, 'decidePlan', (context) =>
        decidePlan(context, { planId: planId as PlanId, outcome, ...(why === null ? {} : { why }) }),
      ),
    ),
  'agree-plan': (playing) =>
    withLast(playing, 'planId', (planId) =>
      act(playing, 'answerPlan', (context) => answerPlan(context, { planId: planId as PlanId, answer: 'agreed' })),
    ),
  'hold-meeting': (playing, input) => noting(playing, 'attendanceId', () => holdMeeting(playing, input)),
  'plan-meeting': (playing, { day, time, mode }) =>
    act(playing, 'planMeeting', (context) =>
      planMeeting(context, { caseId: playing.played.caseId, startsAt: atTime(day, time), mode }),
    ),
  'log-activity': (playing, input) =>
    act(playing, 'logActivity', (context) => logActivity(context, activityOf(playing, input))),
  confirm: (playing, { month }) =>
    act(playing, 'confirmLog', (context) => confirmLog(context, { caseId: playing.played.caseId, month })),
  dispute: (playing, { comment }) =>
    withLast(playing, 'attendanceId', (id) =>
      act(playing, 'confirmLog', (context) =>
        confirmLog(context, {
          caseId: playing.played.caseId,
          items: [{ kind: 'meeting', id, answer: 'disputed', comment }],
        }),
      ),
    ),
  'report-absence': (playing, { day, reason }) =>
    noting(playing, 'deviationId', () =>
      act(playing, 'reportDeviation', (context) =>
        reportDeviation(context, { caseId: playing.played.caseId, kind: 'absence', firstDay: day, reason }),
      ),
    ),
  'decide-absence': (playing, { accepted }) =>
    withLast(playing, 'deviationId', (deviationId) =>
      act(playing, 'decideDeviation', (context) =>
        decideDeviation(context, {
          deviationId,
          ...(accepted ? { outcome: 'accepted' } : { outcome: 'not-accepted', why: 'Orsaken är inte känd.' }),
        }),
      ),
    ),
  'final-report': (playing, { occupation, progress, nextStep }) =>
    act(playing, 'giveFinalReport', async (context) => {
      const { caseId } = playing.played
      const spell = (await placementsOf(context, caseId)).at(-1)
      if (spell === undefined) return fail(problem('not-found'))
      return giveFinalReport(context, {
        caseId,
        placementId: spell.placementId,
        occupation,
        done: [],
        progress,
        nextStep,
      })
    }),
} satisfies { readonly [A in PersonAct['act']]?: Handler<A> }

type LogStep = Extract<PersonAct, { act: 'log-activity' }>

function activityOf({ played }: Playing, { day, code, hours, mode, withWhom }: LogStep) {
  return { caseId: played.caseId, onDay: day, code, hours, mode, withWhom }
}

/** Logs for several participants of one provider in one transaction; one that is refused refuses all. */
export async function logSitting(sitting: readonly Playing[]): Promise<Result<unknown>> {
  const [first] = sitting
  if (first === undefined) return ok(0)
  return act(first, 'logActivity', async (context) => {
    // Side by side on one connection; nobody leaves before all have had their answer.
    const logs = await Promise.allSettled(
      sitting.map((playing) => logActivity(context, activityOf(playing, playing.step.input as LogStep))),
    )
    for (const log of logs) {
      if (log.status === 'rejected') throw log.reason
      if (!log.value.ok) return log.value
    }
    return ok(sitting.length)
  })
}

function holdMeeting(playing: Playing, input: Extract<PersonAct, { act: 'hold-meeting' }>) {
  const { day, time, minutes, mode, came, reason, jobProposals, languageSupport, progress } = input
  return act(playing, 'logMeeting', (context) =>
    logMeeting(context, {
      caseId: playing.played.caseId,
      startsAt: atTime(day, time),
      minutes,
      mode,
      came: came ? 'yes' : 'no',
      tookPlace: came,
      reason,
      jobProposals,
      languageSupport,
      ...(progress === null ? {} : { progress }),
    }),
  )
}

type LastKey = 'planId' | 'attendanceId' | 'deviationId' | 'claimId'

/** Remembers the key of what an act made, for the act that follows on it. */
export async function noting(
  playing: Playing,
  name: LastKey,
  body: () => Promise<Result<{ readonly id: string }>>,
): Promise<Result<unknown>> {
  const made = await body()
  if (made.ok) playing.played.last[name] = made.value.id
  return made
}

/** Problem: `not-found` when what the act is about was never made. */
export function withLast(
  playing: Playing,
  name: LastKey,
  body: (id: string) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const id = playing.played.last[name]
  return id === undefined ? Promise.resolve(fail(problem('not-found', { values: { name } }))) : body(id)
}
