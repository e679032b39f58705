import { useFormat } from '../../language/use-format.ts'

/** An amount with its sign in writing. */
export function Signed({ ore }: { ore: number }) {
  const format = useFormat()
  const sign = ore > 0 ? '+' : ''
  return (
    <bdi className="k-number" dir="ltr">
      {ore === 0 ? '±0' : `${sign}${format.kronor(ore)}`}
    </bdi>
  )
}
