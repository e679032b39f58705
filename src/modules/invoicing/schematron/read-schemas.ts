import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Document } from 'slimdom'
import { parseXml } from '../read-xml.ts'
import { loadSchema, type Schema } from './load-schema.ts'

/**
 * Every `.sch` file of a folder, such as the official ones that an authority has fetched. Includes are read from the same
 * folder and nowhere else. Throws, naming the file, for a folder without any and for a file that is not understood.
 */
export function readSchemas(folder: string): Schema[] {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sch'))
        .sort()
    : []
  if (files.length === 0) throw new Error(`${folder}: there are no .sch files here`)
  return files.map((name) => {
    const document = documentAt(folder, name)
    if (document === null) throw new Error(`${name}: cannot be read as XML`)
    return loadSchema(name, document, (href) => documentAt(folder, href))
  })
}

function documentAt(folder: string, href: string): Document | null {
  const path = resolve(join(folder, href))
  const inside = relative(resolve(folder), path)
  if (inside.startsWith('..') || !existsSync(path)) return null
  const parsed = parseXml(readFileSync(path))
  return parsed.ok ? parsed.value : null
}
