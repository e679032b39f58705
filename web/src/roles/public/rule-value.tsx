import type { ReactNode } from 'react'
import { isDay } from '../../../../src/kernel/day.ts'
import { kronor } from '../../language/format.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { isNamedCode, lawWords, type NamedCode, type SpokenUnit, spokenUnits, tableKeys } from './rule-line.ts'
import { useText } from './texts.ts'

const isSpoken = (unit: string): unit is SpokenUnit => spokenUnits.some((one) => one === unit)
const inSight = 4

/** A rule's value in words: a number with its unit, yes or no, a list of codes, or a small table. */
export function RuleValue({ value, unit }: { value: unknown; unit: string }): ReactNode {
  const text = useText()
  const say = useNumber(unit)
  if (value === null || value === undefined) return <span className="k-quiet">{text('unknown')}</span>
  if (typeof value === 'boolean') return text(value ? 'yes' : 'no')
  if (typeof value === 'number') return <span className="k-number">{say(value)}</span>
  if (typeof value === 'string') return <Word word={value} />
  if (Array.isArray(value)) return <Values values={value} unit={unit} />
  const entries = Object.entries(value as Record<string, unknown>)
  const keyName = (name: string): string => {
    const known = tableKeys.find((one) => one === name)
    return known === undefined ? name : text(`key.${known}`)
  }
  return (
    <Facts
      items={entries.map(([name, inner]) => ({
        label: keyName(name),
        value: inner === null ? text('no-condition') : <RuleValue value={inner} unit={unit} />,
      }))}
    />
  )
}

function useNumber(unit: string): (value: number) => string {
  const text = useText()
  const format = useFormat()
  if (!isSpoken(unit)) return format.number
  if (unit === 'öre' || unit === 'öre per month') return (value) => text(`unit.${unit}`, { n: kronor(value) })
  return (value) => text(`unit.${unit}`, { n: value })
}

function Values({ values, unit }: { values: readonly unknown[]; unit: string }) {
  const text = useText()
  if (values.length === 0) return <span className="k-quiet">{text('none')}</span>
  const list = (
    <ul className="k-plain-list">
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          {isNamedCode(value) ? <CodeName code={value} /> : <RuleValue value={value} unit={unit} />}
        </li>
      ))}
    </ul>
  )
  if (values.length <= inSight) return list
  return (
    <details className="k-why">
      <summary>{text('show-codes', { n: values.length })}</summary>
      <div className="k-why-body">{list}</div>
    </details>
  )
}

/** The programme's own words are Swedish and English; the other languages read the nearest. */
function CodeName({ code }: { code: NamedCode }) {
  const own = useLawLanguage()
  return <span {...own.marks}>{code[own.language]}</span>
}

export function useLawLanguage() {
  const { language } = useLanguage()
  const law = language === 'sv' || language === 'sv-x-latt' ? ('sv' as const) : ('en' as const)
  return { language: law, marks: law === language || language === 'sv-x-latt' ? {} : { lang: law, dir: 'ltr' } }
}

/** A single word of the law; one without a text stands as in the open data. */
function Word({ word }: { word: string }) {
  const text = useText()
  const format = useFormat()
  const known = lawWords.find((one) => one === word)
  if (known !== undefined) return text(`word.${known}`)
  if (isDay(word)) return format.day(word)
  return (
    <code lang="en" dir="ltr">
      {word}
    </code>
  )
}
