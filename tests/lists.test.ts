import { describe, expect, it } from 'vitest'
import { type Answer, dispute, everyField, seed, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()
const synthetic = empty()
fill(synthetic, 40)
/** Every kind of list is held against what it is made of, on graphs of several makings. */
const graphs: readonly (readonly [name: string, world: World])[] = [
  ['the seed', of(seed)],
  ['a dispute', of(dispute)],
  ['every field', of(everyField)],
  ['a made graph', synthetic],
]
const world = of(dispute)

const slugs = (nodes: readonly { slug: string }[]): string[] => nodes.map(({ slug }) => slug)
const sorted = (list: readonly string[]): string[] => [...list].sort()
/** All of a list, up to the longest page; the count must agree. */
function all(from: World, list: string, args: string, fields = 'slug'): Answer[] {
  const { totalCount, nodes } = from.ask(
    `{ ${list}(${args ? `${args}, ` : ''}first: 500) { totalCount nodes { ${fields} } } }`,
  )[list]
  expect(nodes).toHaveLength(totalCount)
  return nodes
}

const VERDICTS = ['VERIFIED', 'PARTLY_VERIFIED', 'UNVERIFIED', 'DISPUTED', 'REFUTED']

describe.each(graphs)('in %s, whether a claim was assessed', (_, from) => {
  const every = () => all(from, 'claims', '', 'slug assessments { verdict assessor { slug } }')

  it('parts the claims in two, and those that were into the verdicts they got', () => {
    const assessed = slugs(all(from, 'claims', 'filter: { assessed: true }'))
    const never = slugs(all(from, 'claims', 'filter: { assessed: false }'))
    expect(sorted([...assessed, ...never])).toEqual(sorted(slugs(every())))
    const byVerdict = VERDICTS.flatMap((verdict) =>
      slugs(all(from, 'claims', `filter: { verdict: [${verdict}] }`)),
    )
    expect(sorted([...new Set(byVerdict)])).toEqual(sorted(assessed))
  })

  it('is told of each assessor as well', () => {
    const assessors = new Set(
      every().flatMap(({ assessments }) => assessments.map((one: Answer) => one.assessor.slug as string)),
    )
    for (const assessor of [...assessors].slice(0, 5)) {
      const has = ({ assessments }: Answer) =>
        assessments.some((one: Answer) => one.assessor.slug === assessor)
      for (const assessed of [true, false])
        expect(
          sorted(slugs(all(from, 'claims', `filter: { assessed: ${assessed}, assessor: ["${assessor}"] }`))),
        ).toEqual(sorted(slugs(every().filter((claim) => has(claim) === assessed))))
    }
  })

  it('agrees with a verdict that is asked for beside it', () => {
    for (const verdict of VERDICTS) {
      expect(all(from, 'claims', `filter: { assessed: false, verdict: [${verdict}] }`)).toEqual([])
      expect(all(from, 'claims', `filter: { assessed: true, verdict: [${verdict}] }`)).toEqual(
        all(from, 'claims', `filter: { verdict: [${verdict}] }`),
      )
    }
  })
})

describe.each(graphs)('in %s, the list of assessments', (_, from) => {
  const fields = 'id verdict date assessor { slug } claim { slug event { slug } }'

  it('has each assessment of each claim once', () => {
    const ofClaims = all(from, 'claims', '', 'assessments { id }').flatMap(({ assessments }) => assessments)
    expect(sorted(all(from, 'assessments', '', 'id').map(({ id }) => id))).toEqual(
      sorted(ofClaims.map(({ id }: Answer) => id)),
    )
    expect(from.ask('{ stats { assessments } }').stats.assessments).toBe(ofClaims.length)
  })

  it('comes latest first or earliest first, and either way without a date last', () => {
    const dates = (order: string) =>
      all(from, 'assessments', `orderBy: ${order}`, 'date').map(({ date }) => date as string | null)
    for (const order of ['DATE', 'DATE_DESC']) {
      const known = dates(order).filter((date) => date !== null)
      const dated = order === 'DATE' ? sorted(known) : sorted(known).reverse()
      expect(dates(order)).toEqual([
        ...dated,
        ...Array.from({ length: dates(order).length - known.length }, () => null),
      ])
    }
    expect(all(from, 'assessments', '', 'id')).toEqual(all(from, 'assessments', 'orderBy: DATE_DESC', 'id'))
  })

  it('is kept by verdict, by assessor, by claim and by the event of the claim', () => {
    const every = all(from, 'assessments', '', fields)
    const keeps = (filter: string, wanted: (one: Answer) => boolean) =>
      expect(
        sorted(all(from, 'assessments', `filter: { ${filter} }`, 'id').map(({ id }) => id)),
        filter,
      ).toEqual(sorted(every.filter(wanted).map(({ id }) => id)))
    for (const verdict of VERDICTS) keeps(`verdict: [${verdict}]`, (one) => one.verdict === verdict)
    keeps('verdict: [VERIFIED, REFUTED]', ({ verdict }) => ['VERIFIED', 'REFUTED'].includes(verdict))
    for (const { claim, assessor } of every.slice(0, 5)) {
      keeps(`claim: ["${claim.slug}"]`, (one) => one.claim.slug === claim.slug)
      keeps(`assessor: ["${assessor.slug}"]`, (one) => one.assessor.slug === assessor.slug)
      if (claim.event)
        keeps(`event: ["${claim.event.slug}"]`, (one) => one.claim.event?.slug === claim.event.slug)
    }
  })
})

describe('an assessment', () => {
  it.each([
    ['date: { from: "2022-05-12", until: "2022-05-12" }', ['riders-did-it']],
    ['date: { from: "2022" }', ['riders-did-it']],
    ['date: { until: "2022-05-11" }', []],
    ['date: { until: "2022-05" }', ['riders-did-it']],
    ['credibility: [TWO]', ['riders-did-it']],
    ['credibility: [ONE, SIX]', []],
    ['assessor: []', []],
  ])('is kept by { %s }', (filter, claims) => {
    const found = all(world, 'assessments', `filter: { ${filter} }`, 'claim { slug }')
    expect(found.map(({ claim }) => claim.slug)).toEqual(claims)
  })

  it('cannot be asked for of what is not there', () => {
    const refusal = world.refusal('{ assessments(filter: { assessor: ["harald"] }) { totalCount } }')
    expect(refusal.message).toContain('herald')
  })
})

describe.each(graphs)('in %s, statements told to an actor', (_, from) => {
  it('are those that name it as whom they address, in the order in which they were said', () => {
    const every = all(from, 'statements', 'orderBy: SAID_DESC', 'id addressee { slug }')
    const addressees = new Set(every.flatMap(({ addressee }) => addressee?.slug ?? []))
    for (const slug of [...addressees].slice(0, 5))
      expect(all(from, 'statements', `orderBy: SAID_DESC, filter: { addressee: ["${slug}"] }`, 'id')).toEqual(
        every.filter(({ addressee }) => addressee?.slug === slug).map(({ id }) => ({ id })),
      )
    const untold = all(
      from,
      'statements',
      `filter: { not: { addressee: ${JSON.stringify([...addressees])} } }`,
      'addressee { slug }',
    )
    expect(untold.filter(({ addressee }) => addressee !== null)).toEqual([])
    expect(untold).toHaveLength(every.filter(({ addressee }) => addressee === null).length)
  })
})

describe.each(graphs)('in %s, what an actor says', (_, from) => {
  const actors = () =>
    all(
      from,
      'actors',
      '',
      'slug statementCounts { itself forOthers byOthers } statements(first: 0) { totalCount }',
    )
  const count = (filter: string) =>
    from.ask(`{ statements(filter: { ${filter} }, first: 0) { totalCount } }`).statements.totalCount

  it('is counted by whose voice it is in', () => {
    for (const { slug, statementCounts, statements } of actors()) {
      const both = count(`by: ["${slug}"], onBehalfOf: ["${slug}"]`)
      expect(statementCounts, slug).toEqual({
        itself: both,
        forOthers: statements.totalCount - both,
        byOthers: count(`onBehalfOf: ["${slug}"]`) - both,
      })
    }
  })

  it('is about whom it says, in its own voice and on its behalf', () => {
    for (const { slug } of actors()) {
      const { actor } = from.ask(`{ actor(id: "${slug}") {
        own: speaksAbout(first: 500) { entity { slug } statements }
        behalf: speaksAbout(first: 500, voice: ON_BEHALF) { actor { slug } entity { slug } statements }
      } }`)
      for (const { entity, statements } of actor.own)
        expect(statements).toBe(count(`by: ["${slug}"], about: ["${entity.slug}"]`))
      const said = all(
        from,
        'statements',
        `filter: { onBehalfOf: ["${slug}"], not: { by: ["${slug}"] } }`,
        'about { slug }',
      )
      const tally = new Map<string, number>()
      for (const { about } of said)
        for (const { slug: other } of about) tally.set(other, (tally.get(other) ?? 0) + 1)
      expect(
        new Map(actor.behalf.map(({ entity, statements }: Answer) => [entity.slug, statements])),
      ).toEqual(tally)
      expect(actor.behalf.every((one: Answer) => one.actor.slug === slug)).toBe(true)
      const counts = actor.behalf.map(({ statements }: Answer) => statements)
      expect(counts).toEqual([...counts].sort((a, b) => b - a))
    }
  })
})

describe.each(graphs)('in %s, the side of a position', (_, from) => {
  const sideOf = ({ stance, certainty }: Answer) =>
    stance === 'AFFIRMS' ? 'AFFIRMS' : stance === 'DENIES' && certainty === 'CERTAIN' ? 'DENIES' : 'DOUBTS'

  it('is that of its stance and certainty, on claims and of actors, and what both are chosen by', () => {
    const sides = ['AFFIRMS', 'DOUBTS', 'DENIES']
    const aliases = (field: string) => sides.map((side) => `${side}: ${field}(side: [${side}]`).join(' SEP ')
    for (const { positions, positionPage, ...chosen } of all(
      from,
      'claims',
      '',
      `positions { stance certainty side actor { slug } } positionPage { nodes { side actor { slug } } }
       ${aliases('positions').replaceAll(' SEP ', ') { actor { slug } } ')}) { actor { slug } }`,
    )) {
      for (const position of positions) expect(position.side).toBe(sideOf(position))
      for (const side of sides)
        expect(chosen[side]).toEqual(
          positions.filter((one: Answer) => one.side === side).map(({ actor }: Answer) => ({ actor })),
        )
      for (const { side, actor } of positionPage.nodes)
        expect(positions.find((one: Answer) => one.actor.slug === actor.slug).side).toBe(side)
    }
    for (const { positions, doubts } of all(
      from,
      'actors',
      '',
      'positions(first: 500) { nodes { side claim { slug } } } doubts: positions(first: 500, side: [DOUBTS]) { totalCount nodes { claim { slug } } }',
    )) {
      const wanted = positions.nodes.filter((one: Answer) => one.side === 'DOUBTS')
      expect(doubts.totalCount).toBe(wanted.length)
      expect(doubts.nodes).toEqual(wanted.map(({ claim }: Answer) => ({ claim })))
    }
  })

  it('is that of a statement, where it takes a stance', () => {
    for (const { side, ...statement } of all(from, 'statements', '', 'stance certainty side'))
      expect(side).toBe(statement.stance === null ? null : sideOf(statement))
  })
})

describe.each(graphs)('in %s, lists of nouns', (_, from) => {
  it('of claims are kept by whether they give a figure', () => {
    const every = all(from, 'claims', '', 'slug figure { unit }')
    for (const has of [true, false])
      expect(slugs(all(from, 'claims', `filter: { hasFigure: ${has} }`))).toEqual(
        slugs(every.filter(({ figure }) => (figure !== null) === has)),
      )
  })

  it('of places are kept by how exactly they are known', () => {
    const every = all(from, 'places', '', 'slug precision')
    for (const precision of ['EXACT', 'VICINITY', 'LOCALITY', 'REGION', 'COUNTRY'])
      expect(slugs(all(from, 'places', `filter: { precision: [${precision}] }`))).toEqual(
        slugs(every.filter((place) => place.precision === precision)),
      )
  })

  it('of actors are kept by what an organization is, and by a role that one affiliation has', () => {
    const every = all(
      from,
      'actors',
      '',
      'slug affiliations { role organization { slug } } ... on Organization { kind }',
    )
    for (const kind of ['GOVERNMENT_BODY', 'MILITARY', 'OTHER'])
      expect(slugs(all(from, 'actors', `filter: { kind: [${kind}] }`))).toEqual(
        slugs(every.filter((actor) => actor.kind === kind)),
      )
    for (const role of ['OFFICIAL', 'SPOKESPERSON', 'PART_OF', 'MEMBER']) {
      const inRole = (organization: string | null) => (actor: Answer) =>
        actor.affiliations.some(
          (tie: Answer) => tie.role === role && (!organization || tie.organization.slug === organization),
        )
      expect(slugs(all(from, 'actors', `filter: { role: [${role}] }`))).toEqual(
        slugs(every.filter(inRole(null))),
      )
      const [organization] = every.flatMap(({ affiliations }) =>
        affiliations.map((tie: Answer) => tie.organization.slug),
      )
      if (organization)
        expect(
          slugs(all(from, 'actors', `filter: { role: [${role}], affiliatedWith: ["${organization}"] }`)),
        ).toEqual(slugs(every.filter(inRole(organization))))
    }
  })
})
