import { describe, expect, it } from 'vitest'
import { atOnce } from '../src/sql/engine.ts'
import type { NotFoundError } from '../src/values/errors.ts'
import { dbOf } from './engine.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const { of } = worlds()
const world = of(dispute)

const slugs = (nodes: readonly Answer[]): string[] => nodes.map(({ slug }) => slug)
function kept(filter: string, more = ''): string[] {
  const { claims } = world.ask(`{ claims(filter: { ${filter} } ${more}) { totalCount nodes { slug } } }`)
  expect(claims.totalCount).toBe(claims.nodes.length)
  return slugs(claims.nodes)
}
const all = [
  'borland-did-it',
  'riders-did-it',
  'ten-killed',
  'bridge-fell',
  'talks-failed',
  'heights-are-high',
]
const without = (...out: string[]) => all.filter((slug) => !out.includes(slug))
const one = (slug: string, fields: string): Answer =>
  world.ask(`{ claim(id: "${slug}") { ${fields} } }`).claim
const standing = (slug: string, asOf?: string): string =>
  one(slug, `standing${asOf ? `(asOf: "${asOf}")` : ''}`).standing
const positions = (slug: string, args = ''): Record<string, string> =>
  Object.fromEntries(
    one(slug, `positions${args} { actor { slug } stance certainty changed }`).positions.map((row: Answer) => [
      row.actor.slug,
      `${row.stance} ${row.certainty}${row.changed ? ', changed' : ''}`,
    ]),
  )

describe('a filter of claims', () => {
  it.each([
    ['', all],
    ['kind: [RESPONSIBILITY]', ['borland-did-it', 'riders-did-it']],
    ['kind: [DAMAGE, OTHER]', ['bridge-fell', 'heights-are-high']],
    ['subject: ["riders"]', ['riders-did-it']],
    ['subject: ["riders", "borland"]', ['borland-did-it', 'riders-did-it']],
    ['event: ["talks"]', ['talks-failed']],
    ['event: ["talks", "raid"]', without('heights-are-high')],
    ['about: ["lviv"]', ['riders-did-it', 'bridge-fell']],
    ['about: ["highland", "borland", "talks"]', ['borland-did-it', 'talks-failed', 'heights-are-high']],
    ['standing: [CONTESTED]', ['borland-did-it', 'riders-did-it', 'ten-killed']],
    ['standing: [OPEN, DENIED]', ['bridge-fell', 'talks-failed', 'heights-are-high']],
    ['unit: ["people killed"]', ['ten-killed']],
    ['unit: ["ships"]', []],
    ['singleSource: true', ['borland-did-it', 'riders-did-it', 'bridge-fell']],
    ['singleSource: false', ['ten-killed', 'talks-failed', 'heights-are-high']],
    ['partiesOnly: true', ['borland-did-it', 'riders-did-it', 'ten-killed']],
    ['partiesOnly: false', ['bridge-fell', 'talks-failed', 'heights-are-high']],
    ['verdict: [VERIFIED]', ['riders-did-it']],
    ['verdict: [VERIFIED, DISPUTED]', ['riders-did-it', 'ten-killed']],
    ['assessor: ["daily"]', ['riders-did-it']],
    ['assessor: ["daily", "herald"]', ['riders-did-it', 'ten-killed']],
    ['assessor: ["borland"]', []],
    ['assessor: []', []],
    ['assessor: ["herald"], verdict: [DISPUTED]', ['ten-killed']],
    ['assessor: ["daily", "herald"], verdict: [VERIFIED, REFUTED]', ['riders-did-it']],
    ['text: "raid"', ['borland-did-it', 'riders-did-it']],
    ['text: "raid -nobody"', ['borland-did-it']],
    ['kind: [RESPONSIBILITY], about: ["lviv"], singleSource: true', ['riders-did-it']],
  ])('{ %s }', (filter, expected) => {
    expect(kept(filter)).toEqual(expected)
  })

  it('takes an assessor and a verdict to be those of one assessment', () => {
    const changing = of(dispute)
    const verified = (assessor: string) =>
      slugs(
        changing.ask(
          `{ claims(filter: { assessor: ["${assessor}"], verdict: [VERIFIED] }) { nodes { slug } } }`,
        ).claims.nodes,
      )
    changing.write(({ assessments }) => {
      const assessor = atOnce(changing.graph.lookup.key(['ACTOR'], 'herald', []))
      const claim = atOnce(changing.graph.lookup.key(['CLAIM'], 'riders-did-it', []))
      assessments.put({ assessor, claim, verdict: 'REFUTED' })
    })
    expect(verified('daily')).toEqual(['riders-did-it'])
    expect(verified('herald')).toEqual([])
  })

  it.each([
    ['subject: ["ridders"]', ['filter', 'subject', 0], 'riders'],
    ['event: ["raaid"]', ['filter', 'event', 0], 'raid'],
    ['about: ["lvov"]', ['filter', 'about', 0], 'lviv'],
    ['assessor: ["harald"]', ['filter', 'assessor', 0], 'herald'],
  ])('refuses what is not there, and names the nearest: { %s }', (filter, argument, nearest) => {
    const refusal = world.refusal(`{ claims(filter: { ${filter} }) { totalCount } }`)
    expect(refusal.argument).toEqual(argument)
    expect((refusal as NotFoundError).nearest).toContain(nearest)
  })

  it('holds under an event as well, and says where it stands when it does not', () => {
    const { event } = world.ask(
      '{ event(id: "raid") { claims(filter: { standing: [OPEN] }) { totalCount nodes { slug } } } }',
    )
    expect(event.claims).toEqual({ totalCount: 1, nodes: [{ slug: 'bridge-fell' }] })
    const refusal = world.refusal('{ event(id: "raid") { claims(filter: { about: ["x"] }) { totalCount } } }')
    expect(refusal.argument).toEqual(['filter', 'about', 0])
  })
})

