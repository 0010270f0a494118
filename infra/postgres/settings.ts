/** Set for a small machine that keeps what it acknowledged: two cores and a few gigabytes, shared with the hub itself. */
const durable: Readonly<Record<string, string>> = {
  shared_buffers: '256MB',
  max_connections: '60',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  jit: 'off',
  timezone: 'UTC',
};

/** What no caller may change: reachable from this machine alone, and a log without a row's content in it. */
const fixed: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  // A statement's text, its parameters and the values of a failing row may name a person: only the server's own life is logged.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

/** For data that may be lost with the process: tests and drills. */
export const forgetful: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** The settings as words of the server's command line: a server that is told them so reads no half-written file. */
export const settingWords = (chosen: Readonly<Record<string, string>>, port: number): readonly string[] =>
  Object.entries({ ...durable, ...chosen, ...fixed, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
