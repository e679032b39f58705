/** A public text that a rule rests on. `address` is `null` for a source that is not on the web under a known address. */
export type Publication = { readonly title: string; readonly publisher: string; readonly address: string | null }

/** Where one value comes from: the text, and the section of the programme that states it. */
export type Source = Publication & { readonly section: string }

/** A source for one value; `section` is the section of the programme, such as `4.3`. */
export function cite(publication: Publication, section: string): Source {
  return { ...publication, section }
}

const af = 'Arbetsförmedlingen'
const afSite = 'https://arbetsformedlingen.se'
const afNews = `${afSite}/om-oss/for-leverantorer/aktuellt/nyheter-for-leverantorer`
const afSupplier = `${afSite}/om-oss/for-leverantorer`

function act(number: string, title: string): Publication {
  return {
    title: `${title} (SFS ${number})`,
    publisher: 'Sveriges riksdag och regering',
    address: `https://lagen.nu/${number}`,
  }
}

/** The public texts, by a name for the code. Published titles and addresses only. */
export const sources = {
  krom: {
    title: 'Krom: antagande, kan sättas annorlunda av myndigheten',
    publisher: 'Krom',
    address: null,
  },
  aiAct: {
    title: 'Förordning (EU) 2024/1689 om artificiell intelligens',
    publisher: 'Europeiska unionen',
    address: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  },
  start2020: {
    title: 'Lägesrapport Rusta och matcha inlämnad (2020-04-15)',
    publisher: af,
    address: `${afNews}/2020-04-15-lagesrapport-rusta-och-matcha-inlamnad`,
  },
  window2020: {
    title: 'Rusta och matcha: breddat fönster i bedömningsstödet (2020-12-08)',
    publisher: af,
    address: `${afNews}/2020-12-08-rusta-och-matcha-breddat-fonster-i-bedomningsstodet`,
  },
  window2021July: {
    title: 'Långtidsarbetslösa prioriteras i Rusta och matcha (2021-07-29)',
    publisher: af,
    address: `${afNews}/2021-07-29-langtidsarbetslosa-prioriteras-i-rusta-och-matcha`,
  },
  window2021September: {
    title: 'Utökning i kriterier för Rusta och matcha (2021-09-09)',
    publisher: af,
    address: `${afNews}/2021-09-09-utokning-i-kriterier-for-rusta-och-matcha`,
  },
  window2021November: {
    title: 'Kriterierna för Rusta och matcha utökas ytterligare (2021-11-16)',
    publisher: af,
    address: `${afNews}/2021-11-16-kriterierna-for-rusta-och-matcha-utokas-ytterligare`,
  },
  window2023: {
    title: 'Möjlighet till Rusta och matcha redan efter 120 dagar (2023-03-06)',
    publisher: af,
    address: `${afNews}/2023-03-06-mojlighet-till-rusta-och-matcha-redan-efter-120-dagar`,
  },
  ifau2024: {
    title: 'Rusta och matcha: rapport 2024:9',
    publisher: 'IFAU',
    address: 'https://www.ifau.se',
  },
  statusReport2021: {
    title: 'Lägesrapport Kundval rusta och matcha, augusti 2021',
    publisher: af,
    address: null,
  },
  rom2Start: {
    title: 'Omdömesenkäter har skickats ut (2023-09-01)',
    publisher: af,
    address: `${afSite}/for-leverantorer/nyheter-for-leverantorer/nyheter-for-leverantorer/2023-09-01-omdomesenkater-har-skickats-ut`,
  },
  questions: {
    title: 'Frågor och svar om Rusta och matcha',
    publisher: af,
    address: `${afSupplier}/rusta-och-matcha/fragor-och-svar-rusta-och-matcha`,
  },
  jobseekerPage: {
    title: 'Rusta och matcha, för arbetssökande',
    publisher: af,
    address: `${afSite}/for-arbetssokande/extra-stod/stod-a-o/rusta-och-matcha`,
  },
  profilingNotice: {
    title: 'Informationsinsats om det statistiska bedömningsstödet (2021-05-31)',
    publisher: af,
    address: `${afNews}/2021-05-31-informationsinsats-om-det-statistiska-bedomningsstodet`,
  },
  newModel2023: {
    title: 'Arbetsförmedlingens nya bedömningsmodell (2023)',
    publisher: af,
    address: `${afSite}/statistik/analyser-och-prognoser/analys-och-utvardering/2023/arbetsformedlingens-nya-bedomningsmodell`,
  },
  stage2: {
    title: 'Uppsägningen av Stöd och matchning och start av Rusta och matcha etapp 2 (2021-07-05)',
    publisher: af,
    address: `${afNews}/2021-07-05-uppsagningen-av-stod-och-matchning-och-start-av-rusta-och-matcha-etapp-2`,
  },
  periodicReport: {
    title: 'Nu kan du skicka in periodisk redovisning via Mina sidor för fristående aktörer (2021-11-03)',
    publisher: af,
    address: `${afNews}/2021-11-03-nu-kan-du-skicka-in-periodisk-redovisning-via-mina-sidor-for-fristaende-aktorer`,
  },
  deviationReport: {
    title: 'Korrekt avvikelserapport vid frånvaro underlättar handläggning (2024-04-17)',
    publisher: af,
    address: `${afSite}/for-leverantorer/nyheter-for-leverantorer/nyheter-for-leverantorer/2024-04-17-korrekt-avvikelserapport-vid-franvaro-underlattar-handlaggning`,
  },
  supplierGuide: {
    title: 'Guide till Mina sidor för fristående aktörer (2021–22)',
    publisher: af,
    address: null,
  },
  cooperationHistory: {
    title: 'Samarbetshistorik i Rusta och matcha (2021-02-01)',
    publisher: af,
    address: `${afNews}/2021-02-01-samarbetshistorik-i-rusta-och-matcha`,
  },
  choiceSupplierSite: {
    title: 'Krav för Rusta och matcha (en leverantörs webbplats)',
    publisher: 'Enrival',
    address: 'https://www.enrival.se/nyheter/krav-rusta-matcha/',
  },
  howKromWorks: {
    title: 'Hur fungerar KROM? (mars 2021)',
    publisher: 'Kompetensföretagen',
    address: 'https://www.kompetensforetagen.se/2021/03/hur-fungerar-krom/',
  },
  rom2Applicants: {
    title: 'Instruktioner till befintliga leverantörer i Rusta och matcha som ansöker till Rusta och matcha 2',
    publisher: af,
    address: null,
  },
  rom2Contract: {
    title: 'Förfrågningsunderlag Rusta och matcha 2, återgivet i andra hand',
    publisher: af,
    address: null,
  },
  rom2Weights: {
    title: 'Resultatuppföljning av Rusta och matcha 2025–2026 (beräkning på publicerade nivåvikter)',
    publisher: af,
    address: null,
  },
  hiddenRole2025: {
    title: 'Kommunernas dolda roll i arbetsmarknadspolitiken? (2025)',
    publisher: 'Göteborgsregionen',
    address: 'https://goteborgsregionen.se',
  },
  crossroads2023: {
    title: 'Kommunernas vägval i arbetsmarknadspolitiken (2023)',
    publisher: 'Göteborgsregionen',
    address: 'https://goteborgsregionen.se',
  },
  stom: {
    title: 'Stöd och matchning',
    publisher: 'Kompetensföretagen',
    address: 'https://www.kompetensforetagen.se/stom-stod-och-matchning/',
  },
  rating2022: {
    title: 'Nytt betygssystem ska underlätta valet av leverantör (2022-01-20)',
    publisher: af,
    address: `${afNews}/2022-01-20-nytt-betygssystem-ska-underlatta-valet-av-leverantor`,
  },
  placementOrdinance: act('2022:812', 'Förordning om arbetsmarknadspolitiska förmedlingsinsatser'),
  labourMarketOrdinance: act('2000:628', 'Förordning om den arbetsmarknadspolitiska verksamheten'),
  registerAct: act('2002:546', 'Lag om behandling av personuppgifter i den arbetsmarknadspolitiska verksamheten'),
  choiceAct: act('2008:962', 'Lag om valfrihetssystem'),
} satisfies Record<string, Publication>