describe('claims', () => {
  it('come as they were written down, by text, by statements or by speakers', () => {
    expect(kept('')).toEqual(all)
    expect(kept('', 'orderBy: TEXT').slice(0, 3)).toEqual(['borland-did-it', 'ten-killed', 'bridge-fell'])
    expect(kept('', 'orderBy: STATEMENTS_DESC').slice(0, 2).sort()).toEqual(['borland-did-it', 'ten-killed'])
    expect(kept('', 'orderBy: SPEAKERS_DESC')[0]).toBe('borland-did-it')
  })

  it('count their accepted statements, speakers and sources', () => {
    expect(one('ten-killed', 'statementCount speakerCount sourceCount statements { totalCount }')).toEqual({
      statementCount: 3,
      speakerCount: 2,
      sourceCount: 3,
      statements: { totalCount: 3 },
    })
    expect(one('talks-failed', 'statementCount speakerCount sourceCount')).toEqual({
      statementCount: 0,
      speakerCount: 0,
      sourceCount: 0,
    })
  })

  it('are null by the name of nobody', () => {
    for (const id of ['nothing', 'claim_99999', 'actor_1', 'borland', ''])
      expect(world.ask('query ($id: ID!) { claim(id: $id) { id } }', { id }).claim).toBeNull()
  })
})

