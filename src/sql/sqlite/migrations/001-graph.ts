/**
 * The graph as it is written: nouns, and what hangs between them. What is derived from these tables stands in the
 * next migrations, so that it can be thrown away and made again.
 *
 * Times are EDTF text as it was given, beside the earliest and latest instant it allows (Unix milliseconds; null where
 * it leaves that open). `…_order` is the key that a list in the order of time is sorted by.
 */
export const graph = /* sql */ `
-- "Hear": what tells a graph from the files of other programs.
pragma application_id = 1214603634;

create table entity (
  id integer primary key autoincrement,
  kind text not null check (kind in ('ACTOR', 'PLACE', 'EVENT')),
  slug text not null unique check (slug <> '' and slug not glob '*[^a-z0-9-]*'),
  name text not null collate nocase check (name <> ''),
  description text
) strict;
create index entity_by_name on entity (kind, name, id);

create table label (
  id integer primary key,
  entity_id integer not null references entity on delete cascade,
  lang text not null check (lang <> ''),
  text text not null check (text <> ''),
  preferred integer not null default 0 check (preferred in (0, 1)),
  unique (entity_id, lang, text)
) strict;
create unique index label_preferred on label (entity_id, lang) where preferred;

create table external_id (
  entity_id integer not null references entity on delete cascade,
  scheme text not null check (scheme <> ''),
  value text not null check (value <> ''),
  primary key (entity_id, scheme, value)
) strict, without rowid;
create index external_id_by_value on external_id (scheme, value);

create table place (
  id integer primary key references entity on delete cascade,
  part_of_id integer references place check (part_of_id <> id),
  latitude real check (latitude between -90 and 90),
  longitude real check (longitude between -180 and 180),
  precision text not null check (precision in ('EXACT', 'VICINITY', 'LOCALITY', 'REGION', 'COUNTRY')),
  iso3166_2 text,
  check ((latitude is null) = (longitude is null))
) strict;
create index place_by_whole on place (part_of_id) where part_of_id is not null;

create table actor (
  id integer primary key references entity on delete cascade,
  type text not null check (type in ('STATE', 'ORGANIZATION', 'ARMED_GROUP', 'MEDIA_OUTLET', 'PERSON')),
  iso3166 text check (iso3166 is null or type = 'STATE'),
  kind text check (kind in ('GOVERNMENT_BODY', 'SECURITY_SERVICE', 'MILITARY', 'INTERNATIONAL', 'PARTY', 'COMPANY',
    'CIVIL_SOCIETY', 'OTHER')),
  allegiance_id integer references actor check (allegiance_id is null or type = 'ARMED_GROUP'),
  reliability text check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  check ((kind is not null) = (type = 'ORGANIZATION')),
  check (reliability is null or type = 'MEDIA_OUTLET')
) strict;
create index actor_by_type on actor (type);
create index actor_by_allegiance on actor (allegiance_id) where allegiance_id is not null;

create table affiliation (
  id integer primary key,
  actor_id integer not null references actor on delete cascade,
  organization_id integer not null references actor on delete cascade check (organization_id <> actor_id),
  role text not null check (role in ('MEMBER', 'OFFICIAL', 'LEADER', 'SPOKESPERSON', 'PART_OF', 'CITIZEN')),
  title text,
  from_edtf text,
  from_earliest integer,
  from_latest integer,
  until_edtf text,
  until_earliest integer,
  until_latest integer
) strict;
create index affiliation_by_actor on affiliation (actor_id, id);
create index affiliation_by_organization on affiliation (organization_id, role, id);

create table event (
  id integer primary key references entity on delete cascade,
  type text not null check (type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST',
    'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'OTHER')),
  mode text,
  when_edtf text,
  when_earliest integer,
  when_latest integer,
  when_order integer generated always as (coalesce(when_earliest, when_latest)) virtual,
  place_id integer references place,
  part_of_id integer references event check (part_of_id <> id)
) strict;
create index event_by_when on event (when_order, id);
create index event_by_place on event (place_id, when_order, id) where place_id is not null;
create index event_by_whole on event (part_of_id, id) where part_of_id is not null;

create table participation (
  id integer primary key,
  actor_id integer not null references actor on delete cascade,
  event_id integer not null references event on delete cascade,
  role text not null check (role in ('INITIATOR', 'TARGET', 'PARTY', 'AFFECTED')),
  unique (event_id, actor_id, role)
) strict;
create index participation_by_actor on participation (actor_id, event_id, id);
create index participation_by_event on participation (event_id, role, id);

create table source (
  id integer primary key autoincrement,
  slug text not null unique check (slug <> '' and slug not glob '*[^a-z0-9-]*'),
  title text not null check (title <> ''),
  kind text not null check (kind in ('ARTICLE', 'POST', 'BROADCAST', 'TRANSCRIPT', 'IMAGE', 'VIDEO', 'REPORT', 'OTHER')),
  publisher_id integer references actor,
  author text,
  url text,
  archived_url text,
  language text,
  published_edtf text,
  published_earliest integer,
  published_latest integer,
  published_order integer generated always as (coalesce(published_earliest, published_latest)) virtual,
  retrieved_at integer,
  reliability text check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  sha256 text unique,
  text text
) strict;
create index source_by_published on source (published_order, id);
create index source_by_publisher on source (publisher_id, published_order, id) where publisher_id is not null;

create table claim (
  id integer primary key autoincrement,
  slug text not null unique check (slug <> '' and slug not glob '*[^a-z0-9-]*'),
  text text not null collate nocase check (text <> ''),
  kind text not null check (kind in ('RESPONSIBILITY', 'CASUALTIES', 'CONTROL', 'IDENTITY', 'SUPPORT', 'OCCURRENCE',
    'DAMAGE', 'INTENT', 'OTHER')),
  subject_id integer references actor,
  event_id integer references event,
  object_id integer references entity,
  figure_low real,
  figure_high real,
  figure_unit text,
  check ((figure_unit is null) = (figure_low is null and figure_high is null)),
  check (figure_low <= figure_high)
) strict;
create index claim_by_subject on claim (subject_id, id) where subject_id is not null;
create index claim_by_event on claim (event_id, id) where event_id is not null;
create index claim_by_object on claim (object_id, id) where object_id is not null;
create index claim_by_text on claim (text, id);

create table claim_relation (
  from_id integer not null references claim on delete cascade,
  to_id integer not null references claim on delete cascade check (to_id <> from_id),
  type text not null check (type in ('CONTRADICTS', 'SUPPORTS', 'REFINES', 'EQUIVALENT')),
  primary key (from_id, to_id, type)
) strict, without rowid;
create index claim_relation_by_to on claim_relation (to_id, type);

create table statement (
  id integer primary key autoincrement,
  slug text unique check (slug <> '' and slug not glob '*[^a-z0-9-]*'),
  source_id integer not null references source,
  speaker_id integer not null references actor,
  on_behalf_of_id integer references actor check (on_behalf_of_id <> speaker_id),
  principal_id integer generated always as (coalesce(on_behalf_of_id, speaker_id)) virtual,
  addressee_id integer references actor,
  claim_id integer references claim,
  via_id integer references statement check (via_id <> id),
  act text not null check (act in ('STATE', 'CLAIM_RESPONSIBILITY', 'DENY_RESPONSIBILITY', 'ACCUSE', 'DENY', 'CONFIRM',
    'DOUBT', 'DEMAND', 'PROMISE', 'THREATEN', 'CONDEMN', 'SUPPORT', 'DISTANCE', 'DECLINE_COMMENT', 'PREDICT', 'BELIEVE',
    'INTEND', 'FEEL', 'OTHER')),
  stance text check (stance in ('AFFIRMS', 'DENIES', 'UNCOMMITTED')),
  certainty text check (certainty in ('CERTAIN', 'PROBABLE', 'POSSIBLE')),
  quote_type text not null check (quote_type in ('DIRECT', 'INDIRECT', 'MIXED')),
  review text not null default 'ACCEPTED' check (review in ('ACCEPTED', 'PROPOSED', 'REJECTED')),
  said_edtf text,
  said_earliest integer,
  said_latest integer,
  said_order integer generated always as (coalesce(said_earliest, said_latest)) virtual,
  said_month text,
  known_at integer,
  language text,
  cue text,
  text text not null check (text <> ''),
  span_start integer check (span_start >= 0),
  span_end integer check (span_end > span_start),
  span_exact text,
  span_prefix text,
  span_suffix text,
  check (claim_id is null or stance is not null),
  check ((stance is null) = (certainty is null)),
  check ((span_start is null) = (span_end is null) and (span_start is null) = (span_exact is null))
) strict;
-- With both ends of the date, so that whatever lies outside of a range of time is passed over within the index.
create index statement_by_said on statement (review, said_order, id, said_earliest, said_latest);
create index statement_by_speaker on statement (speaker_id, review, said_order, id);
create index statement_by_principal on statement (principal_id, review, said_order, id);
create index statement_by_claim on statement (claim_id, review, said_order, id) where claim_id is not null;
create index statement_by_source on statement (source_id, review, said_order, id);
create index statement_by_position on statement (claim_id, principal_id, known_at, id) where claim_id is not null;
create index statement_by_addressee on statement (addressee_id) where addressee_id is not null;
create index statement_by_via on statement (via_id) where via_id is not null;

create table statement_about (
  statement_id integer not null references statement on delete cascade,
  entity_id integer not null references entity,
  speaker_id integer not null,
  principal_id integer not null,
  review text not null,
  said_order integer,
  primary key (statement_id, entity_id)
) strict, without rowid;
create index statement_about_by_entity on statement_about (entity_id, review, said_order, statement_id);
create index statement_about_by_speaker on statement_about (speaker_id, entity_id, review, said_order, statement_id);
create index statement_about_by_principal on statement_about (principal_id, entity_id, review, said_order, statement_id);

create table assessment (
  id integer primary key autoincrement,
  slug text unique check (slug <> '' and slug not glob '*[^a-z0-9-]*'),
  assessor_id integer not null references actor,
  claim_id integer not null references claim on delete cascade,
  verdict text not null check (verdict in ('VERIFIED', 'PARTLY_VERIFIED', 'UNVERIFIED', 'DISPUTED', 'REFUTED')),
  credibility text check (credibility in ('ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX')),
  method text,
  date_edtf text,
  evidence_id integer references source
) strict;
create index assessment_by_claim on assessment (claim_id, id);
create index assessment_by_verdict on assessment (verdict, claim_id);
create index assessment_by_assessor on assessment (assessor_id);
`
