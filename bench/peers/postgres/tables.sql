-- As many of the graph's tables and columns as the questions need, under the names that they have in SQLite.
create schema graph;
set search_path to graph;

create table entity (id int primary key, kind text not null, name text not null);
create table source (id int primary key, title text not null, publisher_id int);
create table claim (
  id int primary key, slug text not null, text text not null, kind text not null, event_id int, standing text not null,
  statement_count int not null, speaker_count int not null, review text not null);
create table statement (
  id int primary key, source_id int not null, speaker_id int not null, claim_id int, act text not null, stance text,
  certainty text, review text not null, said_edtf text, said_order bigint, text text not null);
create table statement_about (
  statement_id int not null, entity_id int not null, review text not null, said_order bigint,
  primary key (statement_id, entity_id));
create table position (
  actor_id int not null, claim_id int not null, stance text not null, certainty text not null, statement_id int not null,
  changed boolean not null, primary key (actor_id, claim_id));
create table speaks_about (speaker_id int not null, entity_id int not null, primary key (speaker_id, entity_id));
create table affiliation (id int primary key, actor_id int not null, organization_id int not null);
