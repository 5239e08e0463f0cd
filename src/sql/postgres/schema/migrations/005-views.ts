/** The first and the last instant of the years 0001 to 9999, of which spreadsheets know the days. */
const [FIRST, LAST] = [-62_135_596_800_000, 253_402_300_799_999]

/** A piece of an instant, such as its day; null in other years. */
const formatted = (format: string, instant: string): string =>
  `case when ${instant} between ${FIRST} and ${LAST} then to_char(timestamp 'epoch' + ${instant} * interval '1 millisecond', '${format}') end`

const momentOf = (instant: string, name: string): string =>
  `replace(${formatted('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"', instant)}, '.000Z', 'Z') as "${name}"`

/** A date as it was given, and the first and last day that it allows; a date without either end allows all. */
function dateOf(stem: string, name: string): string {
  const day = (end: string) => `case when coalesce(${stem}_edtf, '../..') in ('../..', '../', '/..') then null
      else ${formatted('YYYY-MM-DD', `${stem}_${end}`)} end`
  return `${stem}_edtf as "${name}", ${day('earliest')} as "${name}Earliest", ${day('latest')} as "${name}Latest"`
}

const called = (table: string, name: string, title = 'name'): string =>
  `${table}.slug as "${name}", ${table}.${title} as "${name}${title === 'name' ? 'Name' : capital(title)}"`
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Several nodes in one column by their slugs, and in the next by what they are called. */
function listOf(name: string, names: string, rows: string, as = ''): string {
  const list = (column: string) =>
    `(select string_agg(${column}${as}, '; ' order by place) from (${rows}) as listed)`
  return `${list('slug')} as "${name}", ${list('name')} as "${names}"`
}

const sideOf = (table: string): string => `case when ${table}.stance is null then null
    when ${table}.stance = 'AFFIRMS' then 'AFFIRMS'
    when ${table}.stance = 'DENIES' and ${table}.certainty = 'CERTAIN' then 'DENIES' else 'DOUBTS' end as side`

const factuality = `case when s.stance is null or s.certainty is null then null when s.stance = 'UNCOMMITTED' then 'Uu'
    else case s.certainty when 'CERTAIN' then 'CT' when 'PROBABLE' then 'PR' else 'PS' end
      || case when s.stance = 'AFFIRMS' then '+' else '-' end end as factuality`

const accepted = (condition: string): string =>
  `(select count(*) from statement st where ${condition} and st.review = 'ACCEPTED')`

const statements = `
create view v_statements as
select 'statement_' || s.id as "statement", s.text as "statementText", ${called('sp', 'speaker')},
  ${called('ob', 'onBehalfOf')}, s.act, s.quote_type as "quoteType", s.span_exact as exact,
  ${called('c', 'claim', 'text')}, ${sideOf('s')}, s.stance, s.certainty, ${dateOf('s.said', 'saidAt')},
  ${called('so', 'source', 'title')}, ${dateOf('so.published', 'publishedAt')}, s.review, s.slug,
  s.speaker_text as "speakerText", ${called('ad', 'addressee')}, s.language, s.cue,
  ${listOf('about', 'aboutNames', `select e.slug, e.name, e.slug as place from statement_about a join entity e on e.id = a.entity_id where a.statement_id = s.id`)},
  s.span_start as "start", s.span_end as "end", s.span_prefix as prefix, s.span_suffix as suffix,
  'statement_' || s.via_id as via, ${factuality}
from statement s join source so on so.id = s.source_id join entity sp on sp.id = s.speaker_id
  left join entity ob on ob.id = s.on_behalf_of_id left join entity ad on ad.id = s.addressee_id
  left join claim c on c.id = s.claim_id;`

const claims = `
create view v_claims as
select ${called('c', 'claim', 'text')}, c.kind as "claimKind", c.standing, ${called('su', 'subject')},
  ${called('ev', 'event')}, ${dateOf('evt.when', 'when')}, c.figure_low as low, c.figure_high as high,
  c.figure_unit as unit, c.speaker_count as speakers, c.statement_count as statements, c.source_count as sources,
  ${listOf('assessments', 'assessmentNames', `select e.slug, e.name, x.verdict || coalesce(' (' || x.method || ')', '') as verdict, x.id as place from assessment x join entity e on e.id = x.assessor_id where x.claim_id = c.id`, ` || ': ' || verdict`)},
  c.review, ${called('ob', 'object')}, 'claim_' || c.id as id
from claim c left join entity su on su.id = c.subject_id left join entity ev on ev.id = c.event_id
  left join event evt on evt.id = c.event_id left join entity ob on ob.id = c.object_id;`

