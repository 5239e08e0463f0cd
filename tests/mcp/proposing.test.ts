import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { runs } from '../engine.ts'
import { derivedState, everyRow } from '../graph.ts'
import { dispute, worlds } from '../graph-fixture.ts'
import { connect, unexpected } from './connected.ts'

const { of } = worlds()
const proposals = ['propose_report', 'propose_statements']

const statement = {
  speaker: 'arland',
  text: 'The bridge is ours.',
  quoteType: 'DIRECT',
  act: 'STATE',
}
const source = { slug: 'new-paper', title: 'A new paper', kind: 'ARTICLE', publishedAt: '2023-06-01' }

/** The rows of nodes, as text; whatever is added, these stay. */
function nodeRows(writer: ImmediateEngine): Set<string> {
  const rows = everyRow(writer)
  const tables = ['entity', 'label', 'actor', 'place', 'event', 'source', 'claim', 'statement', 'assessment']
  return new Set(
    tables.flatMap((table) => (rows[table] ?? []).map((row) => `${table} ${JSON.stringify(row)}`)),
  )
}

/** What counts: positions, tallies, agreements. */
const counted = (writer: ImmediateEngine) => {
  const { position, tally, speaks_about, agreement } = derivedState(writer)
  return { position, tally, speaks_about, agreement }
}

describe('whoever may not write', () => {
  it.each(['READER', null] as const)('sees no tool that does: %s', async (role) => {
    const world = of(dispute)
    const { toolNames, call, client } = await connect(world, role)
    const before = everyRow(world.writer)
    expect((await toolNames()).filter((name) => proposals.includes(name))).toEqual([])
    expect(client.getInstructions()).toMatch(/You may only read.*EDITOR/)
    await expect(call('propose_report', { text: 'Arland denied it.' })).rejects.toThrow('propose_report')
    await expect(call('propose_statements', { newSource: source, statements: [statement] })).rejects.toThrow()
    expect(everyRow(world.writer)).toEqual(before)
  })

  it('is whoever asks a graph that is only read', async () => {
    const { toolNames } = await connect(of(dispute), 'ADMIN', { mayWrite: false })
    expect((await toolNames()).filter((name) => proposals.includes(name))).toEqual([])
  })

  it('is also whose role was taken away while they were connected', async () => {
    const world = of(dispute)
    let role: 'EDITOR' | 'READER' = 'EDITOR'
    const user = () => ({ id: null, name: 'somebody', role })
    const { call } = await connect(world, 'EDITOR', { user })
    role = 'READER'
    const before = everyRow(world.writer)
    const { text, isError } = await call('propose_statements', { newSource: source, statements: [statement] })
    expect([isError, text]).toEqual([true, expect.stringMatching(/FORBIDDEN: This needs the role EDITOR/)])
    expect(everyRow(world.writer)).toEqual(before)
  })
})

