import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

/** Categories of value added tax that an invoice can carry (UNCL 5305): standard, exempt, zero rate, outside the tax. */
export type VatCategory = 'S' | 'E' | 'Z' | 'O'

/** How the pay is taxed. `percent` is 0 outside category S; the exemption is worded on the invoice. */
export type VatTreatment = {
  readonly category: VatCategory
  readonly percent: number
  readonly reason: string | null
}

/** A giro account, digits only. */
export type GiroAccount = { readonly kind: 'bankgiro' | 'plusgiro'; readonly number: string }

const krom: Source = cite(sources.krom, '5')

/** How the pay is invoiced and paid (programme 5: matched to the provider's invoice, four eyes). */
export const invoicing = {
  vat: parameter<VatTreatment>({
    name: 'invoicing.vat',
    sv: 'Moms på ersättningen',
    en: 'Value added tax on the pay',
    unit: 'table',
    values: [
      since(rom1Start, { category: 'E', percent: 0, reason: 'Undantag från skatteplikt' }, 'A', krom, {
        note: 'Ersättningen antas vara undantagen. Sätts 25 procent (S) läggs momsen på underlagets summa.',
      }),
    ],
  }),
  dueDays: parameter<number>({
    name: 'invoicing.dueDays',
    sv: 'Fakturan förfaller efter',
    en: 'An invoice falls due after',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
  payerAccount: parameter<GiroAccount>({
    name: 'invoicing.payerAccount',
    sv: 'Konto som myndigheten betalar från',
    en: 'Account that the authority pays from',
    unit: 'table',
    values: [
      since(rom1Start, { kind: 'bankgiro', number: '9999996' }, 'A', krom, {
        note: 'Påhittat nummer för demovärlden: myndigheten för in sitt eget.',
      }),
    ],
  }),
}
