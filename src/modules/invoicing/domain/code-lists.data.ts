/** The codes of the lists that invoices of this programme use; others are refused with the list's rule. */
export const codeLists = {
  currencies: ['SEK'],
  /** UN/ECE recommendation 20: one, hour, day, month, piece, lump sum, week, year. */
  units: ['C62', 'H87', 'HUR', 'DAY', 'MON', 'LS', 'WEE', 'ANN', 'EA', 'XPP'],
  /** UNCL 5305 as Peppol narrows it: standard, zero, exempt, reverse charge, intra-community, export, outside, islands. */
  vatCategories: ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'],
  /** ISO 3166-1. */
  countries: (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF ' +
    'CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH ' +
    'GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW ' +
    'KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG ' +
    'NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN ' +
    'SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI XK ' +
    'YE YT ZA ZM ZW'
  ).split(' '),
  /** Electronic address schemes: Swedish organisation number, GLN. */
  endpointSchemes: ['0007', '0088'],
  /** UNCL 4461: the means that Peppol's Swedish rules know how to read. */
  paymentMeans: ['1', '10', '30', '31', '42', '48', '49', '50', '54', '55', '56', '57', '58', '59', '68', '97', 'ZZZ'],
} as const satisfies Record<string, readonly string[]>
