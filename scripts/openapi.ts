import { writeFileSync } from 'node:fs'
import { describeApi, descriptionFile, descriptionText } from '../src/server/openapi.ts'
import { routes } from '../src/server/routes.ts'

// Writes docs/openapi.json anew after the API has changed: npm run openapi.
writeFileSync(descriptionFile, descriptionText(await describeApi(routes)))
