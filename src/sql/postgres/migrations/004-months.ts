import { DAY } from '../../../values/calendar.ts'

/** After so many days the calendar begins anew: 400 years. The database's own dates reach back to 4713 BC alone. */
const CYCLE = 146_097

/**
 * What `monthText` and `monthOf` in `src/values` are in TypeScript: the month of an instant, and the month in which both of two
 * instants lie, such as `2023-05`.
 */
export const months = /* sql */ `
create function month_text(at bigint) returns text language sql immutable parallel safe
  begin atomic
    select case when abs(year) < 10000
      then concat(case when year < 0 then '-' end, lpad(abs(year)::text, 4, '0'), '-', lpad(month::text, 2, '0')) end
    from (select floor(at / ${DAY}.0)::bigint as day) as given
      cross join lateral (select floor(day / ${CYCLE}.0)::bigint as cycle) as counted
      cross join lateral (select date '1970-01-01' + (day - cycle * ${CYCLE})::int as alike) as within
      cross join lateral (
        select extract(year from alike)::bigint + 400 * cycle as year, extract(month from alike)::int as month
      ) as read;
  end;
create or replace function month_of(earliest bigint, latest bigint) returns text language sql immutable parallel safe
  return case when month_text(earliest) = month_text(latest) then month_text(earliest) end;
`
