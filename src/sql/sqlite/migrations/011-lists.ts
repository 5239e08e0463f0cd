/**
 * What the lists of assessments, of statements by whom they were told, and of statements on somebody's behalf are found by.
 *
 * - An assessment's date gets the two instants it allows, as every other date has them. `edtf_earliest` and `edtf_latest`
 *   are functions of the connection that migrates (`src/sql/sqlite/migrate.ts`): SQL cannot read EDTF.
 * - Statements told to an actor come in the order in which they were said.
 * - How many statements somebody made for others, and others for somebody, is counted by small indexes of just those.
 */
export const lists = /* sql */ `
alter table assessment add column date_earliest integer;
alter table assessment add column date_latest integer;
alter table assessment add column date_order integer
  generated always as (coalesce(date_earliest, date_latest)) virtual;
update assessment set date_earliest = edtf_earliest(date_edtf), date_latest = edtf_latest(date_edtf)
  where date_edtf is not null;
create index assessment_by_date on assessment (date_order, id);
drop index assessment_by_assessor;
create index assessment_by_assessor on assessment (assessor_id, date_order, id);

drop index statement_by_addressee;
create index statement_by_addressee on statement (addressee_id, review, said_order, id)
  where addressee_id is not null;

create index statement_for_others on statement (speaker_id, review) where on_behalf_of_id is not null;
create index statement_by_others on statement (on_behalf_of_id, review) where on_behalf_of_id is not null;
create index statement_about_by_others on statement_about (principal_id, entity_id, review)
  where speaker_id <> principal_id;
`
