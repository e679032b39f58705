/**
 * Law examples of the nearest-provider rule (programme 4.4). The home is the seat of Mölndal in area H; `km` is how far
 * to the north each address lies, `open` its places left, `expected` the address that the rule gives, and `fates` what
 * became of each candidate in the order in which it was considered.
 */
export const nearestCases = [
  {
    rule: 'the nearest open contract in the home area',
    candidates: [
      { name: 'a', area: 'H', km: 12, open: 5 },
      { name: 'b', area: 'H', km: 3, open: 5 },
      { name: 'c', area: 'N', km: 1, open: 5 },
    ],
    expected: 'b',
    fates: ['b nearest', 'a further-away'],
  },
  {
    rule: 'full: the next nearest',
    candidates: [
      { name: 'a', area: 'H', km: 3, open: 0 },
      { name: 'b', area: 'H', km: 8, open: null },
      { name: 'c', area: 'H', km: 20, open: 1 },
    ],
    expected: 'b',
    fates: ['a full', 'b nearest', 'c further-away'],
  },
  {
    rule: 'in the home area no distance is too far',
    candidates: [{ name: 'a', area: 'H', km: 340, open: 1 }],
    expected: 'a',
    fates: ['a nearest'],
  },
  {
    rule: 'none free at home: areas that share a border, within 100 km',
    candidates: [
      { name: 'a', area: 'H', km: 3, open: 0 },
      { name: 'b', area: 'N', km: 60, open: 0 },
      { name: 'c', area: 'N', km: 99, open: 1 },
      { name: 'd', area: 'N', km: 101, open: 1 },
      { name: 'e', area: 'X', km: 5, open: 1 },
    ],
    expected: 'c',
    fates: ['a full', 'b full', 'c nearest', 'd too-far'],
  },
  {
    rule: 'none within reach: nobody, and a task for the caseworker',
    candidates: [
      { name: 'a', area: 'H', km: 3, open: 0 },
      { name: 'b', area: 'N', km: 130, open: 4 },
    ],
    expected: null,
    fates: ['a full', 'b too-far'],
  },
  { rule: 'no contracts at all', candidates: [], expected: null, fates: [] },
] as const
