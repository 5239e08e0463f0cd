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

/** Years of four digits, which are those that have months in EDTF. */
const [FIRST_MONTH, LAST_MONTH] = [-377_705_116_800_000, 253_402_300_799_999]
/** Days after which the calendar repeats itself, of 400 years each, so many times that a year is below 10 000. */
const DAYS_LATER = 25 * 146_097
const dateOf = (at: string) => `date '1970-01-01' + (${dayOf(at)} / ${DAY} + ${DAYS_LATER})::integer`

/**
 * The month in which two instants lie, as EDTF; null where they lie in two, or in a year of more than four digits. It is
 * read off dates that are ten thousand years later, because dates do not reach back far enough.
 */
export const months = /* sql */ `
create function month_of(earliest bigint, latest bigint) returns text language plpgsql immutable as $$
declare
  first date;
  last date;
  year integer;
begin
  if least(earliest, latest) < ${FIRST_MONTH} or greatest(earliest, latest) > ${LAST_MONTH}
    or earliest is null or latest is null then
    return null;
  end if;
  first := ${dateOf('earliest')};
  last := ${dateOf('latest')};
  if date_trunc('month', first::timestamp) <> date_trunc('month', last::timestamp) then
    return null;
  end if;
  year := extract(year from first) - 10000;
  return case when year < 0 then '-' else '' end || lpad(abs(year)::text, 4, '0')
    || '-' || lpad(extract(month from first)::text, 2, '0');
end
$$;
`
