const DAY = 86_400_000
const FIRST = -9_000_000_000_000_000
const dayOf = (at: string) => `(${at} - (${at} % ${DAY} + ${DAY}) % ${DAY})`

/** What each row of a table adds to the days of the timeline. */
function marks(type: string, table: string, stem: string): string {
  const [earliest, latest] = [`${stem}_earliest`, `${stem}_latest`]
  const from = `from ${table} where review = 'ACCEPTED' and (${earliest} is not null or ${latest} is not null)`
  const isLasting = `${dayOf(earliest)} is distinct from ${dayOf(latest)}`
  return /* sql */ `
  select '${type}' as type, id, coalesce(${dayOf(earliest)}, ${FIRST}) as at, 1 as begun, 0 as lasting ${from}
  union all select '${type}', id, coalesce(${dayOf(earliest)} + ${DAY}, ${FIRST}), 0, 1 ${from} and ${isLasting}
  union all select '${type}', id, ${latest} + 1, 0, -1 ${from} and ${isLasting} and ${latest} is not null`
}

/** What begins and ends on each day: see the table `timeline_day`. */
export const timeline = /* sql */ `
create view timeline_mark as ${marks('EVENT', 'event', 'when')}
  union all ${marks('STATEMENT', 'statement', 'said')};
`
