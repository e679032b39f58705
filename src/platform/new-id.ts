import { randomFillSync } from 'node:crypto'

// Chance is fetched for many ids at once: one call to the system for each would cost more than the rest of the id.
const chance = Buffer.alloc(16 * 256)
let used = chance.length

/** A new uuid version 7: sorted by time of making, so that indexes grow at one end. */
export function newId<Id extends string>(): Id {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  const bytes = chance.subarray(used, used + 16)
  used += 16
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
