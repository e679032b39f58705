import { useMemo } from 'react'
import { useFormat } from '../../language/use-format.ts'

const thousandth = 1000

/** Effects with their sign, chances in per cent, and measures with three decimals. */
export function useNumbers() {
  const format = useFormat()
  return useMemo(
    () => ({
      whole: format.number,
      /** +0,25 */
      signed: (value: number) => `${value > 0 ? '+' : ''}${format.number(Math.round(value * 100) / 100)}`,
      /** 42,1 % */
      percent: (chance: number) => `${format.number(Math.round(chance * thousandth) / 10)}\u00a0%`,
      /** 0,742: a measure keeps its third decimal. */
      fine: (value: number) => {
        const [, decimals = ''] = Math.abs(value).toFixed(3).split('.')
        const whole = format.number(Math.trunc(value))
        const sign = value < 0 && Math.trunc(value) === 0 ? '−' : ''
        return `${sign}${whole}${format.number(0.1).charAt(1)}${decimals}`
      },
    }),
    [format],
  )
}
