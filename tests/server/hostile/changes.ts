import { type Attack, changing, recording } from './attack.ts'

/** Ids, cursors, revisions, merges and circles. `Known` is what was made before. */

export interface Known {
  /** The id of a place that has been merged into another. */
  readonly merged: string
  /** A revision of another user, on which a later one rests. */
  readonly strangers: string
  readonly last: string
}

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const forgedCursors = [
  '',
  'x',
  '../..',
  Buffer.from('Actor:1').toString('base64'),
  cursor(),
  cursor('NAME', 'a'),
  cursor('NAME', {}, 1),
  cursor('NAME', 'a', 1e99),
  cursor('NAME', 'a', -1),
  cursor('NAME', 'a', null),
  cursor('NAME', 'a\0', 1),
  cursor('NAME', 'a\ud800', 1),
  cursor('__proto__', null, null),
  'A'.repeat(50_000),
]
const cursors = [
  ...forgedCursors.map((after) =>
    paging('actors', after, /after is not a cursor of this API: pass one that it gave you/),
  ),
  ...forgedCursors.map((after) => paging('timeline', after, /after is not a cursor of this API/)),
  paging('actors', cursor('SAID', 1, 1), /a list in another order: start again from the first page/),
  paging('revisions', cursor('NAME', 'a', 1), /a list in another order/),
  paging('timeline', cursor('TIMELINE', 0, "actor_1' or 1=1"), /cursor/),
]

function paging(list: string, after: string, says: RegExp): Attack {
  return {
    what: `${list} after ${Buffer.from(after, 'base64url').toString().slice(0, 40)}`,
    query: `query ($after: String) { ${list}(first: 1, after: $after) { pageInfo { endCursor } } }`,
    variables: { after },
    told: { code: 'BAD_USER_INPUT', says },
  }
}

const noIds = [
  '',
  'actor_0',
  'actor_-1',
  'actor_1e3',
  'actor_99999999999999999999',
  'actor_999999999999999',
  "arland' or '1'='1",
  'QWN0b3I6MQ==',
  '__proto__',
  'constructor_1',
  'revision_1',
  'user_1',
  'a'.repeat(5_000),
]
const ids = [
  ...noIds.flatMap((id): Attack[] => [
    recording(
      'Actor',
      { id, name: 'X' },
      { problem: /is not the id or slug of an actor/, path: 'input.id' },
      `the actor ${id.slice(0, 40)}`,
    ),
    changing('remove(id: $id)', { problem: /is not the id or slug of/, path: 'id' }, { id }, '($id: ID!)'),
    changing(
      'mergeEntities(into: "arland", from: [$id])',
      { problem: /is not the id or slug of/, path: 'from.0' },
      { id },
      '($id: ID!)',
    ),
    recording(
      'Statement',
      { id: 'riders-claim', speaker: id },
      { problem: /./, path: 'input.speaker' },
      `the speaker ${id.slice(0, 40)}`,
    ),
    {
      what: `who speaks for ${id.slice(0, 40)}`,
      query: 'query ($id: ID!) { statements(filter: { by: [$id] }) { totalCount } }',
      variables: { id },
      told: { code: 'NOT_FOUND', says: /There is no actor/ },
    },
    {
      what: `the node ${id.slice(0, 40)}`,
      query: 'query ($id: ID!) { node(id: $id) { id } actor(id: $id) { id } }',
      variables: { id },
      told: { data: { node: null, actor: null } },
    },
  ]),
  ...['claim_1', 'place_1', 'raid'].map((id) =>
    recording(
      'Actor',
      { id, name: 'X' },
      { problem: /is not the id or slug of an actor/, path: 'input.id' },
      `${id} for an actor`,
    ),
  ),
  ...['claim_1', 'place_1', 'raid'].map(
    (id): Attack => ({
      what: `what ${id} says`,
      query: 'query ($id: ID!) { statements(filter: { by: [$id] }) { totalCount } }',
      variables: { id },
      told: { code: 'NOT_FOUND', says: /(and an actor is wanted|There is no actor)/ },
    }),
  ),
  {
    what: 'nodes by the hundred',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 501 }, () => 'arland') },
    told: { code: 'BAD_USER_INPUT', says: /501 ids were given; at most 500/ },
  },
]

