/** How well chances order and match what happened; weights count rows. */
export interface Scored {
  readonly chance: Float64Array
  readonly target: ArrayLike<number>
  readonly weight: ArrayLike<number>
}

/** The chance that someone who succeeded had a higher estimate than someone who did not; ties count a half. */
export function areaUnderCurve({ chance, target, weight }: Scored): number {
  const order = new Uint32Array(chance.length).map((_, row) => row)
  order.sort((a, b) => (chance[a] as number) - (chance[b] as number))
  let ones = 0
  let zeros = 0
  let area = 0
  for (let from = 0; from < order.length; ) {
    const value = chance[order[from] as number] as number
    let onesHere = 0
    let zerosHere = 0
    let to = from
    for (; to < order.length && chance[order[to] as number] === value; to += 1) {
      const row = order[to] as number
      if (target[row] === 1) onesHere += weight[row] as number
      else zerosHere += weight[row] as number
    }
    area += onesHere * (zeros + zerosHere / 2)
    ones += onesHere
    zeros += zerosHere
    from = to
  }
  return ones > 0 && zeros > 0 ? area / (ones * zeros) : Number.NaN
}

/** Mean squared distance between chance and outcome; 0 is best. */
export function brierScore({ chance, target, weight }: Scored): number {
  let sum = 0
  let all = 0
  for (let row = 0; row < chance.length; row += 1) {
    const miss = (chance[row] as number) - (target[row] as number)
    sum += (weight[row] as number) * miss * miss
    all += weight[row] as number
  }
  return all > 0 ? sum / all : Number.NaN
}

/** Expected calibration error: |mean chance − share of ones| over 20 equally wide bins, weighted by the bins' sizes. */
export function calibrationError({ chance, target, weight }: Scored, bins = 20): number {
  const sums = new Float64Array(bins)
  let all = 0
  for (let row = 0; row < chance.length; row += 1) {
    const bin = Math.min(bins - 1, Math.floor((chance[row] as number) * bins))
    const w = weight[row] as number
    sums[bin] = (sums[bin] as number) + w * ((chance[row] as number) - (target[row] as number))
    all += w
  }
  return sums.reduce((sum, one) => sum + Math.abs(one), 0) / all
}

/** A number with its 95 % interval. */
export interface Measured {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Logistic recalibration: outcome on log-odds. Slope 1 and intercept 0 are perfect. */
export function calibrationLine({ chance, target, weight }: Scored): { slope: Measured; intercept: Measured } {
  let [intercept, slope] = [0, 1]
  let [hii, his, hss] = [0, 0, 0]
  for (let round = 0; round < 12; round += 1) {
    let [gi, gs] = [0, 0]
    hii = his = hss = 0
    for (let row = 0; row < chance.length; row += 1) {
      const x = logit(chance[row] as number)
      const p = 1 / (1 + Math.exp(-(intercept + slope * x)))
      const w = weight[row] as number
      const g = w * ((target[row] as number) - p)
      const h = w * p * (1 - p)
      gi += g
      gs += g * x
      hii += h
      his += h * x
      hss += h * x * x
    }
    const determinant = hii * hss - his * his
    if (!(determinant > 0)) break
    intercept += (gi * hss - gs * his) / determinant
    slope += (gs * hii - gi * his) / determinant
  }
  const determinant = hii * hss - his * his
  const around = (value: number, variance: number): Measured => {
    const reach = 1.96 * Math.sqrt(variance)
    return { value, low: value - reach, high: value + reach }
  }
  return { slope: around(slope, hii / determinant), intercept: around(intercept, hss / determinant) }
}

function logit(chance: number): number {
  const kept = Math.min(1 - 1e-9, Math.max(1e-9, chance))
  return Math.log(kept / (1 - kept))
}
