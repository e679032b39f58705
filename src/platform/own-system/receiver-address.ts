import dns from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'

const longest = 500

/** Networks that nobody outside reaches, or that are nobody's: a message there would be ours speaking to ourselves. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, prefix, 'ipv4')
/** Of the sixth version only what is given out to the open internet. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, prefix, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function isLoopback(address: string): boolean {
  return loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether a message may be sent to the IP address; to this machine itself only in development. */
export function mayReach(address: string, development: boolean): boolean {
  const version = isIP(address)
  if (version === 0) return false
  if (isLoopback(address)) return development
  if (version === 4) return !closed.check(address, 'ipv4')
  return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Development is where test people sign in: no broker is named. */
export function isDevelopment(environment: NodeJS.ProcessEnv = process.env): boolean {
  return !environment.KROM_OIDC_ISSUER
}

/** The host of an address as the network knows it. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/**
 * Reads where messages are to be sent: https on the open internet; http, and this machine, only in development. What a name
 * leads to is looked at again each time something is sent. Problems: `webhook-address-not-valid`, `webhook-address-private`.
 */
export function readAddress(text: string, development: boolean): Result<URL> {
  const notValid = fail(problem('webhook-address-not-valid', { field: 'url' }))
  const url = text.length <= longest && URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return notValid
  const host = hostOf(url)
  const here = host === 'localhost' || (isIP(host) !== 0 && isLoopback(host))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) return notValid
  const isClosed = here ? !development : isIP(host) !== 0 && !mayReach(host, development)
  return isClosed ? fail(problem('webhook-address-private', { field: 'url' })) : ok(url)
}

/** Looks a name up and gives only addresses that may be reached, so that what was checked is what is connected to. */
export function guardedLookup(development: boolean): LookupFunction {
  return (hostname, options, done) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const [first] = found
      if (first === undefined || found.some(({ address }) => !mayReach(address, development)))
        return done(new Error('the name leads into a closed network'), '', 0)
      if (options.all) return done(null, found)
      return done(null, first.address, first.family)
    })
  }
}
