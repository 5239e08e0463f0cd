-- The same indexes as in SQLite, where what has no time is last of all when the latest come first. PostGraphile asks for ids in
-- the same way, so that only an index which says so of them, too, has its order.
set search_path to graph;

create index on source (publisher_id);
create index on claim (event_id, review, standing, id);
create index on statement (source_id);
create index on statement (speaker_id, review, said_order desc nulls last, id desc nulls last);
create index on statement (claim_id, review);
create index on statement_about (entity_id, review, said_order desc nulls last, statement_id desc);
create index on position (claim_id, statement_id);
create index on speaks_about (entity_id);
create index on affiliation (actor_id);
create index on affiliation (organization_id);

-- By these PostGraphile knows what leads where.
alter table source add foreign key (publisher_id) references entity;
alter table claim add foreign key (event_id) references entity;
alter table statement
  add foreign key (source_id) references source,
  add foreign key (speaker_id) references entity,
  add foreign key (claim_id) references claim;
alter table statement_about
  add foreign key (statement_id) references statement,
  add foreign key (entity_id) references entity;
alter table position
  add foreign key (actor_id) references entity,
  add foreign key (claim_id) references claim;

-- What was said last about an entity, with one stance.
create function filtered(about int, stance text) returns setof statement language sql stable as $$
  select s.* from graph.statement_about a join graph.statement s on s.id = a.statement_id
  where a.entity_id = $1 and a.review = 'ACCEPTED' and s.stance = $2
  order by a.said_order desc nulls last, a.statement_id desc
$$;

-- Who speaks about whom in what is said on an event.
create type tally as (actor_id int, actor_name text, entity_id int, entity_kind text, entity_name text, statements int);
create function tallies(event int, most int) returns setof tally language sql stable as $$
  select t.speaker_id, actor.name, t.entity_id, entity.kind, entity.name, t.statements::int
  from (
    select s.speaker_id, a.entity_id, count(*) as statements
    from graph.claim c
      join graph.statement s on s.claim_id = c.id and s.review = 'ACCEPTED'
      join graph.statement_about a on a.statement_id = s.id
    where c.event_id = event group by 1, 2 order by 3 desc, 1, 2 limit most
  ) t join graph.entity actor on actor.id = t.speaker_id join graph.entity entity on entity.id = t.entity_id
  order by t.statements desc, 1, 3
$$;

-- Ties, each from both of its ends.
create view tie as
  select speaker_id as here, entity_id as there from speaks_about
  union all select entity_id, speaker_id from speaks_about
  union all select actor_id, organization_id from affiliation
  union all select organization_id, actor_id from affiliation;
comment on view tie is '@omit';

-- A shortest way of at most four links: the next longer one is only looked for where there is none.
create function way(start int, finish int) returns int[] language plpgsql stable as $$
declare found_way int[];
begin
  select array[start, finish] into found_way from graph.tie where here = start and there = finish limit 1;
  if found then return found_way; end if;
  select array[start, a.there, finish] into found_way
    from graph.tie a join graph.tie b on b.there = a.there
    where a.here = start and b.here = finish limit 1;
  if found then return found_way; end if;
  select array[start, a.there, b.there, finish] into found_way
    from graph.tie a join graph.tie c on c.here = finish join graph.tie b on b.here = a.there and b.there = c.there
    where a.here = start limit 1;
  if found then return found_way; end if;
  select array[start, a.there, b.there, c.there, finish] into found_way
    from graph.tie a join graph.tie b on b.here = a.there
      join graph.tie d on d.here = finish join graph.tie c on c.here = d.there and c.there = b.there
    where a.here = start limit 1;
  return found_way;
end $$;
comment on function way(int, int) is '@omit';
create function stops(start int, finish int) returns setof entity language sql stable as $$
  select e.* from unnest(graph.way(start, finish)) with ordinality as stop (id, nth)
    join graph.entity e on e.id = stop.id order by nth
$$;
