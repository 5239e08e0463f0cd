import { readdirSync } from 'node:fs'
import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { type Answer, question, seed, worlds } from './graph-fixture.ts'

const world = worlds().of(seed)
const answer = (name: string): Answer => world.ask(question(name))

const names = readdirSync(new URL('../schema/questions', import.meta.url)).map((file) =>
  file.replace('.graphql', ''),
)
type Stand = { actor: { slug: string }; stance: string; certainty?: string }
const stances = (positions: readonly Stand[]) =>
  Object.fromEntries(positions.map(({ actor, stance }) => [actor.slug, stance]))
const slugs = (nodes: readonly { slug: string }[]) => nodes.map(({ slug }) => slug)
const bySlug = (nodes: readonly Answer[]) => Object.fromEntries(nodes.map((node) => [node.slug, node]))

describe('the fifteen questions', () => {
  it('are fifteen', () => {
    expect(names).toHaveLength(15)
  })

  it.each(names)('%s is valid', (name) => {
    expect(validate(schema, parse(question(name)))).toEqual([])
  })
})

describe('01: who claimed or denied responsibility', () => {
  const { event } = answer('01-who-claimed-or-denied-responsibility')
  const of = (subject: string, act?: string) =>
    event.claims.nodes
      .filter((claim: Answer) => claim.subject?.name === subject)
      .flatMap((claim: Answer) => claim.positions)
      .filter((position: Answer) => !act || position.statement.act === act)

  it('is of the incursion of 22 May', () => {
    expect(event).toMatchObject({ name: 'Belgorod incursion', when: '2023-05-22' })
  })

  it.each([
    ['Russian Volunteer Corps', 'russian-volunteer-corps'],
    ['Liberty of Russia Legion', 'liberty-of-russia-legion'],
  ])('%s affirms it of itself', (name, slug) => {
    expect(of(name, 'CLAIM_RESPONSIBILITY')).toMatchObject([{ actor: { slug }, stance: 'AFFIRMS' }])
  })

  it('Ukraine denies it', () => {
    expect(stances(of('Ukraine'))).toMatchObject({ ukraine: 'DENIES' })
  })

  it('the State Department distances the United States', () => {
    const [position] = of('United States')
    expect(position).toMatchObject({ actor: { slug: 'united-states' }, stance: 'DENIES' })
    expect(['DISTANCE', 'DENY_RESPONSIBILITY']).toContain(position.statement.act)
    expect(of('United States')).toHaveLength(1)
  })

  it('in whose words: the text, how it is quoted, and the source', () => {
    for (const { statement } of of('Ukraine')) {
      expect(statement.text).not.toBe('')
      expect(['DIRECT', 'INDIRECT', 'MIXED']).toContain(statement.quoteType)
      expect(statement.source.title).toBe('The United States keeps its distance from the raid on Belgorod')
    }
  })
})

describe('02: positions on one claim', () => {
  const { claim } = answer('02-positions-on-one-claim')

  it('Russia affirms it', () => {
    expect(stances(claim.positions).russia).toBe('AFFIRMS')
  })
  it('Ukraine denies it', () => {
    expect(stances(claim.positions).ukraine).toBe('DENIES')
  })
  it('it is CONTESTED', () => {
    expect(claim.standing).toBe('CONTESTED')
  })
  it('says how surely', () => {
    for (const { certainty } of claim.positions) expect(certainty).toBe('CERTAIN')
  })
  it('nobody has changed sides', () => {
    expect(claim.positions.filter(({ changed }: Answer) => changed)).toEqual([])
  })
})

describe('03: casualty figures by speaker', () => {
  const claims: Answer[] = answer('03-casualty-figures-by-speaker').claims.nodes
  const withUnit = (unit: string) => claims.filter(({ figure }) => figure?.unit === unit)

  it('Russia: seventy attackers killed', () => {
    const [claim] = withUnit('attackers killed')
    expect(claim.figure).toEqual({ low: 70, high: 70, unit: 'attackers killed' })
    expect(stances(claim.positions)).toMatchObject({ russia: 'AFFIRMS' })
  })
  it('the governor: one civilian dead', () => {
    const [claim] = withUnit('civilians killed')
    expect(claim.figure).toEqual({ low: 1, high: 1, unit: 'civilians killed' })
    expect(stances(claim.positions)).toEqual({ 'vyacheslav-gladkov': 'AFFIRMS' })
  })
  it('the figures are kept apart', () => {
    expect(withUnit('attackers killed')).toHaveLength(1)
    expect(withUnit('civilians killed')).toHaveLength(1)
  })
  it('the BBC could verify neither', () => {
    for (const unit of ['attackers killed', 'civilians killed'])
      expect(withUnit(unit)[0].assessments).toEqual([{ assessor: { slug: 'bbc' }, verdict: 'UNVERIFIED' }])
  })
})

