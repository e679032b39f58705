import { kronor, type Ore } from '../kernel/money.ts'
import { type Code, code } from './code.ts'
import { lapsingParameter, parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { toolGovernance } from './tool-governance.ts'
import { rom1Start, rom2Start } from './version.ts'

export type SanctionStep = 'remark' | 'action-plan' | 'penalty' | 'stop-of-choices' | 'cancellation'

/** ROM2's ground for cancelling a contract for its results; all three must hold. */
export type CancellationRule = {
  /** Grade 1 or none. */
  readonly highestGrade: number
  readonly measureUnder: number
  readonly measurementsInARow: number
  readonly contractActiveMonths: number
}

const krom: Source = cite(sources.krom, '7')

const ladder: Code<SanctionStep>[] = [
  code('remark', 'Påpekande', 'Remark'),
  code('action-plan', 'Åtgärdsplan', 'Action plan'),
  code('penalty', 'Vite', 'Penalty'),
  code('stop-of-choices', 'Stopp för nya val', 'Stop of new choices'),
  code('cancellation', 'Hävning', 'Cancellation'),
]

/** Control, complaints and rating of providers (programme 7, 8), and the oversight of the assessment tool (4.2). */
export const oversight = {
  ladder: parameter<readonly Code<SanctionStep>[]>({
    name: 'oversight.ladder',
    sv: 'Sanktioner, i ordning',
    en: 'Sanctions, in order',
    unit: 'codes',
    values: [since(rom1Start, ladder, 'A', krom)],
  }),
  penaltyOre: parameter<Ore>({
    name: 'oversight.penaltyOre',
    sv: 'Vite när inget annat belopp bestäms',
    en: 'Penalty unless another amount is set',
    unit: 'öre',
    values: [since(rom1Start, kronor(50_000), 'S', cite(sources.rom2Contract, '7'), { clause: '6.12.2' })],
  }),
  cancellation: lapsingParameter<CancellationRule>({
    name: 'oversight.cancellation',
    sv: 'Hävning på grund av resultat',
    en: 'Cancellation for results',
    unit: 'table',
    values: [
      since(
        rom2Start,
        { highestGrade: 1, measureUnder: 0.2, measurementsInARow: 2, contractActiveMonths: 22 },
        'S',
        cite(sources.rom2Contract, '7'),
      ),
    ],
  }),
  complaintAcknowledgedWorkingDays: parameter<number>({
    name: 'oversight.complaintAcknowledgedWorkingDays',
    sv: 'Ett klagomål bekräftas inom',
    en: 'A complaint is acknowledged within',
    unit: 'working days',
    values: [since(rom1Start, 2, 'A', krom)],
  }),
  complaintAnsweredWorkingDays: parameter<number>({
    name: 'oversight.complaintAnsweredWorkingDays',
    sv: 'Ett klagomål besvaras inom',
    en: 'A complaint is answered within',
    unit: 'working days',
    values: [since(rom1Start, 15, 'A', krom, { note: 'Programmet säger 15 utan enhet; arbetsdagar är antaget.' })],
  }),
  ratingStarters: parameter<number>({
    name: 'oversight.ratingStarters',
    sv: 'Minsta antal som har börjat för att en leverantör ska få betyg',
    en: 'Least number of starters for a rating',
    unit: 'persons',
    values: [since(rom1Start, 18, 'C', cite(sources.rating2022, '8'))],
  }),
  ratingContractMonths: parameter<number>({
    name: 'oversight.ratingContractMonths',
    sv: 'Så länge ska avtalet ha varit aktivt',
    en: 'How long the contract must have been active',
    unit: 'calendar months',
    values: [since(rom1Start, 12, 'C', cite(sources.rating2022, '8'))],
  }),
  ratingIntervalMonths: parameter<number>({
    name: 'oversight.ratingIntervalMonths',
    sv: 'Betyg sätts så ofta',
    en: 'Ratings are made this often',
    unit: 'calendar months',
    values: [since(rom1Start, 2, 'C', cite(sources.rating2022, '8'))],
  }),
  misrankingRiskPercent: parameter<number>({
    name: 'oversight.misrankingRiskPercent',
    sv: 'Risk för fel ordning i Kroms eget betyg',
    en: "Misranking risk of Krom's own rating",
    unit: 'percent',
    values: [since(rom1Start, 5, 'A', cite(sources.krom, '8'))],
  }),
  ...toolGovernance,
}
