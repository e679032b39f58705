/** Lines of work that a provider's address is directed to, by the codes of the market's contract. */
export type OrientationCode =
  | 'administration'
  | 'construction'
  | 'sales'
  | 'crafts'
  | 'hotel-restaurant'
  | 'health-care'
  | 'industry'
  | 'installation'
  | 'it'
  | 'culture-media'
  | 'nature'
  | 'education'
  | 'cleaning'
  | 'security'
  | 'social-work'
  | 'technology'
  | 'transport'
  | 'all'

/** Municipality, street, languages and orientations of one address. */
export type AddressRow = readonly [municipalityCode: string, street: string, languages: string, orientations: string]

/** An invented provider: no such company is known to exist. */
export interface ProviderRow {
  readonly name: string
  readonly areas: readonly ('centre' | 'north' | 'south')[]
  readonly size: 'large' | 'small'
  readonly presentation: string
  readonly addresses: readonly AddressRow[]
}

const p = (
  name: string,
  areas: ProviderRow['areas'],
  size: ProviderRow['size'],
  presentation: string,
  ...addresses: AddressRow[]
): ProviderRow => ({ name, areas, size, presentation, addresses })

/** 24 fictional providers, larger ones first. */
export const providerRows: readonly ProviderRow[] = [
  p(
    'Älvhage Jobbväg AB',
    ['centre', 'north'],
    'large',
    'Vi arbetar nära dig och dina mål, med många kontakter hos arbetsgivare i hela regionen.',
    ['1480', 'Älvhagegatan 4', 'sv en ar so', 'all'],
    ['1482', 'Gamla torget 7', 'sv en ar', 'all'],
    ['1415', 'Hamngatan 3', 'sv en', 'industry technology'],
  ),
  p(
    'Kvarnstad Karriär AB',
    ['centre', 'north'],
    'large',
    'Egen handledare från första dagen och korta kurser inom vård, transport och lager.',
    ['1480', 'Kvarnstadsgatan 11', 'sv en fa prs', 'health-care transport'],
    ['1440', 'Ale torg 2', 'sv en ar', 'transport industry'],
    ['1489', 'Kungsgatan 18', 'sv en so', 'all'],
  ),
  p(
    'Stenlöv Matchning AB',
    ['centre', 'north'],
    'large',
    'Matchning mot lediga jobb varje vecka. Vi följer med på studiebesök och intervjuer.',
    ['1480', 'Stenlövsvägen 22', 'sv en ar ku tr', 'all'],
    ['1441', 'Bagges torg 5', 'sv en', 'administration sales'],
  ),
  p(
    'Fyrbåk Arbetsliv AB',
    ['centre'],
    'large',
    'För dig som vill tillbaka till arbetslivet i lugn takt, med tydlig plan steg för steg.',
    ['1480', 'Fyrbåksgatan 9', 'sv en es', 'administration it'],
    ['1481', 'Brogatan 14', 'sv en fi', 'administration technology'],
  ),
  p(
    'Strandmark Språk och Jobb AB',
    ['centre'],
    'large',
    'Stöd på många språk och praktisk yrkessvenska.',
    ['1480', 'Strandmarksgatan 31', 'sv en ar so fa prs ti ku', 'all'],
    ['1402', 'Gamla Kronvägen 8', 'sv ar so bs', 'all'],
  ),
  p(
    'Norrhamn Kompetens AB',
    ['centre', 'north'],
    'large',
    'Industri, bygg och transport är vår hemmaplan.',
    ['1480', 'Norrhamnsgatan 6', 'sv en pl ro uk', 'industry construction transport installation'],
    ['1482', 'Strandgatan 30', 'sv en pl', 'industry construction'],
  ),
  p('Tallrot Vägledning AB', ['centre'], 'large', 'Vägledning mot utbildning och nya yrken.', [
    '1480',
    'Tallrotsgatan 17',
    'sv en bs',
    'education social-work culture-media',
  ]),
  p(
    'Vikforsen Jobbstöd AB',
    ['north'],
    'large',
    'Lokalt stöd på flera orter norr om Göteborg.',
    ['1489', 'Norra Strömgatan 12', 'sv en ar', 'all'],
    ['1440', 'Göteborgsvägen 200', 'sv en', 'all'],
    ['1441', 'Aludden 3', 'sv so ar', 'health-care cleaning'],
  ),
  p('Ekhamre Omställning AB', ['centre'], 'small', 'Liten grupp, mycket tid med handledare.', [
    '1480',
    'Ekhamregatan 2',
    'sv en',
    'administration sales',
  ]),
  p('Lindåker Arbetsforum AB', ['centre'], 'small', 'Vi är bra på vård och omsorg.', [
    '1480',
    'Lindåkersvägen 19',
    'sv so ti en',
    'health-care social-work',
  ]),
  p('Holmsäter Matchpunkt AB', ['centre'], 'small', 'Snabba vägar till restaurang, hotell och städ.', [
    '1480',
    'Holmsätersgatan 8',
    'sv ar th es en',
    'hotel-restaurant cleaning',
  ]),
  p('Granlöv Jobbverkstad AB', ['centre'], 'small', 'Hantverk, reparation och grönyteskötsel.', [
    '1480',
    'Granlövsgatan 45',
    'sv pl ro',
    'crafts nature construction',
  ]),
  p('Palmvik Nystart AB', ['centre'], 'small', 'Stöd på arabiska, kurdiska och svenska.', [
    '1480',
    'Palmviksgatan 3',
    'sv ar ku',
    'all',
  ]),
  p('Rosenhage Yrkesbro AB', ['centre'], 'small', 'Validering av erfarenhet och vägar till bristyrken.', [
    '1480',
    'Rosenhagegatan 21',
    'sv fa prs en',
    'health-care education',
  ]),
  p('Björklind Digitaljobb AB', ['centre'], 'small', 'It, kundtjänst och administration.', [
    '1480',
    'Björklindsgatan 10',
    'sv en uk',
    'it administration',
  ]),
  p(
    'Fagerlid Framåt AB',
    ['centre'],
    'small',
    'Handledning i Mölndal och Mölnlycke.',
    ['1481', 'Fagerlidsvägen 5', 'sv en bs', 'all'],
    ['1401', 'Biblioteksgatan 2', 'sv en', 'all'],
  ),
  p('Hedbrink Handledning AB', ['centre'], 'small', 'Lugn miljö för dig som varit borta länge från arbete.', [
    '1402',
    'Hedbrinksvägen 14',
    'sv en',
    'all',
  ]),
  p('Sundhage Servicejobb AB', ['centre'], 'small', 'Handel, service och bevakning.', [
    '1480',
    'Sundhagegatan 27',
    'sv en tr',
    'sales security cleaning',
  ]),
  p('Mossberget Arbetskraft AB', ['north'], 'small', 'Bygg, anläggning och skog.', [
    '1482',
    'Mossbergsvägen 1',
    'sv en pl',
    'construction nature',
  ]),
  p('Ljungholt Lärcenter AB', ['north'], 'small', 'Språk och jobb i Alingsås.', [
    '1489',
    'Ljungholtsgatan 7',
    'sv ti ar so',
    'all',
  ]),
  p('Öbrink Kustjobb AB', ['north'], 'small', 'Säsong, service och båtbransch på kusten.', [
    '1415',
    'Öbrinksgatan 16',
    'sv en',
    'hotel-restaurant crafts technology',
  ]),
  p('Hagestrand Vårdväg AB', ['north'], 'small', 'Vägen in i vården, med språkstöd.', [
    '1440',
    'Hagestrandsgatan 4',
    'sv ar so',
    'health-care',
  ]),
  p(
    'Skoghem Etablering AB',
    ['centre', 'north'],
    'small',
    'För dig som är ny i Sverige.',
    ['1480', 'Skoghemsgatan 12', 'sv ar so ti prs', 'all'],
    ['1441', 'Skoghemsvägen 2', 'sv ar', 'all'],
  ),
  p('Åkerhall Sydväst AB', ['south'], 'small', 'Stöd till arbete i Kungsbacka. Tar inte emot nya deltagare nu.', [
    '1384',
    'Åkerhallsgatan 6',
    'sv en',
    'all',
  ]),
]
