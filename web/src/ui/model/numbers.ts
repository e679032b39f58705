import { useMemo } from 'react'
import { useFormat } from '../../language/use-format.ts'

const decimals = 3
const thousandth = 10 ** decimals

/** Effects with their sign, chances in per cent, and measures with three decimals. */
export function useNumbers() {
  const format = useFormat()
  return useMemo(() => {
    const point = format.number(0.5).charAt(1)
    /** 0,742: a measure keeps its third decimal. */
    const fine = (value: number): string => {
      const rounded = Math.round(value * thousandth) / thousandth
      const [whole = '0', rest = ''] = Math.abs(rounded).toFixed(decimals).split('.')
      return `${rounded < 0 ? '−' : ''}${format.number(Number(whole))}${point}${rest}`
    }
    return {
      fine,
      whole: format.number,
      /** +0,25 */
      signed: (value: number) => {
        const rounded = Math.round(value * 100) / 100 || 0
        return `${rounded > 0 ? '+' : ''}${format.number(rounded)}`
      },
      /** +0,058: for effects that are small. */
      signedFine: (value: number) => `${Math.round(value * thousandth) > 0 ? '+' : ''}${fine(value)}`,
      /** 13,4 of a hundred */
      points: (chance: number) => format.number(Math.round(chance * thousandth) / 10 || 0),
      /** 42,1 % */
      percent: (chance: number) => `${format.number(Math.round(chance * thousandth) / 10 || 0)}\u00a0%`,
    }
  }, [format])
}
