/**
 * What tells one state of a graph from the next: how many transactions have written to it, and when the last did. The database's
 * own snapshots change with whatever is written to any of its graphs; and a replica that takes the primary's place may lack the
 * last transactions, so that their numbers are given again.
 */
export const STATE = `select writes || ' ' || extract(epoch from written_at) as state from graph_version`

/** Begins each transaction that writes to the graph of a schema: there is one at a time, and the lock goes with it. */
export const TAKE_LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/** To be run at the end of each transaction that writes, and after what is written outside of one. */
export const COUNT_WRITE = 'update graph_version set writes = writes + 1, written_at = clock_timestamp()'

/** Tells whoever listens that something was written to the graph of a schema: they hear of it once it is committed. */
export const TELL_WRITTEN = `select pg_notify($1, '')`