describe('04: two sides about each other', () => {
  const { russiaOnUkraine, ukraineOnRussia } = answer('04-two-sides-about-each-other')

  it.each([
    ['Russia on Ukraine', russiaOnUkraine],
    ['Ukraine on Russia', ukraineOnRussia],
  ])('%s: there is something, and totalCount counts it', (_, { totalCount, nodes }) => {
    expect(totalCount).toBeGreaterThan(0)
    expect(nodes).toHaveLength(totalCount)
  })
  it('a ministry that speaks on Russia’s behalf counts as Russia', () => {
    const speakers = russiaOnUkraine.nodes.map(({ speaker }: Answer) => speaker.name)
    expect(speakers).toContain('Russian Ministry of Defence')
  })
  it('Russia itself is among them', () => {
    const speakers = russiaOnUkraine.nodes.map(({ speaker }: Answer) => speaker.name)
    expect(speakers).toContain('Russia')
  })
  it('Ukraine’s government counts as Ukraine', () => {
    const speakers = ukraineOnRussia.nodes.map(({ speaker }: Answer) => speaker.name)
    expect(speakers).toContain('Government of Ukraine')
  })
})

describe('05: contradictions', () => {
  const claims = bySlug(answer('05-contradictions').claims.nodes)

  it('that the attackers were Ukrainian, Russia affirms', () => {
    expect(stances(claims['attackers-were-ukrainian'].positions)).toEqual({ russia: 'AFFIRMS' })
  })
  it('against it: that they were Russians of the two groups, which Ukrainian officials affirm', () => {
    const [{ claim }] = claims['attackers-were-ukrainian'].relations
    expect(claim.slug).toBe('attackers-were-rvc-and-legion')
    expect(stances(claim.positions)).toMatchObject({ ukraine: 'AFFIRMS' })
  })
  it('the contradiction is seen from its other end as well', () => {
    const [{ claim }] = claims['attackers-were-rvc-and-legion'].relations
    expect(claim.slug).toBe('attackers-were-ukrainian')
  })
  it('a claim that is affirmed and denied is among them', () => {
    const sides = Object.values(stances(claims['bakhmut-captured'].positions))
    expect(sides).toEqual(expect.arrayContaining(['AFFIRMS', 'DENIES']))
  })
})

describe('06: resting on little', () => {
  const { singleSource, partiesOnly } = answer('06-resting-on-little')

  it('a single source: of one report, every claim that anybody speaks to', () => {
    expect(singleSource.totalCount).toBeGreaterThan(20)
    for (const { sourceCount } of singleSource.nodes) expect(sourceCount).toBe(1)
  })
  it('parties only: that the attackers were driven back, which Russia alone says', () => {
    expect(slugs(partiesOnly.nodes)).toContain('attackers-driven-back')
  })
  it('not parties only: what the report affirms in its own voice', () => {
    expect(slugs(partiesOnly.nodes)).not.toContain('among-largest-incursions')
  })
})

describe('07: what was verified', () => {
  const { verified, unverified } = answer('07-what-was-verified')

  it('verified: a building used by the FSB was hit', () => {
    expect(slugs(verified.nodes)).toEqual(['fsb-building-damaged'])
  })
  it('by the BBC, and how', () => {
    const [{ assessments }] = verified.nodes
    expect(assessments).toMatchObject([{ assessor: { slug: 'bbc' }, verdict: 'VERIFIED' }])
    expect(assessments[0].method).toMatch(/verification/)
  })
  it('not established: what caused the damage', () => {
    expect(slugs(unverified.nodes)).toContain('fsb-building-damaged-by-attackers')
  })
  it.each(['ukraine-behind-incursion', 'attackers-were-rvc-and-legion'])(
    'not established: what the warring parties say, such as %s',
    (slug) => {
      expect(bySlug(unverified.nodes)[slug].assessments).toEqual([
        { assessor: { slug: 'bbc' }, verdict: 'UNVERIFIED' },
      ])
    },
  )
})

