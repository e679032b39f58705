import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { presentationFaults } from './presentation.ts'

const law = { presentationCharacters: 800, presentationSentenceWords: 25, presentationLongWordsPercent: 50 }
const faultsOf = (text: string) => presentationFaults(text, law).map(({ fault, sentence }) => [fault, sentence])

describe("a provider's text about itself", () => {
  test('may say plainly what it does', () => {
    const plain = [
      '',
      'Vi är bra på vård och omsorg.',
      'Egen handledare från första dagen och korta kurser inom vård, transport och lager.',
      'Vi presenterar dig för arbetsgivare. Det är gratis för dig. Vi har kontakter i hela regionen.',
      'نساعدك في العثور على عمل. نتحدث العربية.',
    ]
    for (const text of plain) assert.deepEqual(faultsOf(text), [], text)
  })

  test('promises neither money nor gifts nor certain work, and the sentence is named', () => {
    assert.deepEqual(faultsOf('Vi hjälper dig. Du får ett PRESENTKORT när du börjar! Välkommen.'), [
      ['promises-gift', 'Du får ett PRESENTKORT när du börjar!'],
    ])
    assert.deepEqual(faultsOf('Välj oss och få 500 kr kontant.'), [
      ['promises-money', 'Välj oss och få 500 kr kontant.'],
    ])
    assert.deepEqual(faultsOf('Vi garanterar jobb inom tre månader.'), [
      ['promises-work', 'Vi garanterar jobb inom tre månader.'],
    ])
    assert.deepEqual(
      faultsOf('Choose us and get paid.\nنقدم هدية لكل مشارك.').map(([fault]) => fault),
      ['promises-money', 'promises-gift'],
    )
  })

  test('is short, in short sentences and everyday words', () => {
    const long = `Vi ${'går '.repeat(25)}hem.`
    assert.deepEqual(faultsOf(`Hej. ${long}`), [['long-sentence', long]])
    assert.deepEqual(
      faultsOf('Vi går hem nu. '.repeat(60)).map(([fault]) => fault),
      ['too-long'],
    )
    const hard = 'Individanpassade kompetensutvecklingsinsatser möjliggör arbetsmarknadsetablering. '
    const found = faultsOf(hard.repeat(9))
    assert.deepEqual(found[0], ['hard-words', hard.trim()])
  })

  test('may be as long as the rule says and no longer', () => {
    assert.deepEqual(faultsOf('Ja! '.repeat(200).trim()), [])
    assert.deepEqual(
      faultsOf('Ja! '.repeat(201).trim()).map(([fault]) => fault),
      ['too-long'],
    )
  })
})
