import type { Tree, Verdict } from '../source/tree.ts'

const smallestRecord = 5

/** Records of decisions are numbered once, their headings say the same number, and they are not empty. */
export function checkDecisionRecords(tree: Tree): Verdict {
  const breaches: string[] = []
  const numbers = new Map<string, string>()
  let read = 0
  for (const [path, text] of tree) {
    if (!path.startsWith('docs/decisions/')) continue
    read += 1
    const number = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]
    if (number === undefined) {
      breaches.push(`${path} is not named like 0001-what-was-decided.md`)
      continue
    }
    const other = numbers.get(number)
    if (other !== undefined) breaches.push(`${path} has the number of ${other}`)
    numbers.set(number, path)
    if (!text.startsWith(`# ${number}. `)) breaches.push(`${path} must begin with '# ${number}. '`)
    if (text.split('\n').filter((line) => line.trim() !== '').length < smallestRecord)
      breaches.push(`${path} says nothing`)
  }
  return { read, breaches }
}