describe('a position', () => {
  it('belongs to whoever is spoken for, by the latest that was said', () => {
    expect(positions('borland-did-it')).toEqual({ arland: 'AFFIRMS PROBABLE', borland: 'DENIES CERTAIN' })
  })

  it('changes, and says that it has', () => {
    expect(positions('ten-killed')).toEqual({
      arland: 'DENIES PROBABLE, changed',
      borland: 'AFFIRMS POSSIBLE',
    })
  })

  it('was what had been said by then, or published', () => {
    expect(positions('ten-killed', '(asOf: "2022-05-31")')).toEqual({ arland: 'AFFIRMS CERTAIN' })
    expect(positions('ten-killed', '(asOf: "2022-06-01")')).toEqual({ arland: 'DENIES PROBABLE, changed' })
    expect(positions('ten-killed', '(asOf: "2022-05-09")')).toEqual({})
  })

  it('is kept by stance', () => {
    expect(Object.keys(positions('ten-killed', '(stance: [AFFIRMS])'))).toEqual(['borland'])
    expect(Object.keys(positions('ten-killed', '(stance: [AFFIRMS, DENIES])')).sort()).toEqual([
      'arland',
      'borland',
    ])
    expect(positions('ten-killed', '(stance: [AFFIRMS], asOf: "2022-06-01")')).toEqual({})
    expect(positions('ten-killed', '(stance: [])')).toEqual({})
  })

  it('rests on its statements, oldest first, and no later ones than asOf', () => {
    const said = (args: string) =>
      one(
        'ten-killed',
        `positions${args} { actor { slug } statement { slug } statements { slug } }`,
      ).positions.find(({ actor }: Answer) => actor.slug === 'arland')
    expect(said('')).toMatchObject({
      statement: { slug: 'anna-not-ten' },
      statements: [{ slug: 'anna-ten' }, { slug: 'anna-not-ten' }],
    })
    expect(said('(asOf: "2022-05-20")').statements).toEqual([{ slug: 'anna-ten' }])
  })

  it('is not set by what is proposed or rejected', () => {
    expect(positions('bridge-fell')).toEqual({ riders: 'UNCOMMITTED POSSIBLE' })
    expect(positions('talks-failed')).toEqual({})
  })

  it('is also its actor’s, in pages', () => {
    const { positions } = world.ask(
      '{ actor(id: "arland") { positions { totalCount nodes { claim { slug } stance } } } }',
    ).actor
    expect(positions).toEqual({
      totalCount: 2,
      nodes: [
        { claim: { slug: 'borland-did-it' }, stance: 'AFFIRMS' },
        { claim: { slug: 'ten-killed' }, stance: 'DENIES' },
      ],
    })
    const then = world.ask(
      '{ actor(id: "arland") { positions(asOf: "2022-05-20", stance: [AFFIRMS]) { totalCount nodes { claim { slug } } } } }',
    ).actor.positions
    expect(then.totalCount).toBe(2)
  })
})

describe('a standing', () => {
  it.each([
    ['borland-did-it', undefined, 'CONTESTED'],
    ['borland-did-it', '2022-05-09', 'OPEN'],
    ['borland-did-it', '2022-05-10', 'ASSERTED'],
    ['borland-did-it', '2022-05-11', 'CONTESTED'],
    // Contradicted by an affirmed claim, whichever end the contradiction was written at.
    ['riders-did-it', undefined, 'CONTESTED'],
    ['riders-did-it', '2022-05-11', 'OPEN'],
    ['riders-did-it', '2022-05-12', 'CONTESTED'],
    ['ten-killed', '2022-05-10', 'ASSERTED'],
    ['ten-killed', '2022-06-30', 'DENIED'],
    // What has no date anywhere counts now, and at no time in the past.
    ['ten-killed', undefined, 'CONTESTED'],
    ['bridge-fell', undefined, 'OPEN'],
    ['talks-failed', undefined, 'OPEN'],
    ['heights-are-high', '2022', 'OPEN'],
  ])('of %s as of %s is %s', (slug, asOf, expected) => {
    expect(standing(slug, asOf)).toBe(expected)
  })

  it('needs a time that has an end', () => {
    const refusal = world.refusal('{ claim(id: "ten-killed") { standing(asOf: "2022/..") } }')
    expect(refusal.argument).toEqual(['asOf'])
  })

  it('refuses what is no date', () => {
    expect(() => world.ask('{ claim(id: "ten-killed") { standing(asOf: "yesterday") } }')).toThrow(/EDTF/)
    expect(() => world.ask('{ claim(id: "ten-killed") { standing(asOf: 2022) } }')).toThrow(/EDTF/)
  })
})

