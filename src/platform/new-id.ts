import { randomFillSync } from 'node:crypto'

// Chance is fetched for many ids at once: one call to the system for each would cost more than the rest of the id.
const chance = Buffer.alloc(16 * 256)
let used = chance.length

// Ids of the same millisecond count on in the twelve bits after the time, so that they keep the order they were made in.
let lastMillis = 0
let nth = 0

/** A new uuid version 7: sorted by time of making, within one process also inside a millisecond. */
export function newId<Id extends string>(): Id {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  const bytes = chance.subarray(used, used + 16)
  used += 16
  const millis = Math.max(Date.now(), lastMillis)
  nth = millis === lastMillis ? nth + 1 : 0
  lastMillis = nth > 0xfff ? millis + 1 : millis
  nth &= 0xfff
  bytes.writeUIntBE(lastMillis, 0, 6)
  bytes.writeUInt16BE(0x7000 | nth, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
