import type { StepCode } from './money-facts.ts'

interface Words {
  readonly sv: string
  readonly en: string
}

/** One sentence a step; `{name}` is filled from its values. */
export const stepTexts: Readonly<Record<StepCode, Words>> = {
  'days-at-level': {
    sv: '{from} till och med {to}: {days} dagar i tjänsten på nivå {level}',
    en: '{from} up to and including {to}: {days} days in service at level {level}',
  },
  'base-fee-share': {
    sv: '{rateOre} × {days} av månadens {of} dagar',
    en: "{rateOre} × {days} of the month's {of} days",
  },
  'base-fee-rounded': {
    sv: 'Summan avrundad till hela öre: {amountOre}',
    en: 'The sum rounded to whole öre: {amountOre}',
  },
  'outcome-first-day': {
    sv: 'Första dagen i {kind} var {firstDay}',
    en: 'The first day of {kind} was {firstDay}',
  },
  'outcome-in-time': {
    sv: 'Sista dagen i tjänsten var {lastDayInService}, så resultatet skulle börja senast {latest}',
    en: 'The last day in service was {lastDayInService}, so the outcome had to begin by {latest}',
  },
  'outcome-lasted': {
    sv: 'Det har varat i {months} kalendermånader, till och med {lastDay}',
    en: 'It has lasted {months} calendar months, up to and including {lastDay}',
  },
  'outcome-gap': {
    sv: 'Uppehåll på {days} dagar mellan arbeten är lagda till tiden',
    en: 'Gaps of {days} days between jobs are added to the time',
  },
  'outcome-level': {
    sv: 'Nivå {level} gäller för resultatets första dag, {firstDay}',
    en: "Level {level} governs the outcome's first day, {firstDay}",
  },
  'outcome-share': {
    sv: '{priceOre} × {numerator}/{denominator} = {amountOre}',
    en: '{priceOre} × {numerator}/{denominator} = {amountOre}',
  },
  'premium-days-used': {
    sv: '{from} till och med {to}: {used} av {chainDays} dagar är använda, {left} är kvar',
    en: '{from} up to and including {to}: {used} of {chainDays} days are used, {left} are left',
  },
  'premium-months-left': {
    sv: '{months} hela månader är kvar: {rateOre} × {months} = {amountOre}',
    en: '{months} whole months are left: {rateOre} × {months} = {amountOre}',
  },
  'premium-amount': {
    sv: '{rateOre} × {left} dagar / {monthDays} = {amountOre}',
    en: '{rateOre} × {left} days / {monthDays} = {amountOre}',
  },
  'stom-days': {
    sv: '{from} till och med {to}: {days} dagar i spår {track} à {dayFeeOre} = {amountOre}',
    en: '{from} up to and including {to}: {days} days in track {track} at {dayFeeOre} = {amountOre}',
  },
  'stom-outcome': {
    sv: 'Resultatet började {firstDay} i spår {track}, som ger {amountOre}',
    en: 'The outcome began on {firstDay} in track {track}, which gives {amountOre}',
  },
  difference: {
    sv: 'Rätt belopp är {entitledOre}; {postedOre} är redan bokfört, så skillnaden är {amountOre}',
    en: 'The right amount is {entitledOre}; {postedOre} is already posted, so the difference is {amountOre}',
  },
}

export const outcomeKindTexts: Readonly<Record<string, Words>> = {
  work: { sv: 'arbetet', en: 'work' },
  studies: { sv: 'studierna', en: 'studies' },
}
