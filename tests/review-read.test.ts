import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ReportWriter } from '../src/reports/writing/write.ts'
import { question, seed, worlds } from './graph-fixture.ts'
import { documents } from './review-fixture.ts'

const { empty, of } = worlds()

const questions = readdirSync(new URL('../schema/questions', import.meta.url)).map((file) =>
  question(file.replace('.graphql', '')),
)

const report = `Dam bursts near Belgorod

Ole Quisling, an engineer, said that the old dam had burst on Monday. “We saw the water come,” said Freda Holt, the mayor of
Grayvoron. Officials claimed that forty houses were lost near Belgorod.

Russia accused Ukraine of shelling the dam. The Dam Builders’ Union denied that the dam was weak.
`

describe('a report that is read into a graph', () => {
  const world = of(seed)
  const all = Object.values(documents)
    .filter((document) => !/"(arland|ministry|raid|lviv|highland|borland)/.test(document))
    .concat(questions)
    // Its text is a fact: it is a source, and is found.
    .map((document) => document.replace(' sources', '').replace('PUBLISHER, ', ''))
  const asked = () => all.map((document) => world.ask(document))
  const before = asked()
  const sources = () =>
    world.ask('{ stats { sources } search(text: "dam bursts") { nodes { node { __typename } } } }')
  const write = (accept = false) =>
    new ReportWriter(world.writer).write({ text: report, published: '2024-04-02' }, { accept })

  it('changes nothing of what counts, but that it is a source', () => {
    const { stats } = sources()
    const { statements, speakers, claims } = write()
    expect([statements > 3, speakers.new > 2, claims.new > 1]).toEqual([true, true, true])
    expect(asked()).toEqual(before)
    expect(sources()).toEqual({
      stats: { sources: stats.sources + 1 },
      search: { nodes: [{ node: { __typename: 'Source' } }] },
    })
  })

  it('counts once it is accepted, with all that it speaks of', () => {
    const proposed = world.ask(
      '{ actors(filter: { review: [PROPOSED] }) { totalCount } claims(filter: { review: [PROPOSED] }) { totalCount } stats { actors claims } }',
    )
    const { accepted } = write(true)
    const now = world.ask(
      '{ actors(filter: { review: [PROPOSED] }) { totalCount } claims(filter: { review: [PROPOSED] }) { totalCount } stats { actors claims statements proposals } }',
    )
    expect([now.actors.totalCount, now.claims.totalCount, now.stats.proposals]).toEqual([0, 0, 0])
    expect(now.stats.actors).toBe(proposed.stats.actors + proposed.actors.totalCount)
    expect(now.stats.claims).toBe(proposed.stats.claims + proposed.claims.totalCount)
    expect(accepted).toBeGreaterThan(3)
  })

  it('takes nothing away from what was there by hand', () => {
    const own = empty()
    own.write(({ actors, claims }) => {
      actors.put({ slug: 'freda-holt', name: 'Freda Holt', type: 'PERSON' })
      claims.put({ slug: 'dam-burst', text: 'The old dam had burst on Monday.', kind: 'OCCURRENCE' })
    })
    new ReportWriter(own.writer).write({ text: report })
    const listed = own.ask('{ actors { nodes { slug } } claims { nodes { slug statementCount } } }')
    expect(listed).toEqual({
      actors: { nodes: [{ slug: 'freda-holt' }] },
      claims: { nodes: [{ slug: 'dam-burst', statementCount: 0 }] },
    })
    expect(
      own.ask('{ statements(filter: { by: ["freda-holt"], review: [PROPOSED] }) { totalCount } }').statements
        .totalCount,
    ).toBeGreaterThan(0)
  })

  it('shares whom it names with the next report, of which one may be accepted', () => {
    const own = empty()
    const reports = new ReportWriter(own.writer)
    const text = (day: string) =>
      `Ole Quisling, an engineer, said on ${day} that the old dam had burst in the night.`
    reports.write({ text: text('Monday'), title: 'One' })
    reports.write({ text: text('Tuesday'), title: 'Two' })
    const state = () =>
      own.ask(
        '{ actor(id: "ole-quisling") { review statements { totalCount } } claims { totalCount } stats { actors claims proposals } }',
      )
    expect(state()).toEqual({
      actor: { review: 'PROPOSED', statements: { totalCount: 0 } },
      claims: { totalCount: 0 },
      stats: { actors: 0, claims: 0, proposals: 2 },
    })
    expect(
      own.ask(
        '{ actors(filter: { review: [PROPOSED] }) { totalCount } claims(filter: { review: [PROPOSED] }) { totalCount } }',
      ),
    ).toEqual({ actors: { totalCount: 1 }, claims: { totalCount: 1 } })
    reports.write({ text: text('Tuesday') }, { accept: true })
    expect(state()).toEqual({
      actor: { review: 'ACCEPTED', statements: { totalCount: 1 } },
      claims: { totalCount: 1 },
      stats: { actors: 1, claims: 1, proposals: 1 },
    })
  })

  it('has a publisher that counts, for its text is there', () => {
    const own = empty()
    new ReportWriter(own.writer).write({ text: report, publisher: 'Fjord Radio' })
    expect(own.ask('{ actors { nodes { slug review } } stats { actors } }')).toEqual({
      actors: { nodes: [{ slug: 'fjord-radio', review: 'ACCEPTED' }] },
      stats: { actors: 1 },
    })
  })
})
