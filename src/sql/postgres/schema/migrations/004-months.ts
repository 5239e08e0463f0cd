import { DAY } from '../../../../values/calendar.ts'

/** Years of four digits, which are those that have months in EDTF. */
const [FIRST, LAST] = [-377_705_116_800_000, 253_402_300_799_999]
/**
 * The calendar begins anew after 146 097 days, 400 years. So many times later, dates are read: the database's own reach back
 * to 4713 BC alone.
 */
const CYCLES = 25
const dateOf = (at: string) => `date '1970-01-01' + (floor(${at} / ${DAY}.0) + ${CYCLES * 146_097})::integer`

/**
 * What `monthOf` in `src/values` is in TypeScript: the month in which both of two instants lie, such as `2023-05`. It is one
 * function, so that a check can make it beside that of a graph.
 */
export const months = /* sql */ `
create function month_of(earliest bigint, latest bigint) returns text language plpgsql immutable parallel safe as $$
declare
  first date;
  last date;
  year integer;
begin
  if earliest is null or latest is null
    or least(earliest, latest) < ${FIRST} or greatest(earliest, latest) > ${LAST} then
    return null;
  end if;
  first := ${dateOf('earliest')};
  last := ${dateOf('latest')};
  if date_trunc('month', first::timestamp) <> date_trunc('month', last::timestamp) then
    return null;
  end if;
  year := extract(year from first) - ${CYCLES * 400};
  return case when year < 0 then '-' else '' end || lpad(abs(year)::text, 4, '0')
    || '-' || lpad(extract(month from first)::text, 2, '0');
end
$$;
`
