import type { StatementDraft } from '../src/model/statement/write.ts'
import type { Writers } from '../src/model/writers.ts'
import { dbOf } from './engine.ts'
import type { World } from './graph-fixture.ts'

type Written = Pick<World, 'writer'>

export const keyOf = (world: Written, table: string, slug: string): number =>
  dbOf(world.writer).prepare(`select id from ${table} where slug = ?`).pluck().get(slug) as number

/** A proposal to the graph of the dispute. */
export const said = (world: Written, more: Partial<StatementDraft>): StatementDraft => ({
  source: keyOf(world, 'source', 'daily-may'),
  speaker: keyOf(world, 'entity', 'arland'),
  text: 'A zeppelin was seen over the heights.',
  quoteType: 'INDIRECT',
  act: 'STATE',
  review: 'PROPOSED',
  ...more,
})

/** A node of each kind that a proposal could make, tied to what is accepted in every way that there is. */
export function propose(world: Written, { places, actors, events, claims, statements }: Writers): void {
  const key = (slug: string) => keyOf(world, 'entity', slug)
  const review = 'PROPOSED'
  const place = places.put({
    slug: 'zeppelin-field',
    name: 'Zeppelin Field',
    precision: 'LOCALITY',
    partOf: key('highland'),
    review,
  })
  const actor = actors.put({
    slug: 'zeppelin-crew',
    name: 'Zeppelin Crew',
    type: 'ARMED_GROUP',
    allegiance: key('borland'),
    review,
  })
  actors.affiliate(actor, [{ organization: key('ministry'), role: 'PART_OF' }])
  const event = events.put({
    slug: 'zeppelin-flight',
    name: 'Zeppelin Flight',
    type: 'ASSAULT',
    when: '2022-05-11',
    place: key('lviv'),
    partOf: key('war'),
    participants: [
      { actor: key('arland'), role: 'TARGET' },
      { actor: key('borland'), role: 'INITIATOR' },
    ],
    review,
  })
  const claim = claims.put({
    slug: 'zeppelin-fell',
    text: 'The zeppelin fell in the raid.',
    kind: 'OCCURRENCE',
    subject: key('arland'),
    event: key('raid'),
    object: key('lviv'),
    figure: { low: 1, unit: 'people killed' },
    review,
  })
  claims.relate(claim, [{ type: 'CONTRADICTS', to: keyOf(world, 'claim', 'ten-killed') }])
  statements.put(
    said(world, {
      speaker: actor.id,
      onBehalfOf: key('arland'),
      claim: claim.id,
      stance: 'AFFIRMS',
      certainty: 'CERTAIN',
      about: [event.id, place.id, key('arland')],
      saidAt: '2022-05-11',
    }),
  )
  statements.put(said(world, { addressee: actor.id, about: [actor.id], review: 'REJECTED' }))
}

