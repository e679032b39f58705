/** The name of a socket and its lock beside it, at the highest port. */
const LONGEST_NAME = '/.s.PGSQL.65535.lock'
/** What the smallest `sun_path` among our systems holds (macOS), with the ending nought. */
const PATH_LIMIT = 104

/**
 * Where a server on this data has its socket file: with the data, where nobody but the server's user and root may enter.
 * A socket takes about half the time of a connection over the loopback network. Null where the path is too long for one.
 */
export function socketFolder(cluster: string): string | null {
  return Buffer.byteLength(cluster) + LONGEST_NAME.length < PATH_LIMIT ? cluster : null
}
