import type { ProblemTexts } from '../../platform/problems.ts'

/** Why a register extract, or a row of one, is refused: met by staff and operators only. */
export const extractProblems: ProblemTexts = {
  'empty-file': {
    status: 422,
    sv: { title: 'Filen är tom', cure: 'Ta ut registerutdraget på nytt och skicka in det.' },
    en: { title: 'The file is empty', cure: 'Make the register extract again and send it.' },
  },
  'file-missing': {
    status: 422,
    sv: { title: 'Ingen fil kom med', cure: 'Välj en CSV-fil och skicka igen.' },
    en: { title: 'No file was sent', cure: 'Choose a CSV file and send again.' },
  },
  'not-a-text-file': {
    status: 422,
    sv: { title: 'Filen är inte en textfil', cure: 'Spara kalkylbladet som CSV (UTF-8) och skicka in det.' },
    en: { title: 'The file is not a text file', cure: 'Save the spreadsheet as CSV (UTF-8) and send it.' },
  },
  'missing-column': {
    status: 422,
    sv: {
      title: 'Kolumnen {column} saknas i första raden',
      cure: 'Första raden ska namnge alla 22 kolumner. Lägg till kolumnen och skicka igen.',
    },
    en: {
      title: 'The column {column} is missing in the first line',
      cure: 'The first line must name all 22 columns. Add the column and send again.',
    },
  },
  'unknown-column': {
    status: 422,
    sv: { title: 'Kolumnen ”{column}” är okänd', cure: 'Ta bort kolumnen eller rätta namnet i första raden.' },
    en: { title: 'The column “{column}” is unknown', cure: 'Remove the column or correct its name in the first line.' },
  },
  'repeated-column': {
    status: 422,
    sv: { title: 'Kolumnen {column} finns två gånger', cure: 'Ta bort den ena.' },
    en: { title: 'The column {column} stands twice', cure: 'Remove one of them.' },
  },
  'too-few-columns': {
    status: 422,
    sv: {
      title: 'Raden har {found} kolumner, första raden har {expected}',
      cure: 'Fyll ut raden så att varje kolumn finns, även tomma.',
    },
    en: {
      title: 'The row has {found} columns, the first line has {expected}',
      cure: 'Complete the row so that every column is there, empty ones too.',
    },
  },
  'too-many-columns': {
    status: 422,
    sv: {
      title: 'Raden har {found} kolumner, första raden har {expected}',
      cure: 'Sätt citattecken om text som innehåller skiljetecknet.',
    },
    en: {
      title: 'The row has {found} columns, the first line has {expected}',
      cure: 'Put quotes around text that holds the separator.',
    },
  },
  'unclosed-quote': {
    status: 422,
    sv: {
      title: 'Ett citattecken öppnas men stängs inte',
      cure: 'Stäng citattecknet, eller skriv det dubbelt inne i text.',
    },
    en: { title: 'A quote is opened and not closed', cure: 'Close it, or write it twice inside text.' },
  },
  'same-row-twice': {
    status: 422,
    sv: { title: 'Samma rad finns tidigare i filen', cure: 'Inget behöver göras: raden ändrar ingenting.' },
    en: {
      title: 'The same row stands earlier in the file',
      cure: 'Nothing needs to be done: the row changes nothing.',
    },
  },
  'conflicts-with-earlier-row': {
    status: 422,
    sv: {
      title: 'Personen finns tidigare i filen med andra uppgifter',
      cure: 'Behåll en av raderna. Den första har lästs in.',
    },
    en: {
      title: 'The person stands earlier in the file with other facts',
      cure: 'Keep one of the rows. The first has been read in.',
    },
  },
  'contradicts-personnummer': {
    status: 422,
    sv: {
      title: 'Könet stämmer inte med personnumret',
      cure: 'Kontrollera båda: näst sista siffran är udda för män och jämn för kvinnor.',
    },
    en: {
      title: 'The sex contradicts the identity number',
      cure: 'Check both: the last digit but one is odd for men and even for women.',
    },
  },
  'contradicts-post-town': {
    status: 422,
    sv: {
      title: 'Kommunkoden är en kommun långt från postorten',
      cure: 'Kontrollera koden och postorten: de ligger mer än tio mil från varandra.',
    },
    en: {
      title: 'The code is a municipality far from the post town',
      cure: 'Check the code and the post town: they are more than 100 km apart.',
    },
  },
  'not-in-list': {
    status: 422,
    sv: { title: 'Värdet finns inte i listan', cure: 'Skriv ett av dessa: {allowed}.' },
    en: { title: 'The value is not in the list', cure: 'Write one of these: {allowed}.' },
  },
  'not-a-number': {
    status: 422,
    sv: { title: 'Värdet är inte ett tal', cure: 'Skriv bara siffror.' },
    en: { title: 'The value is not a number', cure: 'Write digits only.' },
  },
  'not-a-whole-number': {
    status: 422,
    sv: { title: 'Värdet är inte ett heltal', cure: 'Skriv utan decimaler.' },
    en: { title: 'The value is not a whole number', cure: 'Write it without decimals.' },
  },
  'out-of-range': {
    status: 422,
    sv: { title: 'Talet är utanför det möjliga', cure: 'Skriv ett tal från {least} till {most}.' },
    en: { title: 'The number is outside what is possible', cure: 'Write a number from {least} to {most}.' },
  },
  'unknown-language': {
    status: 422,
    sv: {
      title: 'Språket är okänt',
      cure: 'Skriv språkets svenska namn eller dess kod, till exempel arabiska eller ar.',
    },
    en: {
      title: 'The language is unknown',
      cure: "Write the language's Swedish name or its code, for example arabiska or ar.",
    },
  },
}
