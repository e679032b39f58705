import type { Orientation } from '../../../src/modules/market/contract.ts'

// The contract is a type here: importing its list would bring zod into the browser. `satisfies` keeps them the same.
const all = {
  all: 0,
  administration: 1,
  construction: 2,
  sales: 3,
  crafts: 4,
  'hotel-restaurant': 5,
  'health-care': 6,
  industry: 7,
  installation: 8,
  it: 9,
  'culture-media': 10,
  nature: 11,
  education: 12,
  cleaning: 13,
  security: 14,
  'social-work': 15,
  technology: 16,
  transport: 17,
} satisfies Record<Orientation, number>

export const orientationCodes = Object.keys(all) as Orientation[]

export const isOrientation = (code: string): code is Orientation => Object.hasOwn(all, code)