/** Everything that lists, counts, finds or ties what is in the graph. */
export const documents: Record<string, string> = {
  stats: '{ stats { actors places events sources claims statements assessments } }',
  'actors by name': '{ actors(first: 100) { totalCount nodes { slug } } }',
  'actors by name, backwards':
    '{ actors(last: 100) { totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage } } }',
  'actors by statements': '{ actors(first: 100, orderBy: STATEMENTS_DESC) { totalCount nodes { slug } } }',
  'actors of a type':
    '{ actors(filter: { types: [ARMED_GROUP, PERSON, ORGANIZATION] }, first: 100) { totalCount nodes { slug } } }',
  'actors with a word in their name':
    '{ actors(filter: { name: "zeppelin*" }) { totalCount nodes { slug } } }',
  'actors that belong to another':
    '{ actors(filter: { affiliatedWith: ["ministry"] }) { totalCount nodes { slug } } }',
  'who belongs to an actor':
    '{ actors(first: 100) { nodes { affiliates { actor { slug } } offices: affiliates(role: PART_OF) { actor { slug } } } } }',
  'what an actor took part in':
    '{ actors(first: 100) { nodes { participations { totalCount nodes { event { slug } } } } } }',
  places: '{ places(first: 100) { totalCount nodes { slug } } }',
  'places within another': '{ places(filter: { partOf: ["highland"] }) { totalCount nodes { slug } } }',
  'places with a word in their name':
    '{ places(filter: { name: "zeppelin" }) { totalCount nodes { slug } } }',
  'events at places': '{ places(first: 100) { nodes { events { totalCount nodes { slug } } } } }',
  events: '{ events(first: 100) { totalCount nodes { slug } } }',
  'events, latest first': '{ events(first: 100, orderBy: WHEN_DESC) { totalCount nodes { slug } } }',
  'events at a place': '{ events(filter: { place: ["lviv"] }) { totalCount nodes { slug } } }',
  'events with an actor': '{ events(filter: { participant: ["arland"] }) { totalCount nodes { slug } } }',
  'events of a time':
    '{ events(filter: { when: { from: "2022-05-11", until: "2022-05-11" } }) { totalCount nodes { slug } } }',
  'parts of events': '{ events(first: 100) { nodes { parts { slug } participants { actor { slug } } } } }',
  claims: '{ claims(first: 100) { totalCount nodes { slug } } }',
  'claims by text': '{ claims(first: 100, orderBy: TEXT) { totalCount nodes { slug } } }',
  'claims by statements':
    '{ claims(first: 100, orderBy: STATEMENTS_DESC) { totalCount nodes { slug statementCount } } }',
  'claims by speakers':
    '{ claims(last: 100, orderBy: SPEAKERS_DESC) { totalCount nodes { slug speakerCount } } }',
  'claims that stand open': '{ claims(filter: { standing: [OPEN] }) { totalCount nodes { slug } } }',
  'claims of an event': '{ claims(filter: { event: ["raid"] }) { totalCount nodes { slug } } }',
  'claims about an actor': '{ claims(filter: { about: ["arland"] }) { totalCount nodes { slug } } }',
  'claims with figures': '{ claims(filter: { unit: ["people killed"] }) { totalCount nodes { slug } } }',
  'claims with a word': '{ claims(filter: { text: "raid" }) { totalCount nodes { slug } } }',
  'claims under events': '{ events(first: 100) { nodes { claims { totalCount nodes { slug standing } } } } }',
  'relations of claims':
    '{ claims(first: 100) { nodes { standing relations { type claim { slug } } against: relations(type: CONTRADICTS) { claim { slug } } } } }',
  'positions on claims':
    '{ claims(first: 100) { nodes { positions { actor { slug } stance } positionPage { totalCount } knownOn } } }',
  'positions of actors':
    '{ actors(first: 100) { nodes { positions { totalCount nodes { claim { slug } stance } } } } }',
  statements: '{ statements(first: 100) { totalCount nodes { text } } }',
  'statements under nodes':
    '{ actors(first: 100) { nodes { statements { totalCount } statementsAbout { totalCount } speaksAbout { statements } spokenAboutBy { statements } } } }',
  'search for a name': '{ search(text: "zeppelin*") { totalCount nodes { snippet node { id } } } }',
  'search for words of claims': '{ search(text: "raid") { totalCount nodes { snippet node { id } } } }',
  'search among actors': '{ search(text: "union*", types: [ACTOR]) { totalCount nodes { node { id } } } }',
  suggestions:
    '{ search(text: "zep*", types: [ACTOR, EVENT, PLACE, CLAIM], first: 5) { totalCount nodes { node { id } } } }',
  facets:
    '{ facets(by: [SPEAKER, ABOUT, EVENT, CLAIM, SOURCE, PUBLISHER, ACT, STANCE, MONTH]) { facet value count } }',
  'facets with text':
    '{ facets(filter: { text: "zeppelin" }, by: [SPEAKER, CLAIM, ABOUT]) { facet value count } }',
  matrix: '{ matrix { actor { slug } entity { slug } statements } }',
  grid: '{ grid { speakers { slug } subjects { slug } counts } }',
  agreements: '{ agreements { a { slug } b { slug } agree conflict claims { slug } } }',
  'agreements on some claims':
    '{ agreements(filter: { event: ["raid"] }) { a { slug } b { slug } claims { slug } } }',
  timeline: '{ timeline(first: 100) { totalCount nodes { node { id } } } }',
  'timeline of events': '{ timeline(types: [EVENT], first: 100) { totalCount nodes { node { id } } } }',
  'timeline of a time':
    '{ timeline(from: "2022-05-10", until: "2022-05-12") { totalCount nodes { node { id } } } }',
  'timeline of one that takes part': '{ timeline(about: ["arland"]) { totalCount nodes { node { id } } } }',
  'how much a time has':
    '{ timeline(from: "2022-05-11T06:00:00Z", until: "2022-05-12", first: 0) { totalCount } }',
  histogram:
    '{ timelineHistogram(edges: ["2022", "2022-05-11", "2022-05-11T12:00:00Z", "2023"]) { events statements } }',
  'histogram of one':
    '{ timelineHistogram(about: ["arland"], edges: ["2022", "2022-06", "2023"]) { events statements } }',
  neighborhood:
    '{ neighborhood(of: "arland", depth: 3) { truncated nodes { slug } links { type from { slug } to { slug } evidence { id } } } }',
  paths:
    '{ paths(from: "ministry", to: "borland") { length nodes { slug } links { type evidence { id } } } }',
}
