import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(?:js|css|html|svg|json)$/
const worthwhileBytes = 1024

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Writes `.gz` and `.br` beside every text file of the build, as small as they go: the server never compresses while answering. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    async writeBundle() {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      const paths = names.map((name) => join(folder, name)).filter((path) => compressible.test(path))
      await Promise.all(paths.filter((path) => statSync(path).size >= worthwhileBytes).map(compress))
    },
  }
}

async function compress(path: string): Promise<void> {
  const plain = readFileSync(path)
  const [gz, br] = await Promise.all([gzipped(plain, { level: 9 }), brotlied(plain)])
  writeFileSync(`${path}.gz`, gz)
  writeFileSync(`${path}.br`, br)
}
