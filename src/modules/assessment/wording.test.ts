import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { seeded } from '../../kernel/random.ts'
import { rulesOn } from '../../rules/index.ts'
import { municipality } from '../../rules/reference/index.ts'
import { assess, weigh, whatWouldChange } from './domain/index.ts'
import { aPersonOfStock, theTool } from './testing.ts'
import { changeTold, labelOf, partValueText, valueText, weighedText } from './wording.ts'

const languages = ['sv', 'sv-x-latt', 'en', 'ar'] as const
const today = day('2022-10-03')
const columns = theTool.model.terms.flatMap((term) => (term.kind === 'pair' ? [] : [term]))
/** What is left when a text lacks a value: a placeholder, a code of the model, or nothing at all. */
const unsaid = /\{\w+\}|undefined|null|×|\b[a-z]+[A-Z]\w*|-unfinished/

describe('the words of the explanation', () => {
  for (const language of languages) {
    test(`name every variable and every level of the shipped model in ${language}`, () => {
      for (const column of columns) {
        assert.notEqual(labelOf(column, language), column.name)
        assert.ok(valueText(column.name, null, language).length > 0)
        for (const level of column.kind === 'category' ? column.levels : []) {
          const told = valueText(column.name, level, language)
          if (column.name === 'municipality') assert.equal(told, municipality(level)?.name ?? level)
          // English happens to say these as the model does.
          else if (!['yes', 'no', 'none'].includes(level)) assert.notEqual(told, level, column.name)
        }
      }
    })

    test(`tell parts, pairs and changes whole in ${language}`, () => {
      let pairs = 0
      for (let seed = 0; seed < 60; seed += 1) {
        const facts = aPersonOfStock(seeded(seed))
        const estimate = assess(facts, today, theTool)
        const { for: good, against } = weigh(estimate)
        for (const part of [...good, ...against]) {
          if (part.of !== undefined) pairs += 1
          assert.doesNotMatch(weighedText(part, language), unsaid)
        }
        for (const part of estimate.parts) assert.ok(partValueText(part, language).length > 0)
        const law = rulesOn(today).assessment
        for (const change of whatWouldChange({ facts, on: today, law, waivedBy: [] }, theTool)) {
          assert.doesNotMatch(changeTold(change, language).text, unsaid)
        }
      }
      assert.ok(pairs > 0, 'no pair was told')
    })
  }

  test('call a column without words by its own name, so that a model with another column can be shown', () => {
    assert.equal(labelOf({ name: 'commuting' }, 'sv'), 'commuting')
    assert.equal(valueText('commuting', 'far', 'en'), 'far')
  })

  test('tell municipalities by name and numbers with their unit', () => {
    assert.equal(valueText('municipality', '1480', 'ar'), 'Göteborg')
    assert.equal(valueText('age', 41, 'sv'), '41 år')
    assert.equal(valueText('registeredShareTenYears', 0.33, 'en'), 'about 33 per cent of the time')
    assert.equal(valueText('wantedExtentPercent', 100, 'sv-x-latt'), 'heltid')
    assert.equal(valueText('wantedExtentPercent', 75, 'sv'), '75 procent')
  })
})
