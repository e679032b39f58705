/** A share in whole per cent. 100 is the whole and nothing less: 399 hours of 400 are 99, for something still waits. */
export function percentOf(part: number, all: number): number {
  if (all === 0) return 0
  return part < all ? Math.min(Math.round((part / all) * 100), 99) : 100
}