const forgedRevisions = [
  '',
  'revision_0',
  'revision_-1',
  'revision_1e3',
  'revision_999',
  'revision_99999999999999999999',
  '1',
  'arland',
  "revision_1' or 1=1",
  '__proto__',
]

const inCircles: Attack[] = [
  recording(
    'Place',
    { id: 'highland', partOf: 'highland' },
    { problem: /is the place itself/, path: 'input.partOf' },
    'a place in itself',
  ),
  recording(
    'Place',
    { id: 'highland', partOf: 'lviv' },
    { problem: /in a circle: highland → lviv → highland/, path: 'input.partOf' },
    'a place in its own part',
  ),
  recording(
    'Event',
    { id: 'war', partOf: 'raid' },
    { problem: /in a circle/, path: 'input.partOf' },
    'an event in its own part',
  ),
  recording(
    'Record',
    {
      places: [
        { slug: 'ha', name: 'A', precision: 'EXACT', partOf: 'hb' },
        { slug: 'hb', name: 'B', precision: 'EXACT', partOf: 'ha' },
      ],
    },
    { problem: /in a circle: ha → hb → ha/, path: 'input.places.0.partOf' },
    'two places in each other',
  ),
  ...['copyOf', 'versionOf'].map((field) =>
    recording(
      'Record',
      {
        sources: [
          { id: 'daily-may', [field]: 'leaflet' },
          { id: 'leaflet', [field]: 'daily-may' },
        ],
      },
      { problem: /in a circle/, path: `input.sources.0.${field}` },
      `two sources, each the ${field} the other`,
    ),
  ),
  recording(
    'Statement',
    { id: 'daily-reports', via: 'riders-on-bridge' },
    { problem: /in a circle/, path: 'input.via' },
    'statements that rest on each other',
  ),
  recording(
    'Actor',
    { id: 'riders', allegiance: 'riders' },
    { problem: /is the actor itself/, path: 'input.allegiance' },
    'riders of their own',
  ),
  recording(
    'Actor',
    { id: 'riders', affiliations: [{ organization: 'riders', role: 'PART_OF' }] },
    { problem: /is the actor itself/, path: 'input.affiliations.0.organization' },
    'members of themselves',
  ),
  recording(
    'Claim',
    { id: 'ten-killed', relations: [{ type: 'CONTRADICTS', to: 'ten-killed' }] },
    { problem: /is the claim itself/, path: 'input.relations.0.to' },
    'a claim against itself',
  ),
  recording(
    'Statement',
    { id: 'arland-accuses', onBehalfOf: 'arland' },
    { problem: /is the speaker itself/, path: 'input.onBehalfOf' },
    'who speaks for themselves',
  ),
  recording(
    'Record',
    {
      actors: [
        { slug: 'ha', name: 'A', type: 'PERSON' },
        { slug: 'ha', name: 'B', type: 'PERSON' },
      ],
    },
    { problem: /is taken by an actor already/, path: 'input.actors.1.slug' },
    'a slug twice',
  ),
  recording(
    'Actor',
    { id: 'riders', slug: 'arland' },
    { problem: /is the slug of another already/, path: 'input.slug' },
    'the slug of another',
  ),
]

const merging = (into: string, from: readonly string[], problem: RegExp, path: string): Attack =>
  changing(`mergeEntities(into: "${into}", from: ${JSON.stringify(from)})`, { problem, path })

