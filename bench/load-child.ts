import autocannon from 'autocannon'
import type { Asked, Loaded } from './load-server.ts'

/** Loads one server from a process of its own, so that the load does not share the server's thread; `loadServer` starts it. */
const { url, paths, headers, seconds, connections } = JSON.parse(process.argv[2] ?? '') as Asked

const result = await autocannon({
  url,
  connections,
  duration: seconds,
  headers,
  requests: paths.map((path) => ({ method: 'GET', path })),
})

const loaded: Loaded = {
  perSecond: result.requests.total / result.duration,
  p99: result.latency.p99,
  refused: result.non2xx + result.errors,
}
process.stdout.write(JSON.stringify(loaded))
