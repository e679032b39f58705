import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Plugin, transformWithOxc } from 'vite'

type Chunk = {
  type: 'chunk'
  fileName: string
  isEntry: boolean
  imports: readonly string[]
  dynamicImports: readonly string[]
  isDynamicEntry: boolean
  /** The modules in it: what is split apart and what is put together is the build's own matter. */
  moduleIds: readonly string[]
  viteMetadata?: { importedCss: ReadonlySet<string> }
}
type Bundle = Readonly<Record<string, { type: 'asset'; fileName: string; source: string | Uint8Array } | Chunk>>

/** Screens that open without a network, besides what their role's bundle draws at once. */
const alsoOffline: Readonly<Record<string, readonly string[]>> = {
  participant: ['month-screen.tsx'],
  provider: [],
}

/** The frame's texts; a role's screens need their own, those of the strip above them, and what their chunks ask for. */
const shellTexts = ['shell']
const roleTexts = ['offline', 'steps']

const textFile = /\/language\/texts\/([a-z-]+)\.[a-z-]+\.ts$/
const offline = '/src/offline/'
const font = /^assets\/inter-latin-wght-normal-[^/]+\.woff2$/

type Places = { source: string; publicFolder: string }

/** Writes `/sw.js`: the service worker's source without its types, the build's name and its lists of files before it. */
export function offlineWorker({ source, publicFolder }: Places): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = bundle as unknown as Bundle
        const worker = readFileSync(source, 'utf8')
        const own = readdirSync(publicFolder).sort()
        const hash = createHash('sha256').update(worker)
        for (const name of Object.keys(files).sort()) hash.update(`${name}\n`)
        const page = files['index.html']
        if (page?.type === 'asset') hash.update(page.source)
        for (const name of own) hash.update(readFileSync(join(publicFolder, name)))
        const facts = { name: hash.digest('hex').slice(0, 16), ...listsOf(files, own) }
        const { code } = await transformWithOxc(worker, source)
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `(() => {\nconst build = ${JSON.stringify(facts)}\n${code}})()\n`,
        })
      },
    },
  }
}

function listsOf(files: Bundle, own: readonly string[]) {
  const chunks = Object.values(files).filter((file) => file.type === 'chunk')
  const textsOf = (namespaces: readonly string[]) =>
    chunks.filter((chunk) => chunk.moduleIds.some((id) => namespaces.includes(textFile.exec(id)?.[1] ?? '')))
  const entries = chunks.filter((chunk) => chunk.isEntry)
  const device = chunks.filter((chunk) => chunk.isDynamicEntry && chunk.moduleIds.some((id) => id.includes(offline)))
  const fonts = Object.keys(files).filter((name) => font.test(name))
  const shell = [...reach(files, [...entries, ...device, ...textsOf(shellTexts)]), ...[...fonts, ...own].map(address)]
  const roles = Object.entries(alsoOffline).map(([role, screens]) => {
    const named = ['index.tsx', ...screens].map((name) => `/roles/${role}/${name}`)
    const begins = named.map((end) => chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(end))))
    if (!begins.every((chunk) => chunk !== undefined)) throw new Error(`the build lacks one of ${named.join(', ')}`)
    const asked = begins.flatMap((chunk) => chunk.dynamicImports).map((name) => files[name])
    const texts = asked.filter((file) => file?.type === 'chunk').filter(isText)
    const needed = reach(files, [...begins, ...texts, ...textsOf([role, ...roleTexts])])
    return [role, needed.filter((path) => !shell.includes(path))] as const
  })
  return { shell, roles: Object.fromEntries(roles) }
}

const address = (fileName: string) => `/${fileName}`

const isText = (chunk: Chunk): boolean => chunk.moduleIds.some((id) => textFile.test(id))

/** The chunks with all that they import at once, and their styles. */
function reach(files: Bundle, begins: readonly Chunk[]): string[] {
  const reached = new Set<string>()
  const visit = (name: string) => {
    const chunk = files[name]
    if (chunk?.type !== 'chunk' || reached.has(name)) return
    reached.add(name)
    for (const css of chunk.viteMetadata?.importedCss ?? []) reached.add(css)
    for (const next of chunk.imports) visit(next)
  }
  for (const { fileName } of begins) visit(fileName)
  return [...reached].map(address)
}