const reviews: Attack[] = [
  changing(
    'reviewStatements(input: [{ statement: "proposed", verdict: ACCEPT }, { statement: "proposed", verdict: REJECT }])',
    { problem: /is taken by a statement already/, path: 'input.1.edits.slug' },
  ),
  changing('reviewStatements(input: [{ statement: "arland", verdict: ACCEPT }])', {
    problem: /is not the id or slug of a statement; did you mean arland-accuses\?$/,
    path: 'input.0.statement',
  }),
  changing(
    'reviewStatements(input: [{ statement: "proposed", verdict: ACCEPT, edits: { id: "arland-accuses", text: "X" } }])',
    { problem: /is not the statement that is reviewed: leave it out/, path: 'input.0.edits.id' },
  ),
  changing(
    'reviewStatements(input: [{ statement: "proposed", verdict: ACCEPT, expectedRevision: "revision_999" }])',
    { problem: /is not the id of a revision; the last is revision_\d+\./, path: 'input.0.expectedRevision' },
  ),
]

export const hostileChanges = ({ merged, strangers, last }: Known): readonly Attack[] => [
  ...cursors,
  ...ids,
  ...forgedRevisions.flatMap((revision): Attack[] => {
    const told = { problem: /is not the id of a revision/, path: 'revision' }
    return [
      changing('undo(revision: $revision)', told, { revision }, '($revision: ID!)'),
      changing('unmerge(revision: $revision)', told, { revision }, '($revision: ID!)'),
      changing(
        'recordActor(input: { id: "arland", name: "X" }, expectedRevision: $revision)',
        { problem: /is not the id of a revision; the last is revision_\d+\./, path: 'expectedRevision' },
        { revision },
        '($revision: ID!)',
      ),
    ]
  }),
  ...['since', 'by'].map(
    (argument): Attack => ({
      what: `revisions by a forged ${argument}`,
      query: `{ revisions(${argument}: "revision_1' or 1=1") { totalCount } }`,
      told: { code: 'NOT_FOUND', says: /There is no (revision|user)/ },
    }),
  ),
  changing(`undo(revision: "${strangers}")`, {
    problem: /Later revisions rest on .*Undo those first/,
    path: 'revision',
  }),
  changing(`unmerge(revision: "${strangers}")`, {
    problem: /is not the id of a revision that merged nodes/,
    path: 'revision',
  }),
  changing(`recordPlace(input: { id: "quay", name: "X" }, expectedRevision: "${strangers}")`, {
    kind: 'Conflict',
    problem: new RegExp(`has been changed by ${last}`),
    path: 'expectedRevision',
  }),
  ...inCircles,
  merging('arland', ['arland'], /is the node that stays/, 'from.0'),
  merging('new-quay', [merged], /is the node that stays/, 'from.0'),
  merging(merged, ['new-quay'], /is the node that stays/, 'from.0'),
  merging(merged, ['old-quay'], /is the node that stays/, 'from.0'),
  merging('arland', ['borland', 'borland'], /is named twice/, 'from.1'),
  merging('arland', ['highland'], /of another kind than the node that stays: place and actor/, 'from.0'),
  merging('arland', ['anna-muller'], /of the type PERSON/, 'from.0'),
  merging('arland', ['ten-killed'], /is not the id or slug of/, 'from.0'),
  merging('arland', [], /Name at least one node/, 'from'),
  merging(
    'arland',
    Array.from({ length: 101 }, () => 'nobody'),
    /101 nodes are named; at most 100 are merged at once/,
    'from',
  ),
  changing('mergeClaims(into: "borland-did-it", from: ["riders-did-it"])', {
    problem: /contradicts another of these claims/,
    path: 'from.0',
  }),
  changing('mergeClaims(into: "borland-did-it", from: ["arland"])', {
    problem: /is not the id or slug of a claim/,
    path: 'from.0',
  }),
  changing('remove(id: "arland")', {
    kind: 'InUse',
    problem: /cannot be removed while 10 others refer to it/,
    path: 'id',
  }),
  ...reviews,
]