describe('a proposal', () => {
  it('counts once it is accepted, everywhere and at once', () => {
    const changing = of(dispute)
    const ask = () =>
      changing.ask(`{
        claim(id: "bridge-fell") { standing speakerCount statements { totalCount } positions { actor { slug } stance } }
        actor(id: "borland") { statements { totalCount } speaksAbout { entity { slug } statements } }
        facets(by: [SPEAKER]) { value count }
        search(text: "zeppelin") { totalCount }
        timeline(types: [STATEMENT]) { totalCount }
        stats { statements }
      }`)
    expect(ask()).toMatchObject({ claim: { standing: 'OPEN', speakerCount: 1 }, search: { totalCount: 0 } })
    const before = ask()
    const source = Number(
      dbOf(changing.writer).prepare(`select source_id from statement where slug = 'proposed'`).pluck().get(),
    )
    changing.write(({ statements }) => statements.acceptProposed(source))
    const after = ask()
    expect(after.claim).toMatchObject({
      standing: 'ASSERTED',
      speakerCount: 2,
      statements: { totalCount: 2 },
    })
    expect(after.claim.positions).toContainEqual({ actor: { slug: 'borland' }, stance: 'AFFIRMS' })
    expect(after.actor.statements.totalCount).toBe(before.actor.statements.totalCount + 1)
    expect(after.actor.speaksAbout).toContainEqual({ entity: { slug: 'arland' }, statements: 2 })
    expect(after.facets).toContainEqual({ value: 'borland', count: 3 })
    expect(after.search.totalCount).toBe(1)
    expect(after.timeline.totalCount).toBe(before.timeline.totalCount + 1)
    expect(after.stats.statements).toBe(before.stats.statements + 1)
  })
})

describe('a relation', () => {
  it('is seen from both of its ends', () => {
    const fields = 'relations { type from { slug } to { slug } claim { slug } }'
    const contradiction = {
      type: 'CONTRADICTS',
      from: { slug: 'riders-did-it' },
      to: { slug: 'borland-did-it' },
    }
    expect(one('borland-did-it', fields).relations).toEqual([
      { ...contradiction, claim: { slug: 'riders-did-it' } },
    ])
    expect(one('riders-did-it', fields).relations).toContainEqual({
      ...contradiction,
      claim: { slug: 'borland-did-it' },
    })
  })

  it('is each once where both of its ends are asked for', () => {
    const { claims } = world.ask('{ claims { nodes { slug relations { type claim { slug } } } } }')
    const of = (slug: string) => claims.nodes.find((node: Answer) => node.slug === slug).relations
    expect(of('borland-did-it')).toHaveLength(1)
    expect(of('riders-did-it')).toHaveLength(2)
    expect(of('ten-killed')).toEqual([{ type: 'SUPPORTS', claim: { slug: 'riders-did-it' } }])
  })

  it('is kept by its type', () => {
    expect(one('riders-did-it', 'relations(type: SUPPORTS) { claim { slug } }').relations).toEqual([
      { claim: { slug: 'ten-killed' } },
    ])
  })
})

describe('a claim', () => {
  it('has a subject, an event, and an object of any kind', () => {
    const fields = 'subject { slug } event { slug } object { __typename slug }'
    expect(one('riders-did-it', fields)).toEqual({
      subject: { slug: 'riders' },
      event: { slug: 'raid' },
      object: { __typename: 'Place', slug: 'lviv' },
    })
    expect(one('ten-killed', fields)).toEqual({ subject: null, event: { slug: 'raid' }, object: null })
  })

  it('has a figure, whose open end is null', () => {
    expect(one('ten-killed', 'figure { low high unit }').figure).toEqual({
      low: 10,
      high: null,
      unit: 'people killed',
    })
    expect(one('bridge-fell', 'figure { low }').figure).toBeNull()
  })
})
