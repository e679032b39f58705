import { month } from '../../src/kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, StatementId } from '../../src/kernel/ids.ts'
import { seeded } from '../../src/kernel/random.ts'
import type { TestLine, TestStatement } from '../../src/modules/compensation/testing.ts'
import { newId } from '../../src/platform/new-id.ts'

/** What a client asks for, with every key made before it asks, so that it can ask again. */
export interface Deed {
  readonly what: 'statement' | 'return' | 'payment' | 'payment-reversed'
  /** The statement's key, or the payment's; with `what` it names the transaction. */
  readonly key: string
  readonly statementId: StatementId
  readonly statement: TestStatement
  readonly paymentId: string | null
  readonly amountOre: number
  /** What it does to what is owed on the statement. */
  readonly changeOre: number
  /** The problem that it must be refused with. */
  readonly refusal: string | null
}

/** What the client was answered. */
export interface Told {
  readonly deed: Deed
  readonly transactionId: string | null
  readonly refusal: string | null
}

// Few contracts, so that clients meet at each.
const contracts = Array.from({ length: 7 }, () => ({
  contractId: newId<ContractId>(),
  providerId: newId<OrganisationId>(),
}))

/** A client's course: it posts, corrects, returns, pays, pays too much and undoes, on cases of its own and contracts of all. */
export function planOf(client: number, length: number): Deed[] {
  const random = seeded(client + 1)
  const { contractId, providerId } = random.pick(contracts)
  const statement = (lines: readonly TestLine[]): TestStatement => ({
    statementId: newId<StatementId>(),
    providerId,
    contractId,
    month: month('2022-04'),
    lines,
  })
  const cases = Array.from({ length: 4 }, () => newId<CaseId>())
  const outcome = { kind: 'outcome_payment', of: '2022-01-03', claimIds: [newId<string>()] } as const
  const first = statement([
    ...cases.map((caseId) => ({ caseId, amountOre: 1_000 + random.int(100_000) })),
    { caseId: cases[0] as CaseId, amountOre: 2_030_000, ...outcome },
  ])
  const correction = statement([{ caseId: cases[1] as CaseId, amountOre: -1 - random.int(1_000) }])
  const again = statement([{ caseId: cases[0] as CaseId, amountOre: 2_030_000, ...outcome }])
  const total = totalOf(first)
  const [whole, failing] = [payment(first, total), payment(first, 1 + random.int(total - 1))]
  // The same outcome under another contract: paid once, whoever the provider.
  const elsewhere = { ...again, ...contracts.find((each) => each.contractId !== contractId) }
  return [
    posting(first),
    posting(correction),
    { ...posting(elsewhere), changeOre: 0, refusal: 'outcome-already-paid' },
    failing,
    { ...whole, changeOre: 0, refusal: 'more-than-owed' },
    { ...failing, what: 'payment-reversed' as const, key: `undo ${failing.key}`, changeOre: failing.amountOre },
    random.int(2) === 0 ? payment(first, total) : returned(correction),
    posting(statement([{ caseId: cases[2] as CaseId, amountOre: 1 + random.int(50_000) }])),
  ].slice(0, length)
}

function posting(statement: TestStatement): Deed {
  const { statementId } = statement
  const amountOre = totalOf(statement)
  return {
    what: 'statement',
    key: statementId,
    statementId,
    statement,
    paymentId: null,
    amountOre,
    changeOre: amountOre,
    refusal: null,
  }
}

function returned(statement: TestStatement): Deed {
  const of = posting(statement)
  return { ...of, what: 'return', key: `return ${of.key}`, changeOre: -of.amountOre }
}

function payment(statement: TestStatement, amountOre: number): Deed {
  const { statementId } = statement
  const paymentId = newId<string>()
  return {
    what: 'payment',
    key: paymentId,
    statementId,
    statement,
    paymentId,
    amountOre,
    changeOre: -amountOre,
    refusal: null,
  }
}

function totalOf({ lines }: TestStatement): number {
  return lines.reduce((all, each) => all + each.amountOre, 0)
}
