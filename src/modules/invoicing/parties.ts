import { sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import { type OrganisationNumber, parseOrganisationNumber } from '../../kernel/organisation-number.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { GiroAccount } from '../../rules/index.ts'
import type { Party } from './domain/index.ts'
import { findAuthority } from './store.ts'

/** Who sells and who buys, and where the seller is paid: what an invoice is held against. */
export interface Parties {
  readonly seller: Party
  readonly buyer: Party
  readonly account: GiroAccount
  /** The provider has agreed that Krom makes its invoices. */
  readonly kromInvoices: boolean
}

interface Row {
  readonly name: string
  readonly organisationNumber: string | null
  readonly street: string | null
  readonly postcode: string
  readonly city: string
  readonly vatNumber: string | null
  readonly fTax: boolean
  readonly kind: GiroAccount['kind']
  readonly number: string
  readonly kromInvoices: boolean
}

/** The parties of a provider's invoices. Problems: `payee-missing`, `organisation-number-missing`. */
export async function partiesOf(context: Context, providerId: OrganisationId): Promise<Result<Parties>> {
  const { rows } = await sql<Row>`
    select o.name, o.organisation_number as "organisationNumber", p.street, p.postcode, p.city, p.vat_number as "vatNumber", p.f_tax as "fTax",
           p.account_kind as kind, p.account_number as number, p.krom_invoices as "kromInvoices"
      from platform.organisation o left join invoicing.v_payee p on p.provider_id = o.id where o.id = ${providerId}`.execute(
    context.db,
  )
  const [row] = rows
  const authority = await findAuthority(context)
  const sellerNumber = numberOf(row?.organisationNumber)
  const buyerNumber = numberOf(authority?.organisationNumber)
  if (!row || !authority || sellerNumber === null || buyerNumber === null)
    return fail(problem('organisation-number-missing'))
  if (row.street === null) return fail(problem('payee-missing'))
  const { name, street, postcode, city, vatNumber, fTax, kind, number, kromInvoices } = row
  const nowhere = { vatNumber: null, fTax: false, street: null, postcode: null, city: null }
  return ok({
    seller: { name, organisationNumber: sellerNumber, vatNumber, fTax, street, postcode, city },
    buyer: { name: authority.name, organisationNumber: buyerNumber, ...nowhere },
    account: { kind, number },
    kromInvoices,
  })
}

/** An organisation's number as it stands in the register, or null. */
export function numberOf(text: string | null | undefined): OrganisationNumber | null {
  const parsed = parseOrganisationNumber(text ?? '')
  return parsed.ok ? parsed.value : null
}
