import { StartFailure } from '../platform/failure.ts'
import { startHouse } from './house.ts'
import { readSettings } from './settings.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const house = await startHouse(readSettings(process.env, process.argv.slice(2)), say)
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    house.stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${(error as Error).message}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
} catch (error) {
  process.stderr.write(`${error instanceof StartFailure ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exit(1)
}