describe('08: the chain of attribution', () => {
  const nodes: Answer[] = answer('08-chain-of-attribution').statements.nodes
  const toSuspilne = nodes.filter(({ addressee }) => addressee?.slug === 'suspilne')

  it('the group spoke to Suspilne', () => {
    expect(toSuspilne.length).toBeGreaterThan(0)
  })
  it('the chain goes from the group to Suspilne', () => {
    for (const { chain } of toSuspilne)
      expect(chain.map(({ speaker }: Answer) => speaker.slug)).toEqual([
        'russian-volunteer-corps',
        'suspilne',
      ])
  })
  it('and the report of News Update quotes them from there', () => {
    for (const { source } of toSuspilne) expect(source.publisher.slug).toBe('news-update')
  })
  it('the very words have their place in it', () => {
    const spans = toSuspilne.map(({ span }) => span.exact)
    expect(spans).toContain('a demilitarized zone on the border with the Russian Federation')
    for (const { span } of toSuspilne) expect(span.end - span.start).toBe(span.exact.length)
  })
})

describe('09: the timeline', () => {
  const { timeline } = answer('09-timeline')
  const times = timeline.nodes.map(({ earliest, latest }: Answer) => Date.parse(earliest ?? latest))
  const names = timeline.nodes.map(({ node }: Answer) => node.name)

  it('is complete', () => {
    expect(timeline.nodes).toHaveLength(timeline.totalCount)
    expect(timeline.pageInfo.hasNextPage).toBe(false)
  })
  it('is in order', () => {
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })
  it('has what happened', () => {
    expect(names).toContain('Belgorod incursion')
  })
  it('has what was said', () => {
    const said = timeline.nodes.filter(({ node }: Answer) => node.__typename === 'Statement')
    expect(said.map(({ node }: Answer) => node.speaker.name)).toContain('Matthew Miller')
  })
  it('has imprecise dates: what lasted from the 22nd to the 23rd, and what began in 2022 and has no end', () => {
    const when = Object.fromEntries(timeline.nodes.map((entry: Answer) => [entry.node.name, entry.when]))
    expect(when['Counterterrorism operation']).toBe('2023-05-22/2023-05-23')
    expect(when['Russian invasion of Ukraine']).toBe('2022-02-24/..')
  })
  it('leaves out what lies outside, and what has no date', () => {
    for (const { when } of timeline.nodes) expect(when).not.toBeNull()
  })
})

describe('10: change of position', () => {
  const nodes: Answer[] = answer('10-change-of-position').actor.positions.nodes

  it('all that it said on each claim, oldest first', () => {
    const onStrikes = nodes.find(({ statements }) => statements.length > 1)
    expect(onStrikes.claim.text).toMatch(/encouraged or made possible/)
    expect(onStrikes.statements).toHaveLength(2)
    for (const { statements } of nodes) {
      const dates = statements.map(({ saidAt }: Answer) => saidAt ?? '2023-05-24')
      expect(dates).toEqual([...dates].sort())
    }
  })
  it('no position of the United States has changed', () => {
    expect(nodes.length).toBeGreaterThan(0)
    for (const { changed } of nodes) expect(changed).toBe(false)
  })
})

describe('11: who speaks for whom', () => {
  const { actor, statements } = answer('11-who-speaks-for-whom')
  const said = (slug: string) => statements.nodes.filter((node: Answer) => node.speaker.slug === slug)

  it('Matthew Miller speaks for the United States, as spokesperson of the Department of State', () => {
    expect(actor.affiliates).toContainEqual({
      actor: { slug: 'matthew-miller', name: 'Matthew Miller' },
      role: 'OFFICIAL',
      title: 'Spokesperson of the Department of State',
    })
  })
  it('the State Department is part of it', () => {
    expect(actor.affiliates).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ role: 'PART_OF' })]),
    )
  })
  it('he holds his offices', () => {
    expect(said('matthew-miller')[0].speaker.offices).toContainEqual({
      title: 'Spokesperson of the Department of State',
      organization: { slug: 'us-state-department' },
    })
  })
  it('what he said on its behalf: that the reports are to be doubted', () => {
    expect(said('matthew-miller')).toContainEqual(
      expect.objectContaining({
        act: 'DOUBT',
        claim: { slug: 'us-supplied-weapons-used' },
        stance: 'DENIES',
        certainty: 'PROBABLE',
        factuality: 'PR-',
      }),
    )
  })
  it('what the Department said on its behalf: that the United States enabled no strikes', () => {
    expect(said('us-state-department')).toMatchObject([
      { claim: { slug: 'us-enabled-strikes' }, stance: 'DENIES', factuality: 'CT-' },
    ])
  })
  it('and what is simply the United States’', () => {
    expect(said('united-states')).toMatchObject([{ act: 'DISTANCE' }])
  })
})

