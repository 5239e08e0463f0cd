/** What tells a graph from every other, and when it was written to: after a failover that lost commits, their numbers come again. */
export const identity = /* sql */ `
alter table graph_version add column id uuid not null default gen_random_uuid(),
  add column written_at timestamptz not null default clock_timestamp();
`
