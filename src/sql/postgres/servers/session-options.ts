/** The server finds out within two minutes that whoever is connected has gone without a word: a writer has the graph's lock. */
const KEPT_ALIVE = '-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6'

/** The same of this end, within half a minute. */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/**
 * How long one who writes may leave a transaction as it is, so that the lock is not kept by a program that hangs. Whoever imports
 * works between two statements, but for seconds.
 */
export const WRITER_LIMITS = `set idle_in_transaction_session_timeout = '10min'`

/**
 * What must be as here, whatever is set for a user, a database or the server: how values are written, for how long statements
 * may run (each is given its own limit) and connections may rest, and that a writer sees what was committed while it waited for the lock.
 */
const OWN_SETTINGS = [
  ['array_nulls', 'on'],
  ['bytea_output', 'hex'],
  ['datestyle', 'ISO'],
  ['default_transaction_deferrable', 'off'],
  ['default_transaction_isolation', 'read\\ committed'],
  ['extra_float_digits', '1'],
  ['gin_fuzzy_search_limit', '0'],
  ['idle_in_transaction_session_timeout', '0'],
  ['idle_session_timeout', '0'],
  ['lock_timeout', '0'],
  ['quote_all_identifiers', 'off'],
  ['standard_conforming_strings', 'on'],
  ['statement_timeout', '0'],
  ['timezone', 'UTC'],
  ['transform_null_equals', 'off'],
]
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ')

/**
 * What each connection begins with. To compile a plan takes longer than to run it, where a query reads a page. And a row that an
 * index leads to costs about what the next one in a table does: graphs are in memory for the most part, or on disks without arms.
 * Parts of a `union all` come one after the other, which the pages of a few lists are read by.
 */
export const sessionOptions = (schema: string): string =>
  `-c search_path=${schema} -c jit=off -c random_page_cost=1.1 -c enable_parallel_append=off ${OWN_SETTINGS} ${KEPT_ALIVE}`

/**
 * The same of those that a server reads by. Each plan is made once and kept: it takes longer to make one than to read a page by it,
 * and our queries are written so that none depends on the values that it is run with.
 */
export const readerOptions = (schema: string): string =>
  `${sessionOptions(schema)} -c plan_cache_mode=force_generic_plan`
