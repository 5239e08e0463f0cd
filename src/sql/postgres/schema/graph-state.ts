/**
 * What tells one state of a graph from the next: how many transactions have written to it, and when the last did. The database's
 * own snapshots change with whatever is written to any of its graphs; and a replica that takes the primary's place may lack the
 * last transactions, so that their numbers are given again.
 */
export const STATE = `select writes || ' ' || extract(epoch from written_at) as writes from graph_version`

/** To be run at the end of each transaction that writes, and after what is written outside of one. */
export const COUNT_WRITE = 'update graph_version set writes = writes + 1, written_at = clock_timestamp()'
