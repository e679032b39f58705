/** The 13 municipalities of the Gothenburg region, what share of the registered live there, and how far out. */
export interface Place {
  /** SCB's code. */
  readonly code: string
  readonly name: string
  /** Weight among the registered. */
  readonly weight: number
  /** How far homes lie from the seat, standard deviation in km. */
  readonly spreadKm: number
  /** First three digits of its postcodes. */
  readonly postcodes: readonly string[]
  readonly localities: readonly string[]
}

export const gothenburgRegion: readonly Place[] = [
  {
    code: '1480',
    name: 'Göteborg',
    weight: 590,
    spreadKm: 4.5,
    postcodes: ['411', '415', '417', '422', '424', '426'],
    localities: ['Göteborg', 'Hisings Backa', 'Angered', 'Västra Frölunda'],
  },
  {
    code: '1481',
    name: 'Mölndal',
    weight: 52,
    spreadKm: 2.5,
    postcodes: ['431'],
    localities: ['Mölndal', 'Kållered', 'Lindome'],
  },
  {
    code: '1384',
    name: 'Kungsbacka',
    weight: 50,
    spreadKm: 4,
    postcodes: ['434', '439'],
    localities: ['Kungsbacka', 'Onsala', 'Fjärås'],
  },
  {
    code: '1482',
    name: 'Kungälv',
    weight: 32,
    spreadKm: 3,
    postcodes: ['442'],
    localities: ['Kungälv', 'Ytterby', 'Marstrand'],
  },
  {
    code: '1402',
    name: 'Partille',
    weight: 36,
    spreadKm: 1.8,
    postcodes: ['433'],
    localities: ['Partille', 'Sävedalen', 'Öjersjö'],
  },
  {
    code: '1489',
    name: 'Alingsås',
    weight: 38,
    spreadKm: 3,
    postcodes: ['441'],
    localities: ['Alingsås', 'Sollebrunn', 'Ingared'],
  },
  {
    code: '1441',
    name: 'Lerum',
    weight: 26,
    spreadKm: 3,
    postcodes: ['443', '448'],
    localities: ['Lerum', 'Gråbo', 'Floda'],
  },
  {
    code: '1401',
    name: 'Härryda',
    weight: 24,
    spreadKm: 3,
    postcodes: ['435', '438'],
    localities: ['Mölnlycke', 'Landvetter', 'Hindås'],
  },
  {
    code: '1440',
    name: 'Ale',
    weight: 26,
    spreadKm: 3,
    postcodes: ['446', '449'],
    localities: ['Nödinge', 'Älvängen', 'Bohus'],
  },
  {
    code: '1415',
    name: 'Stenungsund',
    weight: 20,
    spreadKm: 2.5,
    postcodes: ['444'],
    localities: ['Stenungsund', 'Stora Höga'],
  },
  {
    code: '1462',
    name: 'Lilla Edet',
    weight: 18,
    spreadKm: 2.5,
    postcodes: ['463'],
    localities: ['Lilla Edet', 'Lödöse', 'Göta'],
  },
  {
    code: '1419',
    name: 'Tjörn',
    weight: 10,
    spreadKm: 2,
    postcodes: ['471'],
    localities: ['Skärhamn', 'Rönnäng', 'Myggenäs'],
  },
  {
    code: '1407',
    name: 'Öckerö',
    weight: 7,
    spreadKm: 1,
    postcodes: ['475'],
    localities: ['Öckerö', 'Hönö', 'Björkö'],
  },
]

/** Street names that most Swedish places have. */
export const streets: readonly string[] = [
  'Storgatan',
  'Skolgatan',
  'Parkvägen',
  'Ängsvägen',
  'Björkvägen',
  'Lindgatan',
  'Kyrkogatan',
  'Stationsvägen',
  'Backvägen',
  'Rönnvägen',
  'Tallvägen',
  'Granvägen',
  'Ekgatan',
  'Industrigatan',
  'Strandvägen',
  'Bergsgatan',
  'Solvägen',
  'Trädgårdsgatan',
  'Nygatan',
  'Åkervägen',
  'Kvarngatan',
  'Smedjegatan',
  'Hantverksgatan',
  'Syrengatan',
]