describe('an editor', () => {
  it('proposes a report, once', async () => {
    const world = of(dispute)
    const { call, toolNames } = await connect(world, 'EDITOR')
    expect(await toolNames()).toEqual(expect.arrayContaining(proposals))
    const report = {
      text: 'Arland denies\n\nArland denied on Monday that it had shelled the bridge.',
      publishedAt: '2023-05-23',
      url: 'https://example.org/arland-denies',
    }
    const { data, text } = await call('propose_report', report)
    expect(data.source).toMatchObject({ url: report.url, publishedAt: report.publishedAt })
    expect(data.statements).toHaveLength(data.statementsProposed)
    expect(data.statementsProposed).toBeGreaterThan(0)
    for (const { review, source: from } of data.statements)
      expect([review, from.id]).toEqual(['PROPOSED', data.source.id])
    expect(text).toContain('[PROPOSED]')

    const before = everyRow(world.writer)
    expect((await call('propose_report', report)).data).toMatchObject({
      revision: null,
      source: { id: data.source.id },
    })
    expect(everyRow(world.writer)).toEqual(before)
  })

  it('proposes statements with the source, actors and claims that they need', async () => {
    const world = of(dispute)
    const { call } = await connect(world, 'EDITOR')
    const asked = {
      newSource: source,
      newActors: [{ slug: 'jane-doe', type: 'PERSON', name: 'Jane Doe' }],
      newClaims: [{ slug: 'bridge-is-arlands', text: 'The bridge is Arland’s.', kind: 'CONTROL' }],
      statements: [
        {
          ...statement,
          speaker: 'jane-doe',
          onBehalfOf: 'arland',
          claim: 'bridge-is-arlands',
          stance: 'AFFIRMS',
          certainty: 'CERTAIN',
        },
      ],
      note: 'From the archive',
    }
    const { data, text } = await call('propose_statements', asked)
    expect(data.nodes.map(({ type, review }: Record<string, string>) => [type, review])).toEqual([
      ['ACTOR', 'PROPOSED'],
      ['SOURCE', null],
      ['CLAIM', 'PROPOSED'],
      ['STATEMENT', 'PROPOSED'],
    ])
    expect(text).toContain(data.revision)
    const { revision } = world.ask(`{ revision(id: "${data.revision}") { note action } }`)
    expect(revision).toEqual({ note: 'From the archive', action: 'RECORD' })
  })

  it.each([
    ['a review', { statements: [{ ...statement, review: 'ACCEPTED' }] }, /no review here/],
    ['the id of a statement', { statements: [{ ...statement, id: 'statement_1' }] }, /no id here/],
    ['the slug of a statement', { statements: [{ ...statement, slug: 'x' }] }, /no slug here/],
    [
      'an actor that is there',
      { newActors: [{ slug: 'arland', type: 'STATE', name: 'Other' }] },
      /newActors\.0\.slug: "arland" is there already/,
    ],
    [
      'a claim that is there',
      { newClaims: [{ slug: 'bridge-fell', text: 'Other.', kind: 'OTHER' }] },
      /newClaims\.0\.slug: "bridge-fell" is there already/,
    ],
    ['a slug of a place', { newActors: [{ slug: 'highland', type: 'STATE', name: 'Other' }] }, /highland/],
    [
      'an unknown speaker',
      { statements: [{ ...statement, speaker: 'arlnd' }] },
      /statements\.0\.speaker.*did you mean arland/,
    ],
    ['a stance without a claim', { statements: [{ ...statement, stance: 'DENIES' }] }, /stance/],
    ['no source', { newSource: undefined }, /Give source/],
    ['two sources', { source: 'new-paper' }, /one of the two/],
    ['no statements', { statements: [] }, /statements/],
  ])('cannot give %s, and then nothing is written', async (_, change, told) => {
    const world = of(dispute)
    const { call } = await connect(world, 'EDITOR')
    const before = everyRow(world.writer)
    const { isError, text } = await call('propose_statements', {
      newSource: source,
      statements: [statement],
      ...change,
    })
    expect([isError, text]).toEqual([true, expect.stringMatching(told)])
    expect(everyRow(world.writer)).toEqual(before)
  })

  it('changes nothing that is there, and nothing that counts, whatever is proposed', async () => {
    const world = of(dispute)
    const { call } = await connect(world, 'ADMIN')
    const { actors, claims, sources } = world.ask(
      '{ actors(first: 50) { nodes { id slug } } claims(first: 50) { nodes { id slug } } sources(first: 50) { nodes { id slug } } }',
    )
    const namesOf = ({ nodes }: { nodes: { id: string; slug: string }[] }) =>
      nodes.flatMap(({ id, slug }) => [id, slug])
    const fresh = fc.integer({ min: 0, max: 40 }).map((number) => `fresh-${number}`)
    const slugs = fc.oneof(
      fresh,
      fc.constantFrom(...namesOf(actors), ...namesOf(claims), ...namesOf(sources)),
    )
    const mostly = (right: fc.Arbitrary<string>, any: fc.Arbitrary<string>) =>
      fc.oneof({ arbitrary: right, weight: 9 }, { arbitrary: any, weight: 1 })
    const proposal = fc.record(
      {
        source: fc.constantFrom(...namesOf(sources)),
        newActors: fc.array(
          fc.record({
            slug: mostly(fresh, slugs),
            type: fc.constant('PERSON'),
            name: fc.constant('Somebody'),
          }),
          { maxLength: 2 },
        ),
        newClaims: fc.array(
          fc.record({
            slug: mostly(fresh, slugs),
            text: fc.constant('It is so.'),
            kind: fc.constant('OTHER'),
          }),
          { maxLength: 2 },
        ),
        statements: fc.array(
          fc.record({
            speaker: mostly(fc.constantFrom(...namesOf(actors)), slugs),
            claim: mostly(fc.constantFrom(...namesOf(claims)), slugs),
            text: fc.constant('It is so.'),
            quoteType: fc.constant('INDIRECT'),
            act: fc.constant('STATE'),
            stance: fc.constantFrom('AFFIRMS', 'DENIES'),
            certainty: fc.constant('CERTAIN'),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: ['source', 'statements'] },
    )
    const said = {
      speaker: 'arland',
      claim: 'bridge-fell',
      text: 'It is so.',
      quoteType: 'INDIRECT',
      act: 'STATE',
      stance: 'AFFIRMS',
      certainty: 'CERTAIN',
    } as const
    const right = { source: sources.nodes[0].slug, statements: [said] }
    const before = nodeRows(world.writer)
    const countedBefore = counted(world.writer)
    const accepted = world.ask('{ statements { totalCount } }')
    let written = 0
    await fc.assert(
      fc.asyncProperty(proposal, async (args) => {
        const { isError } = await call('propose_statements', args)
        if (!isError) written++
        const after = nodeRows(world.writer)
        expect([...before].filter((row) => !after.has(row))).toEqual([])
      }),
      { numRuns: runs(40), examples: [[right]] },
    )
    expect(written).toBeGreaterThan(0)
    expect(counted(world.writer)).toEqual(countedBefore)
    expect(world.ask('{ statements { totalCount } }')).toEqual(accepted)
  })
})

it('nothing of all this went wrong unseen', () => {
  expect(unexpected).toEqual([])
})