const positions = `
create view v_positions as
select ${called('c', 'claim', 'text')}, c.standing, ${called('su', 'subject')}, c.figure_low as low,
  c.figure_high as high, c.figure_unit as unit, ${called('e', 'actor')}, ${sideOf('po')}, po.stance, po.certainty,
  'statement_' || s.id as "statement", s.text as "statementText", ${dateOf('s.said', 'saidAt')},
  ${called('so', 'source', 'title')}, ${dateOf('so.published', 'publishedAt')}, po.changed,
  ${momentOf('po.known_at', 'knownAt')}
from position po join claim c on c.id = po.claim_id join entity e on e.id = po.actor_id
  join statement s on s.id = po.statement_id join source so on so.id = s.source_id
  left join entity su on su.id = c.subject_id;`

const actors = `
create view v_actors as
select ${called('e', 'actor')}, ac.type as "actorType", ac.kind as "organizationKind", e.description,
  ac.statement_count as "inItsOwnVoice",
  ${accepted('st.speaker_id = e.id and st.on_behalf_of_id is not null')} as "ofTheseForOthers",
  ${accepted('st.on_behalf_of_id = e.id')} as "byOthersOnItsBehalf",
  ${listOf('affiliations', 'affiliationNames', `select o.slug, o.name, f.role, f.id as place from affiliation f join entity o on o.id = f.organization_id where f.actor_id = e.id`, ` || ': ' || role`)},
  e.review, e.unnamed, ac.iso3166, ${called('al', 'allegiance')}, ac.reliability, 'actor_' || e.id as id
from actor ac join entity e on e.id = ac.id left join entity al on al.id = ac.allegiance_id;`

const events = `
create view v_events as
select ${called('e', 'event')}, ev.type as "eventType", ev.mode as "eventMode", ${dateOf('ev.when', 'when')},
  ${called('pl', 'place')},
  ${listOf('participants', 'participantNames', `select a.slug, a.name, pa.role, pa.id as place from participation pa join entity a on a.id = pa.actor_id where pa.event_id = e.id`, ` || ': ' || role`)},
  (select count(*) from claim c where c.event_id = e.id and c.review = 'ACCEPTED') as claims,
  (select count(*) from statement_about a where a.entity_id = e.id and a.review = 'ACCEPTED') as "statementsAbout",
  e.review, e.description, ${called('pt', 'partOf')}, 'event_' || e.id as id
from event ev join entity e on e.id = ev.id left join entity pl on pl.id = ev.place_id
  left join entity pt on pt.id = ev.part_of_id;`

const sources = `
create view v_sources as
select ${called('so', 'source', 'title')}, ${dateOf('so.published', 'publishedAt')}, so.kind as "sourceKind",
  ${called('pu', 'publisher')}, so.author, so.language, so.reliability, so.url,
  ${accepted('st.source_id = so.id')} as statements,
  (select count(*) from statement st where st.source_id = so.id and st.review = 'PROPOSED') as "proposedStatements",
  so.archived_url as "archivedUrl", ${momentOf('so.retrieved_at', 'retrievedAt')}, ${called('ve', 'versionOf', 'title')},
  ${called('co', 'copyOf', 'title')}, 'source_' || so.id as id
from source so left join entity pu on pu.id = so.publisher_id left join source ve on ve.id = so.version_of_id
  left join source co on co.id = so.copy_of_id;`

const assessments = `
create view v_assessments as
select 'assessment_' || x.id as assessment, x.verdict, x.credibility, x.method, ${dateOf('x.date', 'date')},
  ${called('e', 'assessor')}, ${called('c', 'claim', 'text')}, c.standing, ${called('ev', 'event')},
  ${called('so', 'evidence', 'title')}, x.slug
from assessment x join entity e on e.id = x.assessor_id join claim c on c.id = x.claim_id
  left join entity ev on ev.id = c.event_id left join source so on so.id = x.evidence_id;`

/**
 * The views of the other engine, with the same names, columns and rows: for whoever asks the database with another program.
 * Each is in the graph's schema.
 */
export const readingViews = [statements, claims, positions, actors, events, sources, assessments].join('\n')
