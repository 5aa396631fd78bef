/** The superuser that owns the databases of an embedded server. */
export const superuser = 'hub';

/** Settings for a hub that shares a small machine with its server. */
export function serverSettings(port: number, durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // Six owners with a pool each, their listeners, and tools beside them; a bench runs four hubs at a time.
    max_connections: '500',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %d ',
    log_checkpoints: 'off',
    // Queries here are many and short: compiling one costs more than running it.
    jit: 'off',
    // Also without fsync a commit is handed to the system before it is acknowledged: it survives a killed server, not a power cut.
    synchronous_commit: 'on',
    ...(durable ? { fsync: 'on' } : { fsync: 'off', full_page_writes: 'off' }),
  };
}
