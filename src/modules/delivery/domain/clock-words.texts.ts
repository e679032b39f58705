interface Words {
  readonly sv: string
  readonly en: string
}

/** Why a period stands as it does, one sentence a code; `{name}` is filled from its values. */
export const becauseTexts: Readonly<Record<string, Words>> = {
  held: { sv: 'Ett möte som räknas hölls {on}', en: 'A meeting that counts was held on {on}' },
  'nothing-since': { sv: 'Inget möte som räknas efter {from}', en: 'No meeting that counts after {from}' },
  'first-was-physical': {
    sv: 'Det första mötet som räknas, {on}, var fysiskt',
    en: 'The first meeting that counts, on {on}, was physical',
  },
  'first-was-remote': {
    sv: 'Det första mötet som räknas, {on}, var på distans',
    en: 'The first meeting that counts, on {on}, was remote',
  },
  'physical-activities': {
    sv: 'Fysiska aktiviteter veckan från {week}: {has} av minst {needs}',
    en: 'Physical activities in the week from {week}: {has} of at least {needs}',
  },
  agreed: { sv: 'Planen gjordes gemensamt {on}', en: 'The plan was agreed on {on}' },
  'no-plan': { sv: 'Ingen plan', en: 'No plan' },
  hours: {
    sv: 'Planen har {has} timmar i veckan, arbetsutbudet är {needs}',
    en: 'The plan has {has} hours a week, the available hours are {needs}',
  },
  'hours-of-support': {
    sv: 'Timmar anpassat stöd veckan från {week}: {has} av minst {needs}',
    en: 'Hours of tailored support in the week from {week}: {has} of at least {needs}',
  },
  'physical-share': {
    sv: 'Fysiska aktiviteter i {month}: {physical} av {all}',
    en: 'Physical activities in {month}: {physical} of {all}',
  },
}
