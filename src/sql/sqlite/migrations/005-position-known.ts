/** When a position was taken, so that those on a claim that thousands speak to come newest first without a sort. */
export const positionKnown = /* sql */ `
alter table position add column known_at integer;
update position set known_at = (select known_at from statement where id = statement_id);
create index position_by_known on position (claim_id, known_at desc, actor_id desc, stance, certainty);
`
