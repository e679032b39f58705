import { buildWeb } from '../../src/server/web-build.ts'

await buildWeb(() => undefined)
