import type { ReactNode } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { AssessmentView } from '../../../../src/modules/assessment/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { useText } from './texts.ts'

type Props = { made: AssessmentView; name: string; title?: string; children: ReactNode }

/** A part of an assessment under its heading. One that has been replaced says of which day it is, so that no two are named alike. */
export function GlassSection({ made, name, title = name, children }: Props) {
  const text = useText()
  const format = useFormat()
  const isReplaced = made.notValidBecause === 'assessment-replaced'
  const label = isReplaced ? text('glass.of-day', { name, day: format.day(made.onDay as Day) }) : name
  return (
    <section className="k-stack" aria-label={label}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
