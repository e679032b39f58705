import { sql } from 'kysely'
import { type Day, day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import { allParameters, datedValueOn } from '../../rules/index.ts'
import { lineColumns, utc } from './case-money.ts'
import type { ExplanationReply } from './contract/explain.ts'
import type { MoneyLine } from './contract/line.ts'
import { type LineRow, languageOf, lineInWords } from './line-words.ts'

type Statement = ExplanationReply['statement']
type Row = LineRow &
  Pick<ExplanationReply, 'providerId' | 'providerName'> & { readonly statement: Statement; readonly key: string }

/**
 * One posted amount all the way down: rule with version, clause, source and provenance, the facts with their days and who
 * decided them, the arithmetic, the statement with its approvals, and every other line about the same amount. A provider
 * sees its own, staff what their access allows. Problem: `not-found`.
 */
export async function explainLine(
  context: Context,
  lineId: string,
  language: Language,
): Promise<Result<ExplanationReply>> {
  const { rows } = await sql<Row>`
    select ${lineColumns}, l.entitlement_key as key, l.provider_id as "providerId", v.provider_name as "providerName",
           json_build_object('statementId', s.statement_id, 'month', s.month, 'version', s.version, 'state', s.state, 'madeOn', s.made_on,
             'madeByName', m.display_name, 'neededApprovers', s.needed_approvers, 'approvals',
             coalesce((select json_agg(json_build_object('name', u.display_name, 'at', ${utc('a')}) order by a.step)
                         from compensation.statement_approval a left join platform.user_account u on u.id = a.approved_by
                        where a.statement_id = s.statement_id), '[]')) as statement
      from compensation.entitlement_line l
      join compensation.v_statement s on s.statement_id = l.statement_id
      left join registration.v_person p on p.person_id = l.person_id
      left join market.v_contract v on v.contract_id = l.contract_id
      left join platform.user_account m on m.id = s.made_by
     where l.id = ${lineId}`.execute(context.db)
  const [row] = rows
  if (row === undefined) return fail(problem('not-found'))
  context.readPerson(row.personId)
  const { providerId, providerName, statement, key, ...own } = row
  const line = lineInWords(own, language) as MoneyLine
  const facts = await factsOf(context, line.facts)
  const history = await historyOf(context, { caseId: line.caseId as CaseId, providerId, key })
  return ok({ line, providerId, providerName, rule: ruleOf(line, language), facts, statement, history })
}

async function factsOf(context: Context, wanted: MoneyLine['facts']): Promise<ExplanationReply['facts']> {
  const { decisionIds, reportIds, claimIds } = wanted
  const decisions = await sql<ExplanationReply['facts']['decisions'][number]>`
    select d.decision_id as "decisionId", d.kind, d.level, d.price_model as "priceModel", d.first_day as "firstDay", d.last_day as "lastDay",
           d.granted_on as "grantedOn", u.display_name as "decidedByName"
      from decision.v_decision d left join platform.user_account u on u.id = d.decided_by
     where d.decision_id = any (${decisionIds}::uuid[]) order by d.granted_on, d.decision_id`.execute(context.db)
  const reports = await sql<ExplanationReply['facts']['reports'][number]>`
    select r.report_id as "reportId", r.month, r.version, r.signed_on as "signedOn", s.display_name as "signedByName", r.decided_on as "decidedOn",
           d.display_name as "decidedByName", r.how
      from delivery.v_report r
      left join platform.user_account s on s.id = r.signed_by
      left join platform.user_account d on d.id = r.decided_by
     where r.report_id = any (${reportIds}::uuid[]) order by r.month`.execute(context.db)
  const claims = await sql<ExplanationReply['facts']['claims'][number]>`
    select c.claim_id as "claimId", c.kind, c.subsidised, c.extent_percent as "extentPercent", c.pace_percent as "pacePercent",
           c.first_day as "firstDay", c.last_day as "lastDay", c.employer, c.evidence, c.decided_on as "decidedOn",
           u.display_name as "decidedByName", c.reason
      from outcomes.v_claim c left join platform.user_account u on u.id = c.decided_by
     where c.claim_id = any (${claimIds}::uuid[]) order by c.first_day`.execute(context.db)
  const seen = decisions.rows.length + reports.rows.length + claims.rows.length
  const unseen = decisionIds.length + reportIds.length + claimIds.length - seen
  return { decisions: decisions.rows, reports: reports.rows, claims: claims.rows, unseen }
}

async function historyOf(
  context: Context,
  about: { readonly caseId: CaseId; readonly providerId: string; readonly key: string },
): Promise<ExplanationReply['history']> {
  const { rows } = await sql<ExplanationReply['history'][number]>`
    select l.id as "lineId", l.statement_id as "statementId", l.statement_month as month, l.statement_state as state, l.amount_ore as "amountOre"
      from compensation.v_line l
     where l.case_id = ${about.caseId} and l.provider_id = ${about.providerId} and l.entitlement_key = ${about.key}
     order by l.recorded_at, l.id`.execute(context.db)
  return rows
}

/** The rule as it stood when the line was posted; rates that the authority gave itself have no source here. */
function ruleOf({ rule }: Pick<MoneyLine, 'rule'>, language: Language): ExplanationReply['rule'] {
  const parameter = allParameters.find((each) => each.parameter.name === rule.name)?.parameter
  const dated = parameter === undefined ? null : datedValueOn(parameter, day(rule.since) satisfies Day)
  return {
    title: parameter?.[languageOf(language)] ?? rule.name,
    version: rule.key,
    clause: rule.clause,
    provenance: rule.provenance,
    since: rule.since,
    source: dated?.source.title ?? null,
    address: dated?.source.address ?? null,
    note: dated?.note ?? null,
  }
}
