import { hits, matrix } from './reading.ts'

export const oneNode = /* sql */ `
select json_object('id', 'claim_' || id, 'slug', slug, 'text', text, 'kind', kind, 'standing', standing)
from claim where id = @key`

export const filteredPage = /* sql */ `
with page as materialized (
  select s.* from statement_about a cross join statement s
  where s.id = a.statement_id and a.entity_id = @key and a.review = 'ACCEPTED' and s.stance = 'AFFIRMS'
  order by a.said_order desc, a.statement_id desc limit 51
)
select json_object(
  'nodes', (
    select json_group_array(json_object(
      'id', 'statement_' || s.id, 'text', s.text, 'saidAt', s.said_edtf, 'act', s.act, 'certainty', s.certainty,
      'speaker', json_object('id', 'actor_' || speaker.id, 'name', speaker.name),
      'claim', iif(claim.id is null, null, json_object('id', 'claim_' || claim.id, 'text', claim.text))))
    from (select * from page limit 50) s
    join entity speaker on speaker.id = s.speaker_id
    left join claim on claim.id = s.claim_id),
  'pageInfo', json_object('hasNextPage', json(iif((select count(*) from page) > 50, 'true', 'false'))))`

export const actorWithStatements = /* sql */ `
select json_object('id', 'actor_' || e.id, 'name', e.name, 'statements', json_object('nodes', (
  select json_group_array(json_object(
    'id', 'statement_' || s.id, 'text', s.text, 'saidAt', s.said_edtf, 'act', s.act, 'stance', s.stance,
    'claim', iif(c.id is null, null, json_object('id', 'claim_' || c.id, 'text', c.text, 'event',
      iif(event.id is null, null, json_object('id', 'event_' || event.id, 'name', event.name)))),
    'source', json_object('id', 'source_' || so.id, 'title', so.title, 'publisher',
      iif(publisher.id is null, null, json_object('id', 'actor_' || publisher.id, 'name', publisher.name))),
    'about', (
      select json_group_array(json_object('id', lower(about.kind) || '_' || about.id, 'name', about.name))
      from statement_about a join entity about on about.id = a.entity_id where a.statement_id = s.id)))
  from (
    select * from statement where speaker_id = e.id and review = 'ACCEPTED'
    order by said_order desc, id desc limit 20
  ) s
  join source so on so.id = s.source_id
  left join entity publisher on publisher.id = so.publisher_id
  left join claim c on c.id = s.claim_id
  left join entity event on event.id = c.event_id)))
from entity e where e.id = @key and e.kind = 'ACTOR'`

export const search = /* sql */ `
select json_object('nodes', json_group_array(json_object('node', json(case type
  when 'Statement' then (select json_object('id', 'statement_' || id, 'text', text) from statement where id = key)
  when 'Claim' then (select json_object('id', 'claim_' || id, 'text', text) from claim where id = key)
  when 'Source' then (select json_object('id', 'source_' || id, 'title', title) from source where id = key)
  else (select json_object('id', lower(kind) || '_' || id, 'name', name) from entity where id = key) end))))
from (${hits})`

export const contested = /* sql */ `
with contested as (
  select * from claim where event_id = @key and standing = 'CONTESTED' and review = 'ACCEPTED'
)
select json_object('id', 'event_' || e.id, 'name', e.name, 'claims', json_object(
  'totalCount', (select count(*) from contested),
  'nodes', (
    select json_group_array(json_object(
      'id', 'claim_' || c.id, 'text', c.text, 'standing', c.standing, 'positions', (
        select json_group_array(json_object(
          'actor', json_object('id', 'actor_' || actor.id, 'name', actor.name),
          'stance', po.stance, 'certainty', po.certainty))
        from (select * from position where claim_id = c.id order by statement_id) po
        join entity actor on actor.id = po.actor_id)))
    from (select * from contested order by id limit 10) c)))
from entity e where e.id = @key and e.kind = 'EVENT'`

export const positions = /* sql */ `
select json_object('id', 'actor_' || e.id, 'name', e.name, 'positions', json_object(
  'totalCount', (select count(*) from position where actor_id = e.id),
  'nodes', (
    select json_group_array(json_object(
      'claim', json_object('id', 'claim_' || c.id, 'text', c.text, 'standing', c.standing,
        'statementCount', c.statement_count, 'speakerCount', c.speaker_count),
      'stance', po.stance, 'certainty', po.certainty, 'changed', json(iif(po.changed, 'true', 'false'))))
    from (select * from position where actor_id = e.id order by claim_id limit 50) po
    join claim c on c.id = po.claim_id)))
from entity e where e.id = @key and e.kind = 'ACTOR'`

export const talliesOfEvent = /* sql */ `
select json_group_array(json_object(
  'actor', json_object('id', 'actor_' || speaker.id, 'name', speaker.name),
  'entity', json_object('id', lower(about.kind) || '_' || about.id, 'name', about.name),
  'statements', statements))
from (${matrix}) join entity speaker on speaker.id = actorKey join entity about on about.id = entityKey`
