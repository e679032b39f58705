import { day } from '../kernel/day.ts'
import { type Code, code } from './code.ts'
import { lapsingParameter, parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start, rom2Start } from './version.ts'

/** What mattered when a person chose a provider. */
export type ChoiceMotive =
  | 'orientation'
  | 'location'
  | 'language'
  | 'reviews'
  | 'own-experience'
  | 'friends'
  | 'suggestion'
  | 'other'

/** The states in which a participant takes a place under a capacity cap. */
export type CapacityState = 'in-service' | 'placed' | 'granted-not-started'

const krom: Source = cite(sources.krom, '4.4')

const motives: Code<ChoiceMotive>[] = [
  code('orientation', 'Inriktning och service', 'Orientation and service'),
  code('location', 'Läget', 'Location'),
  code('language', 'Språk', 'Language'),
  code('reviews', 'Betyg och omdömen', 'Ratings and reviews'),
  code('own-experience', 'Egen erfarenhet', 'Own experience'),
  code('friends', 'Vänner och bekanta', 'Friends'),
  code('suggestion', 'Förslag från Arbetsförmedlingen', "The employment service's suggestion"),
  code('other', 'Annat', 'Other'),
]

/** How a provider is chosen, placed by rule, filled and changed (programme 4.4). */
export const market = {
  employerContactMonths: parameter<number>({
    name: 'market.employerContactMonths',
    sv: 'Katalogen räknar arbetsgivarkontakter så långt tillbaka',
    en: 'The catalogue counts contacts with employers this far back',
    unit: 'calendar months',
    values: [since(rom1Start, 12, 'A', krom)],
  }),
  choiceWorkingDays: parameter<number>({
    name: 'market.choiceWorkingDays',
    sv: 'Tid att välja leverantör, räknat från dagen efter att beslutet går att läsa',
    en: 'Time to choose a provider, from the day after the decision letter is available',
    unit: 'working days',
    values: [since(rom1Start, 5, 'S', cite(sources.choiceSupplierSite, '4.4'))],
  }),
  reminderWorkingDay: parameter<number>({
    name: 'market.reminderWorkingDay',
    sv: 'Arbetsdag då en påminnelse om valet går ut på morgonen',
    en: 'Working day on whose morning a reminder to choose is sent',
    unit: 'working days',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  placementWorkingDay: parameter<number>({
    name: 'market.placementWorkingDay',
    sv: 'Arbetsdag då närhetsprincipen gäller om inget val har gjorts',
    en: 'Working day on which the nearest-provider rule applies if no choice was made',
    unit: 'working days',
    values: [since(rom1Start, 6, 'A', krom)],
  }),
  startDelayWorkingDays: parameter<number>({
    name: 'market.startDelayWorkingDays',
    sv: 'Tjänsten börjar så många arbetsdagar efter valet eller placeringen',
    en: 'The service starts this many working days after the choice or placement',
    unit: 'working days',
    values: [since(rom1Start, 10, 'C', cite(sources.stage2, '4.4'))],
  }),
  radiusKm: parameter<number>({
    name: 'market.radiusKm',
    sv: 'Leverantörer utanför det egna området syns inom detta avstånd',
    en: 'Providers outside the home area can be reached within this distance',
    unit: 'km',
    values: [since(rom1Start, 100, 'A', krom)],
  }),
  neighbouringAreasWhenEmpty: parameter<boolean>({
    name: 'market.neighbouringAreasWhenEmpty',
    sv: 'Närhetsprincipen söker i angränsande områden när det egna saknar plats',
    en: 'The nearest-provider rule looks in bordering areas when the home area has no place',
    unit: 'switch',
    values: [since(rom1Start, true, 'A', krom)],
  }),
  moveChoiceWorkingDays: parameter<number>({
    name: 'market.moveChoiceWorkingDays',
    sv: 'Tid att välja på nytt efter flytt till område där leverantören saknar avtal',
    en: 'Time to choose anew after a move to an area where the provider has no contract',
    unit: 'working days',
    values: [since(rom1Start, 5, 'A', cite(sources.krom, '4.3'))],
  }),
  contractOverChoiceWorkingDays: parameter<number>({
    name: 'market.contractOverChoiceWorkingDays',
    sv: 'Så många arbetsdagar innan leverantörens avtal upphör får deltagaren välja på nytt',
    en: 'So many working days before the provider’s contract is over the participant may choose anew',
    unit: 'working days',
    values: [since(rom1Start, 15, 'A', krom)],
  }),
  changeDelayWorkingDays: parameter<number>({
    name: 'market.changeDelayWorkingDays',
    sv: 'Ett byte av leverantör gäller så många arbetsdagar senare, om ingen senare dag begärs',
    en: 'A change of provider takes effect this many working days later, unless a later day is asked for',
    unit: 'working days',
    values: [since(rom1Start, 1, 'A', krom)],
  }),
  motives: parameter<readonly Code<ChoiceMotive>[]>({
    name: 'market.motives',
    sv: 'Vad som kan ha spelat roll för valet',
    en: 'What may have mattered for the choice',
    unit: 'codes',
    values: [since(rom1Start, motives, 'A', krom)],
  }),
  providerMayRefuse: parameter<boolean>({
    name: 'market.providerMayRefuse',
    sv: 'Leverantören får tacka nej till en deltagare',
    en: 'The provider may refuse a participant',
    unit: 'switch',
    values: [since(rom1Start, false, 'C', cite(sources.ifau2024, '4.4'))],
  }),
  capacityStates: parameter<readonly CapacityState[]>({
    name: 'market.capacityStates',
    sv: 'Deltagare som tar en plats under kapacitetstaket',
    en: 'Participants who take a place under the capacity cap',
    unit: 'codes',
    values: [since(rom1Start, ['in-service', 'placed', 'granted-not-started'], 'A', krom)],
  }),
  loweredCapEvicts: parameter<boolean>({
    name: 'market.loweredCapEvicts',
    sv: 'Ett sänkt kapacitetstak tar platsen från dem som redan har den',
    en: 'A lowered cap takes the place from those who have it',
    unit: 'switch',
    values: [since(rom1Start, false, 'A', krom)],
  }),
  participantsPerAdviser: lapsingParameter<number>({
    name: 'market.participantsPerAdviser',
    sv: 'Flest deltagare per handledare på heltid',
    en: 'Most participants per full-time adviser',
    unit: 'persons',
    values: [since(rom2Start, 50, 'S', cite(sources.rom2Contract, '4.4'), { clause: '4.5.2' })],
  }),
  presentationCharacters: parameter<number>({
    name: 'market.presentationCharacters',
    sv: 'Längsta presentation som en leverantör får visa i katalogen',
    en: 'Longest presentation that a provider may show in the catalogue',
    unit: 'characters',
    values: [since(rom1Start, 800, 'A', krom)],
  }),
  presentationSentenceWords: parameter<number>({
    name: 'market.presentationSentenceWords',
    sv: 'Flest ord i en mening av presentationen',
    en: 'Most words in a sentence of the presentation',
    unit: 'count',
    values: [since(rom1Start, 25, 'A', krom)],
  }),
  presentationLongWordsPercent: parameter<number>({
    name: 'market.presentationLongWordsPercent',
    sv: 'Största andel ord med fler än sex bokstäver i presentationen',
    en: 'Largest share of words with more than six letters in the presentation',
    unit: 'percent',
    values: [since(rom1Start, 50, 'A', krom)],
  }),
  wayPercent: parameter<number>({
    name: 'market.wayPercent',
    sv: 'Vägens längd i förhållande till fågelvägen, när resan till en leverantör uppskattas',
    en: 'Length of the way beside the great-circle distance, when the way to a provider is estimated',
    unit: 'percent',
    values: [since(rom1Start, 130, 'A', krom)],
  }),
  walkMinutesPerKm: parameter<number>({
    name: 'market.walkMinutesPerKm',
    sv: 'Tid att gå en kilometer',
    en: 'Time to walk a kilometre',
    unit: 'minutes',
    values: [since(rom1Start, 13, 'A', krom)],
  }),
  cycleMinutesPerKm: parameter<number>({
    name: 'market.cycleMinutesPerKm',
    sv: 'Tid att cykla en kilometer',
    en: 'Time to cycle a kilometre',
    unit: 'minutes',
    values: [since(rom1Start, 4, 'A', krom)],
  }),
  wayMinutes: parameter<number>({
    name: 'market.wayMinutes',
    sv: 'Längsta gång- eller cykelväg som nämns i katalogen',
    en: 'Longest walk or ride that the catalogue mentions',
    unit: 'minutes',
    values: [since(rom1Start, 60, 'A', krom)],
  }),
  fewestShown: parameter<number>({
    name: 'market.fewestShown',
    sv: 'Färre personer än så visas inte som antal i katalogen och täckningen',
    en: 'Fewer persons than this are not shown as a number in the catalogue and the coverage',
    unit: 'persons',
    values: [since(rom1Start, 5, 'A', krom)],
  }),
  coverageBandsKm: parameter<readonly number[]>({
    name: 'market.coverageBandsKm',
    sv: 'Avstånd till närmaste leverantör som täckningen delas in efter',
    en: 'Distances to the nearest provider by which the coverage is divided',
    unit: 'table',
    values: [since(rom1Start, [5, 15, 30, 50, 100], 'A', krom)],
  }),
  stomRefusalDays: parameter<number>({
    name: 'market.stomRefusalDays',
    sv: 'I Stöd och matchning får leverantören tacka nej när färre dagar än så återstår',
    en: 'In the older service the provider may refuse when fewer days than this remain',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'C', cite(sources.stage2, '6'))],
  }),
  stomNoticeMonths: parameter<number>({
    name: 'market.stomNoticeMonths',
    sv: 'Uppsägningstid för avtal i Stöd och matchning',
    en: 'Notice period of contracts in the older service',
    unit: 'calendar months',
    values: [since(rom1Start, 3, 'C', cite(sources.stage2, '6'))],
  }),
  stomBesideService: parameter<boolean>({
    name: 'market.stomBesideService',
    sv: 'Stöd och matchning och Rusta och matcha får ta nya deltagare i samma område samtidigt',
    en: 'Both services may take new referrals in one area at once',
    unit: 'switch',
    values: [since(rom1Start, false, 'C', cite(sources.statusReport2021, '4.4'))],
  }),
  municipalityMayProvide: parameter<boolean>({
    name: 'market.municipalityMayProvide',
    sv: 'En kommun kan bli leverantör och få resultatersättning',
    en: 'A municipality can be a provider and receive outcome payments',
    unit: 'switch',
    values: [
      since(rom1Start, true, 'A', cite(sources.crossroads2023, '4.4'), { note: 'Före domen; antaget.' }),
      since(day('2022-11-01'), false, 'C', cite(sources.crossroads2023, '4.4'), {
        note: 'Dom i november 2022 (lokaliseringsprincipen); dagen är inte känd och antas vara den första.',
      }),
    ],
  }),
}
