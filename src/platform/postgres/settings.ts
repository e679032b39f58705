/**
 * The server's settings, given on its command line so that a data folder carries none of its own.
 * It listens on this machine only. `testing` gives up safety against power cuts for speed; a real database never does.
 *
 * @param port the port on 127.0.0.1
 * @param sockets the folder for its socket file, null for none
 */
export function serverSettings(port: number, sockets: string | null, testing: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: sockets ?? '',
    unix_socket_permissions: '0700',
    max_connections: testing ? '100' : '60',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    jit: 'off',
    max_locks_per_transaction: '256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    // Statements can hold names and person numbers, which have no business in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(testing ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...(testing ? { wal_level: 'minimal', max_wal_senders: '0', checkpoint_timeout: '1h', autovacuum: 'off' } : {}),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