describe('12: how they are connected', () => {
  const paths: Answer[] = answer('12-how-are-they-connected').paths

  it('there is a way, and the shortest come first', () => {
    expect(paths.length).toBeGreaterThan(0)
    const lengths = paths.map(({ length }) => length)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  })
  it('each leads from the one to the other', () => {
    for (const { nodes } of paths) {
      expect(nodes[0].slug).toBe('russian-volunteer-corps')
      expect(nodes.at(-1).slug).toBe('ukraine')
    }
  })
  it('each hop joins two that stand next to each other', () => {
    for (const { nodes, links, length } of paths) {
      expect(links).toHaveLength(length)
      links.forEach(({ from, to }: Answer, index: number) => {
        expect([from.slug, to.slug].sort()).toEqual([nodes[index].slug, nodes[index + 1].slug].sort())
      })
    }
  })
  it('each hop has its evidence', () => {
    for (const { links } of paths)
      for (const { evidence } of links) {
        expect(evidence.length).toBeGreaterThan(0)
        for (const { id } of evidence) expect(id).toMatch(/^\w+_\d+$/)
      }
  })
})

describe('13: who agrees with whom', () => {
  const pairs: Answer[] = answer('13-who-agrees-with-whom').agreements
  const between = (one: string, other: string) =>
    pairs.find(({ a, b }) => [a.slug, b.slug].sort().join() === [one, other].sort().join())

  it('the two groups take the same side, on the zone among others', () => {
    const pair = between('russian-volunteer-corps', 'liberty-of-russia-legion')
    expect(pair.conflict).toBe(0)
    expect(slugs(pair.claims)).toEqual(
      expect.arrayContaining(['aim-is-demilitarized-zone', 'zone-to-stop-shelling']),
    )
  })
  it('nobody agrees more than they do', () => {
    const most = Math.max(...pairs.map(({ agree }) => agree))
    expect(between('russian-volunteer-corps', 'liberty-of-russia-legion').agree).toBe(most)
  })
  it('Russia and Ukraine take opposite sides, on who was behind it among others', () => {
    const pair = between('russia', 'ukraine')
    expect(pair.agree).toBe(0)
    expect(slugs(pair.claims)).toEqual(
      expect.arrayContaining(['ukraine-behind-incursion', 'bakhmut-captured']),
    )
  })
  it('nobody conflicts more than they do', () => {
    expect(between('russia', 'ukraine').conflict).toBe(Math.max(...pairs.map(({ conflict }) => conflict)))
  })
  it('each pair counts as many claims as it names', () => {
    for (const { agree, conflict, claims } of pairs) expect(claims).toHaveLength(agree + conflict)
  })
})

describe('14: as of', () => {
  const { claim } = answer('14-as-of')

  it('on the evening of the raid nobody had said so that we know of: OPEN', () => {
    expect(claim.then).toBe('OPEN')
    expect(claim.positionsThen).toEqual([])
  })
  it('now it is ASSERTED', () => {
    expect(claim.now).toBe('ASSERTED')
  })
  it('by Russia; on which day is not known', () => {
    expect(claim.positionsNow).toEqual([
      { actor: { slug: 'russia' }, stance: 'AFFIRMS', statement: { saidAt: null } },
    ])
  })
})

describe('15: search with facets', () => {
  const { search, facets } = answer('15-search-with-facets')
  const of = (name: string): Answer[] => facets.filter(({ facet }: Answer) => facet === name)
  const statements = world.ask('{ statements(filter: { text: "weapon*" }, first: 0) { totalCount } }')
    .statements.totalCount

  it('weapons are mentioned, marked in their context', () => {
    expect(search.totalCount).toBeGreaterThan(3)
    for (const { snippet } of search.nodes) expect(snippet).toMatch(/\*\*weapon\w*\*\*/i)
  })
  it('in claims and in statements', () => {
    const kinds = new Set(search.nodes.map(({ node }: Answer) => node.__typename))
    expect([...kinds]).toEqual(expect.arrayContaining(['Claim', 'Statement']))
  })
  it.each(['SPEAKER', 'STANCE'])('by %s the counts add up to the statements', (name) => {
    const sum = of(name).reduce((sum, { count }) => sum + count, 0)
    expect(sum).toBeLessThanOrEqual(statements)
    if (name === 'SPEAKER') expect(sum).toBe(statements)
  })
  it('Matthew Miller has spoken of them', () => {
    expect(slugs(of('SPEAKER').map(({ value }) => ({ slug: value })))).toContain('matthew-miller')
  })
  it('in May 2023', () => {
    expect(of('MONTH').map(({ value }) => value)).toEqual(['2023-05'])
  })
  it('a speaker is a node, a stance and a month are none', () => {
    for (const { node } of of('SPEAKER')) expect(node.id).toMatch(/^actor_/)
    for (const { node } of [...of('STANCE'), ...of('MONTH')]) expect(node).toBeNull()
  })
})
