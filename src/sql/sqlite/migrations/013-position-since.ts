/**
 * Since when an actor is known to stand anywhere on a claim: who has always stood where it stands now stood there then, and
 * need not be looked up in its statements when a question is as of a time.
 */
export const positionSince = /* sql */ `
alter table position add column first_known_at integer;
update position set first_known_at = (
  select min(known_at) from statement
  where claim_id = position.claim_id and principal_id = position.actor_id and review = 'ACCEPTED' and stance is not null
);
drop index position_by_known;
create index position_by_known on position (
  claim_id, known_at desc, actor_id desc, stance, certainty, first_known_at, changed
);
`
