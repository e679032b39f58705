import type { Code } from './code.ts'
import * as codes from './delivery-codes.data.ts'
import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

const krom: Source = cite(sources.krom, '4.5')

/** How contacts with employers are told: a part of delivery (programme 4.5). */
export const employers = {
  employerContactKinds: parameter<readonly Code<codes.EmployerContactKind>[]>({
    name: 'delivery.employerContactKinds',
    sv: 'Sätt att kontakta arbetsgivare',
    en: 'Ways to contact employers',
    unit: 'codes',
    values: [since(rom1Start, codes.employerContactKinds, 'A', krom)],
  }),
  employerContactResults: parameter<readonly Code<codes.EmployerContactResult>[]>({
    name: 'delivery.employerContactResults',
    sv: 'Vad en arbetsgivarkontakt ledde till',
    en: 'What a contact with an employer led to',
    unit: 'codes',
    values: [since(rom1Start, codes.employerContactResults, 'A', krom)],
  }),
}
