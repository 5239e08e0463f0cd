import { setTimeout as pause } from 'node:timers/promises'
import { isInputObjectType, isObjectType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { schema } from '../src/api/schema.ts'
import { dossier } from '../src/dossier/format.ts'
import type { WriteDesk } from '../src/edits/request.ts'
import { nodeKinds } from '../src/values/node-kinds.ts'
import { Editing } from './api-edits.ts'
import { dispute, worlds } from './graph-fixture.ts'

const { of } = worlds()
const problems = 'problems { __typename message path ... on Invalid { nearest } }'
const editing = (): Editing => new Editing(of(dispute))

const recordActor = `mutation ($input: ActorInput!, $note: String, $expected: ID) {
  recordActor(input: $input, note: $note, expectedRevision: $expected) {
    actor { id slug name description labels { lang text preferred } links { scheme value } affiliations { organization { slug } role from } revision { id } }
    revision { id action note by { id name } }
    ${problems}
  }
}`

describe('the inputs of mutations', () => {
  const { definitions, $defs = definitions } = JSON.parse(
    JSON.stringify(z.toJSONSchema(dossier, { io: 'input' })),
  )

  it.each(Object.values(nodeKinds))('have the fields of the dossier: $typeName', ({ one, typeName }) => {
    const input = schema.getType(`${typeName}Input`)
    const fields = isInputObjectType(input) ? Object.keys(input.getFields()) : []
    expect(fields.sort()).toEqual(['id', ...Object.keys($defs[one].properties)].sort())
  })
})

describe('recordActor', () => {
  const editor = editing()

  it('creates an actor, and answers with it and the revision', async () => {
    const { recordActor: made } = await editor.ask(recordActor, {
      note: 'Named in the report.',
      input: {
        slug: 'vera-holm',
        type: 'PERSON',
        name: 'Vera Holm',
        labels: [
          { lang: 'en', texts: ['Vera Holm', 'V. Holm'] },
          { lang: 'uk', texts: ['Віра Гольм'] },
        ],
        links: [{ scheme: 'wikidata', values: ['Q1', 'Q2'] }],
        affiliations: [{ organization: 'arland', role: 'CITIZEN', from: '2001~' }],
      },
    })
    expect(made).toEqual({
      actor: {
        id: expect.stringMatching(/^actor_\d+$/),
        slug: 'vera-holm',
        name: 'Vera Holm',
        description: null,
        labels: [
          { lang: 'en', text: 'Vera Holm', preferred: true },
          { lang: 'en', text: 'V. Holm', preferred: false },
          { lang: 'uk', text: 'Віра Гольм', preferred: true },
        ],
        links: [
          { scheme: 'wikidata', value: 'Q1' },
          { scheme: 'wikidata', value: 'Q2' },
        ],
        affiliations: [{ organization: { slug: 'arland' }, role: 'CITIZEN', from: '2001~' }],
        revision: { id: made.revision.id },
      },
      revision: {
        id: expect.stringMatching(/^revision_\d+$/),
        action: 'RECORD',
        note: 'Named in the report.',
        by: null,
      },
      problems: [],
    })
  })

  it('leaves what is left out, empties what is null, and replaces a list', async () => {
    await editor.ask(recordActor, { input: { slug: 'vera-holm', description: 'A captain.' } })
    const { recordActor: changed } = await editor.ask(recordActor, {
      input: { slug: 'vera-holm', description: null, links: [{ scheme: 'viaf', values: ['7'] }] },
    })
    expect(changed.actor).toMatchObject({
      description: null,
      links: [{ scheme: 'viaf', value: '7' }],
      affiliations: [{ role: 'CITIZEN' }],
    })
    expect(changed.actor.labels).toHaveLength(3)
  })

  it('makes no revision where nothing would differ', async () => {
    const { recordActor: same } = await editor.ask(recordActor, {
      input: { slug: 'vera-holm', name: 'Vera Holm' },
    })
    expect(same).toMatchObject({ actor: { slug: 'vera-holm' }, revision: null, problems: [] })
  })

  it('tells all that is wrong at once, where the caller wrote it', async () => {
    const { recordActor: refused } = await editor.ask(recordActor, {
      input: {
        slug: 'vera-holm',
        iso3166: 'AR',
        labels: [
          { lang: 'uk', texts: ['Віра'] },
          { lang: 'no such language', texts: ['Vera'] },
        ],
        affiliations: [{ organization: 'arlant', role: 'CITIZEN' }],
      },
    })
    expect(refused).toMatchObject({ actor: null, revision: null })
    const told = refused.problems.map(({ __typename, path }: { __typename: string; path: string[] }) => [
      __typename,
      path.join('.'),
    ])
    expect(told).toEqual(
      expect.arrayContaining([
        ['Invalid', 'input.affiliations.0.organization'],
        ['Invalid', 'input.labels.1'],
      ]),
    )
    expect(
      refused.problems.find(({ nearest }: { nearest: string[] }) => nearest.length > 0).nearest,
    ).toContain('arland')
  })

  it('overwrites nobody unseen: a lost race is a conflict that shows theirs', async () => {
    const { actor } = await editor.ask('{ actor(id: "vera-holm") { revision { id } } }')
    const theirs = await editor.ask(recordActor, { input: { slug: 'vera-holm', description: 'An admiral.' } })
    const { recordActor: lost } = await editor.ask(
      recordActor.replace(
        'nearest }',
        'nearest } ... on Conflict { revision { id } theirs { path before after } }',
      ),
      { expected: actor.revision.id, input: { slug: 'vera-holm', description: 'A cook.' } },
    )
    expect(lost).toMatchObject({
      actor: null,
      revision: null,
      problems: [
        {
          __typename: 'Conflict',
          path: ['expectedRevision'],
          revision: { id: theirs.recordActor.revision.id },
          theirs: [{ path: 'description', before: null, after: '"An admiral."' }],
        },
      ],
    })
    const { recordActor: won } = await editor.ask(recordActor, {
      expected: lost.problems[0].revision.id,
      input: { slug: 'vera-holm', description: 'A cook.' },
    })
    expect(won).toMatchObject({ actor: { description: 'A cook.' }, problems: [] })
  })
})

describe('every mutation', () => {
  const editor = editing()
  const mutations = Object.entries({
    recordPlace: '(input: { slug: "a-town", name: "A", precision: EXACT })',
    recordActor: '(input: { slug: "a-man", name: "A", type: PERSON })',
    recordEvent: '(input: { slug: "a-day", name: "A", type: OTHER })',
    recordSource: '(input: { slug: "a-page", title: "A", kind: ARTICLE })',
    recordClaim: '(input: { slug: "a-thing", text: "A is so.", kind: OTHER })',
    recordStatement:
      '(input: { source: "daily-may", speaker: "arland", text: "A.", quoteType: DIRECT, act: STATE })',
    recordAssessment: '(input: { assessor: "arland", claim: "ten-killed", verdict: UNVERIFIED })',
    record: '(input: { places: [{ slug: "b-town", name: "B", precision: EXACT }] })',
    reviewStatements: '(input: [{ statement: "statement_1", verdict: REJECT }])',
    remove: '(id: "no-such")',
    mergeEntities: '(into: "arland", from: ["borland"])',
    mergeClaims: '(into: "ten-killed", from: ["ten-killed"])',
    unmerge: '(revision: "revision_1")',
    undo: '(revision: "revision_99")',
    readReport: '(input: { text: "Arland said so." })',
  })

  it('is one of these', () => {
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(
      mutations.map(([name]) => name).sort(),
    )
  })

  it.each(mutations)('needs an editor: %s%s', async (name, args) => {
    const document = `mutation { ${name}${args} { problems { message } } }`
    const codeFor = async (client: object) =>
      (await editor.result(document, {}, client)).errors?.map(({ extensions }) => extensions.code)
    expect(await codeFor({ user: null })).toEqual(['UNAUTHENTICATED'])
    expect(await codeFor({ user: { id: 3, name: 'vera', role: 'READER' } })).toEqual(['FORBIDDEN'])
    expect(await codeFor({ desk: null })).toEqual(['UNAVAILABLE'])
    expect(schema.getMutationType()?.getFields()[name]?.description).toContain('Needs the role EDITOR.')
  })

  it('answers with a revision and problems', () => {
    for (const { type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const payload = schema.getType(String(type).replace('!', ''))
      expect(isObjectType(payload) && Object.keys(payload.getFields())).toEqual(
        expect.arrayContaining(['revision', 'problems']),
      )
    }
  })

  it('runs one after the other, and each sees what the one before wrote', async () => {
    const answer = await editor.ask(`mutation {
      first: recordPlace(input: { slug: "port", name: "Port", precision: LOCALITY }) { place { id name } revision { id } }
      second: recordPlace(input: { slug: "quay", name: "Quay", precision: EXACT, partOf: "port" }) { place { partOf { slug } } revision { id } }
      third: recordPlace(input: { slug: "port", name: "The Port" }) { place { name history { totalCount } } }
    }`)
    expect(answer).toMatchObject({
      first: { place: { name: 'Port' } },
      second: { place: { partOf: { slug: 'port' } } },
      third: { place: { name: 'The Port', history: { totalCount: 2 } } },
    })
    const key = (id: string) => Number(id.split('_')[1])
    expect(key(answer.second.revision.id)).toBe(key(answer.first.revision.id) + 1)
  })
})

describe('what a mutation may take', () => {
  const place = (index: number) => ({ slug: `place-${index}`, name: `Place ${index}`, precision: 'EXACT' })

  it('is counted from when its change is done: what it waits for is not its own work', async () => {
    const editor = new Editing(of(dispute), 200)
    const desk: WriteDesk = {
      write: async (request) => {
        await pause(300)
        return editor.desk.write(request)
      },
      close: async () => {},
    }
    const document =
      'mutation { first: remove(id: "x") { id } recordPlace(input: { slug: "a", name: "A", precision: EXACT }) { place { history { nodes { fields { path } } } } } }'
    const { data, errors } = await editor.result(document, {}, { desk })
    expect([errors, data?.recordPlace]).toMatchObject([undefined, { place: { history: { nodes: [{}] } } }])
  })

  it('is bounded as a query is', async () => {
    const editor = editing()
    const record = (input: object, selection: string) =>
      editor.result(`mutation ($input: RecordInput!) { record(input: $input) { ${selection} } }`, { input })
    const many = await record(
      { places: Array.from({ length: 1_001 }, (_, index) => place(index)) },
      'problems { message }',
    )
    expect(many.errors?.[0]?.message).toContain('1,000')
    const history = 'history(first: 500) { nodes { revision { changes(first: 500) { nodes { nodeId } } } } }'
    const dear = await record({ places: [place(1)] }, `nodes { ${history} }`)
    expect(dear.errors?.[0]?.extensions.code).toBe('COST_LIMIT')
    expect(await editor.ask('{ place(id: "place-1") { id } }')).toEqual({ place: null })
  })
})

describe('recordStatement', () => {
  it('gives a statement that came without a slug one by its key', async () => {
    const editor = editing()
    const { recordStatement } = await editor.ask(`mutation {
      recordStatement(input: { source: "daily-may", speaker: "arland", text: "A.", quoteType: DIRECT, act: STATE }) {
        statement { id history { nodes { fields { path after } } } }
        ${problems}
      }
    }`)
    const { id, history } = recordStatement.statement
    expect(history.nodes[0].fields).toContainEqual({
      path: 'slug',
      after: JSON.stringify(id.replace('_', '-')),
    })
    const again = await editor.ask(
      'mutation ($input: StatementInput!) { recordStatement(input: $input) { statement { id text } problems { message } } }',
      { input: { slug: id.replace('_', '-'), text: 'B.' } },
    )
    expect(again.recordStatement).toEqual({ statement: { id, text: 'B.' }, problems: [] })
  })
})

describe('record', () => {
  const editor = editing()
  const record = `mutation ($input: RecordInput!) {
    record(input: $input) { nodes { __typename id } revision { id changes { totalCount } } ${problems} }
  }`
  const input = {
    statements: [
      {
        slug: 'it-is-said',
        source: 'a-page',
        speaker: 'a-man',
        text: 'A.',
        quoteType: 'DIRECT',
        act: 'STATE',
        about: ['a-town'],
      },
    ],
    sources: [
      {
        slug: 'a-page',
        title: 'A',
        kind: 'ARTICLE',
        publishedAt: '2023-05',
        retrievedAt: '2023-05-24T10:00:00+03:00',
        url: 'https://example.org/a',
      },
    ],
    actors: [{ slug: 'a-man', name: 'A', type: 'PERSON' }],
    places: [{ slug: 'a-town', name: 'A', precision: 'EXACT', latitude: 1.5, longitude: 2 }],
  }

  it('writes nodes that name each other, in one revision, whatever their order', async () => {
    const { record: made } = await editor.ask(record, { input })
    expect(made).toMatchObject({ revision: { changes: { totalCount: 4 } }, problems: [] })
    expect(made.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'Place',
      'Person',
      'Source',
      'Statement',
    ])
    const { source } = await editor.ask(
      '{ source(id: "a-page") { retrievedAt publishedAt url statements { nodes { about { slug } } } } }',
    )
    expect(source).toEqual({
      retrievedAt: '2023-05-24T07:00:00Z',
      publishedAt: '2023-05',
      url: 'https://example.org/a',
      statements: { nodes: [{ about: [{ slug: 'a-town' }] }] },
    })
  })

  it('writes all of it or nothing, and says where each problem is', async () => {
    const { record: refused } = await editor.ask(record, {
      input: {
        actors: [
          { slug: 'b-man', name: 'B', type: 'PERSON' },
          { slug: 'c-man', name: 'C', type: 'PERSON', labels: [{ lang: 'en', texts: ['C', ' '] }] },
        ],
        claims: [{ slug: 'b-thing', text: 'B is so.', kind: 'OTHER', subject: 'nobody-known' }],
      },
    })
    expect(refused).toMatchObject({ nodes: [], revision: null })
    const paths = refused.problems.map(({ path }: { path: string[] }) => path.join('.'))
    expect(paths).toContain('input.claims.0.subject')
    expect(paths.some((path: string) => path.startsWith('input.actors.1.labels.0.texts.1'))).toBe(true)
    expect(await editor.ask('{ actor(id: "b-man") { id } }')).toEqual({ actor: null })
  })
})

describe('reviewStatements', () => {
  const editor = editing()
  let ids: string[] = []
  beforeAll(async () => {
    const made = await editor.ask(
      'mutation ($input: RecordInput!) { record(input: $input) { nodes { id } problems { message } } }',
      {
        input: {
          statements: ['one', 'two', 'three'].map((text) => ({
            ...{ source: 'daily-may', speaker: 'arland', text, quoteType: 'INDIRECT', act: 'STATE' },
            review: 'PROPOSED',
          })),
        },
      },
    )
    ids = made.record.nodes.map(({ id }: { id: string }) => id)
  })

  it('accepts, rejects and mends many at once', async () => {
    const { reviewStatements } = await editor.ask(
      `mutation ($input: [ReviewInput!]!) { reviewStatements(input: $input, note: "Read twice.") {
        statements { id review act saidAt } revision { action note changes { totalCount } } ${problems}
      } }`,
      {
        input: [
          { statement: ids[2], verdict: 'REJECT' },
          { statement: ids[0], verdict: 'ACCEPT', edits: { act: 'CONFIRM', saidAt: '2022-05-12' } },
        ],
      },
    )
    expect(reviewStatements).toEqual({
      statements: [
        { id: ids[2], review: 'REJECTED', act: 'STATE', saidAt: null },
        { id: ids[0], review: 'ACCEPTED', act: 'CONFIRM', saidAt: '2022-05-12' },
      ],
      revision: { action: 'REVIEW', note: 'Read twice.', changes: { totalCount: 2 } },
      problems: [],
    })
  })

  it('decides nothing where anything stands in the way', async () => {
    const { reviewStatements } = await editor.ask(
      `mutation ($input: [ReviewInput!]!) { reviewStatements(input: $input) { statements { id } revision { id } ${problems} } }`,
      {
        input: [
          { statement: ids[1], verdict: 'ACCEPT' },
          { statement: 'statement_9999', verdict: 'REJECT' },
          { statement: ids[0], verdict: 'ACCEPT', edits: { speaker: 'nobody-known' } },
        ],
      },
    )
    expect(reviewStatements).toMatchObject({ statements: [], revision: null })
    expect(reviewStatements.problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual(
      expect.arrayContaining(['input.1.statement']),
    )
    expect(await editor.ask('query ($id: ID!) { statement(id: $id) { review } }', { id: ids[1] })).toEqual({
      statement: { review: 'PROPOSED' },
    })
  })
})

describe('remove and undo', () => {
  const editor = editing()

  it('take a node away and bring it back, and an undo can be undone', async () => {
    const { recordPlace } = await editor.ask(
      'mutation { recordPlace(input: { slug: "port", name: "Port", precision: LOCALITY }) { place { id } } }',
    )
    const { id } = recordPlace.place
    const remove =
      'mutation ($id: ID!) { remove(id: $id) { id revision { id action } problems { message } } }'
    const { remove: removed } = await editor.ask(remove, { id: 'port' })
    expect(removed).toMatchObject({ id, revision: { action: 'REMOVE' }, problems: [] })
    const undo =
      'mutation ($revision: ID!) { undo(revision: $revision) { revision { id undoes { id } } problems { message } } }'
    const { undo: undone } = await editor.ask(undo, { revision: removed.revision.id })
    expect(undone.revision.undoes).toEqual({ id: removed.revision.id })
    expect(await editor.ask('{ place(id: "port") { id name } }')).toEqual({ place: { id, name: 'Port' } })
    await editor.ask(undo, { revision: undone.revision.id })
    expect(await editor.ask('{ place(id: "port") { id } }')).toEqual({ place: null })
  })

  it('are refused while others refer to it, with who they are', async () => {
    const { remove } = await editor.ask(`mutation {
      remove(id: "arland") { id revision { id } problems { __typename path ... on InUse { total by(first: 2) { __typename id } } } }
    }`)
    expect(remove).toMatchObject({
      id: null,
      revision: null,
      problems: [{ __typename: 'InUse', path: ['id'], total: expect.any(Number) }],
    })
    expect(remove.problems[0].by).toHaveLength(2)
    expect(remove.problems[0].total).toBeGreaterThan(2)
  })
})

describe('readReport', () => {
  const editor = editing()
  const readReport = `mutation ($input: ReportInput!) { readReport(input: $input) {
    source { id title publishedAt publisher { slug } statements(filter: { review: [PROPOSED] }) { totalCount } }
    statementsProposed actorsProposed claimsProposed revision { action } ${problems}
  } }`
  const text =
    'Ole Dahl, a fisherman, said on Monday that the boats were lost. “We saw nothing,” said Anna Berg, the director of the port.'

  it('stores a source and proposes its statements', async () => {
    const { readReport: read } = await editor.ask(readReport, {
      input: { text, title: 'Boats lost', publisher: 'daily', publishedAt: '2023-05-22' },
    })
    expect(read).toMatchObject({
      source: { title: 'Boats lost', publishedAt: '2023-05-22' },
      revision: { action: 'READ' },
      problems: [],
    })
    expect(read.statementsProposed).toBeGreaterThan(0)
    expect(read.source.statements.totalCount).toBe(read.statementsProposed)
  })

  it('knows a text that was read before', async () => {
    const { readReport: again } = await editor.ask(readReport, { input: { text, title: 'Boats lost' } })
    expect(again).toMatchObject({ source: { title: 'Boats lost' }, statementsProposed: 0, revision: null })
  })

  it.each([
    [{ text: ' ' }, 'input.text'],
    [{ text, publisher: 'dayly' }, 'input.publisher'],
  ])('says what is wrong with %j', async (input, path) => {
    const { readReport: refused } = await editor.ask(readReport, { input })
    expect(refused.source).toBeNull()
    expect(refused.problems.map((problem: { path: string[] }) => problem.path.join('.'))).toEqual([path])
  })
})

describe('what is malformed', () => {
  const editor = editing()
  it.each([
    ['recordEvent(input: { slug: "a", when: "yesterday" })', '"yesterday" is not an EDTF date'],
    [
      'recordSource(input: { slug: "a", url: "ftp://example.org" })',
      '"ftp://example.org" is no absolute http or https URL',
    ],
    ['recordSource(input: { slug: "a", retrievedAt: "2023-05" })', '"2023-05" is no instant'],
    ['recordActor(input: { slug: "a", age: 7 })', 'Field "age" is not defined'],
  ])('stays an error of GraphQL: %s', async (mutation, message) => {
    await expect(editor.result(`mutation { ${mutation} { problems { message } } }`)).rejects.toThrow(message)
  })

  it('is an error of GraphQL in a variable as well', async () => {
    const { errors } = await editor.result(
      'mutation ($input: SourceInput!) { recordSource(input: $input) { problems { message } } }',
      { input: { slug: 'a', url: 'javascript:alert(1)' } },
    )
    expect(errors?.[0]?.message).toContain('is no absolute http or https URL')
  })
})
