import type { Ore } from '../../../src/kernel/money.ts'
import { kronor } from '../language/format.ts'
import { type Explanation, Why } from './why.tsx'

/** An amount in öre as kronor, left-to-right in every language; with an explanation it opens to "varför?". */
export function Money({ ore, explanation }: { ore: Ore | number; explanation?: Explanation }) {
  const amount = kronor(ore)
  return (
    <>
      <bdi className="k-number" dir="ltr">
        {amount}
      </bdi>
      {explanation !== undefined && <Why about={amount} explanation={explanation} />}
    </>
  )
}
