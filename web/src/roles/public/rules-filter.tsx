import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import { isDay } from '../../../../src/kernel/day.ts'
import { useShellText } from '../../language/shell-texts.ts'
import { DayField } from '../../ui/day-input.tsx'
import { PlainField } from '../../ui/fields.tsx'
import { leftToRight, tidyDay } from '../../ui/typed-day.ts'
import { ruleModules } from './rule-line.ts'
import { useText } from './texts.ts'

type Props = { on: string; module: string; onShow: (asked: { on?: string; module?: string }) => void }

/** Which day and which part of the rules; the answer stands in the address, so that it can be sent to somebody. */
export function RulesFilter({ on, module, onShow }: Props) {
  const text = useText()
  const shell = useShellText()
  const [typed, setTyped] = useState(on)
  const [part, setPart] = useState(module)
  const [wrong, setWrong] = useState(false)
  const show = () => {
    const day = tidyDay(typed)
    setTyped(day)
    setWrong(!isDay(day))
    if (isDay(day)) onShow({ on: day, ...(part === '' ? {} : { module: part }) })
  }
  return (
    <form
      className="k-filter"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
    >
      <DayField
        id="rules-on"
        label={text('on')}
        value={typed}
        onChange={setTyped}
        example={isDay(on) ? on : '2022-10-03'}
        error={wrong ? shell('day.invalid', { example: leftToRight('2022-10-03') }) : undefined}
      />
      <PlainField id="rules-module" label={text('module')} error={undefined}>
        {(described) => (
          <select {...described} value={part} onChange={(event) => setPart(event.target.value)}>
            <option value="">{text('module.all')}</option>
            {ruleModules.map((one) => (
              <option key={one} value={one}>
                {text(`module.${one}`)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <Button type="submit" variant="secondary">
        {text('show')}
      </Button>
    </form>
  )
}
