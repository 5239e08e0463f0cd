import { describe, expect, it } from 'vitest'
import { NotFoundError } from '../src/values/errors.ts'
import { seed, worlds } from './graph-fixture.ts'
import { Tied } from './tied.ts'

const question = `query Links($from: ID!, $to: ID!, $through: [LinkType!]) {
  links(from: $from, to: $to, through: $through) {
    type role agree conflict evidenceCount
    from { slug } to { slug }
    evidence { __typename ... on Statement { text } ... on Event { slug } ... on Claim { slug } ... on Actor { slug } }
  }
}`

interface Link {
  readonly type: string
  readonly role: string | null
  readonly agree: number | null
  readonly conflict: number | null
  readonly evidenceCount: number
  readonly from: { readonly slug: string }
  readonly to: { readonly slug: string }
  readonly evidence: readonly { readonly text?: string; readonly slug?: string }[]
}

const between = (tied: Tied, from: string, to: string, through?: readonly string[]): Link[] =>
  tied.answer(question, { from, to, ...(through && { through }) }).links
const words = ({ type, role, from, to }: Link) => `${from.slug} ${type}${role ? ` ${role}` : ''} ${to.slug}`
const said = (tied: Tied, from: string, to: string) => between(tied, from, to).map(words)

describe('who takes part in an event', () => {
  const roles = ['INITIATOR', 'TARGET', 'PARTY', 'AFFECTED']

  it.each(roles)('as %s is linked to it in that role, from either end', (role) => {
    const tied = new Tied().actors('russia').event('raid', 1, `russia:${role}`)
    for (const [from, to] of [
      ['russia', 'raid'],
      ['raid', 'russia'],
    ] as const)
      expect(between(tied, from, to)).toMatchObject([
        { type: 'PARTICIPATES_IN', role, from: { slug: 'russia' }, to: { slug: 'raid' }, evidenceCount: 1 },
      ])
    expect(between(tied, 'russia', 'raid')[0]?.evidence).toMatchObject([{ slug: 'raid' }])
  })

  it('in two roles has a link for each', () => {
    const tied = new Tied().actors('russia').event('raid', 1, 'russia:TARGET', 'russia:AFFECTED')
    expect(said(tied, 'russia', 'raid')).toEqual([
      'russia PARTICIPATES_IN TARGET raid',
      'russia PARTICIPATES_IN AFFECTED raid',
    ])
    const around = tied.answer('{ neighborhood(of: "raid") { links { role } } }').neighborhood
    expect(around.links).toEqual([{ role: 'TARGET' }, { role: 'AFFECTED' }])
  })

  it.each(roles.flatMap((one) => roles.map((other) => [one, other] as const)))(
    'as %s takes part with whoever does as %s only where the roles are the same',
    (one, other) => {
      const tied = new Tied().actors('corps', 'russia').event('raid', 1, `corps:${one}`, `russia:${other}`)
      expect(said(tied, 'corps', 'russia')).toEqual(
        one === other ? [`corps PARTICIPATES_WITH ${one} russia`] : [],
      )
      const paths = tied.answer(
        '{ paths(from: "corps", to: "russia") { nodes { slug } links { role } } }',
      ).paths
      const through = {
        nodes: ['corps', 'raid', 'russia'].map((slug) => ({ slug })),
        links: [{ role: one }, { role: other }],
      }
      expect(paths).toEqual([
        ...(one === other
          ? [{ nodes: [{ slug: 'corps' }, { slug: 'russia' }], links: [{ role: one }] }]
          : []),
        through,
      ])
    },
  )

  it('with another alike in several events is tied to it once for each role, by the events', () => {
    const tied = new Tied()
      .actors('corps', 'legion')
      .event('raid', 1, 'corps:PARTY', 'legion:PARTY')
      .event('siege', 2, 'corps:PARTY', 'legion:PARTY')
      .event('talks', 3, 'corps:INITIATOR', 'legion:INITIATOR')
      .event('trial', 4, 'corps:TARGET', 'legion:AFFECTED')
    const links = between(tied, 'corps', 'legion')
    expect(links.map(({ role, evidence }) => [role, evidence.map(({ slug }) => slug)])).toEqual(
      expect.arrayContaining([
        ['PARTY', ['siege', 'raid']],
        ['INITIATOR', ['talks']],
      ]),
    )
    expect(links.map(({ evidenceCount }) => evidenceCount).sort()).toEqual([1, 2])
  })
})

describe('who was told', () => {
  it('is tied to the speaker, from whom the link leads', () => {
    const tied = new Tied()
      .actors('corps', 'suspilne')
      .tells('corps', 'suspilne', 'First.', { at: 1 })
      .tells('corps', 'suspilne', 'Second.', { at: 2 })
      .tells('suspilne', 'corps', 'Thank you.')
    const links = between(tied, 'suspilne', 'corps')
    expect(links.map(words)).toEqual(['corps TOLD suspilne', 'suspilne TOLD corps'])
    expect(links[0]?.evidence.map(({ text }) => text)).toEqual(['Second.', 'First.'])
    expect(links.map(({ evidenceCount }) => evidenceCount)).toEqual([2, 1])
  })

  it('is tied by accepted statements alone', () => {
    for (const review of ['PROPOSED', 'REJECTED']) {
      const tied = new Tied().actors('corps', 'suspilne').tells('corps', 'suspilne', 'Perhaps.', { review })
      expect(said(tied, 'corps', 'suspilne')).toEqual([])
    }
  })

  it('tells nobody apart from itself', () => {
    const tied = new Tied().actors('corps', 'suspilne').tells('corps', 'corps', 'To ourselves.')
    expect(tied.answer('{ neighborhood(of: "corps") { links { type } } }').neighborhood.links).toEqual([])
  })
})

describe('who is quoted through whom', () => {
  it('is tied to whoever reports it, and the statement is the evidence', () => {
    const tied = new Tied().actors('corps', 'suspilne').quoted('corps', 'suspilne', 'We are in.')
    const links = between(tied, 'corps', 'suspilne')
    expect(links.map(words)).toEqual(['corps QUOTED_VIA suspilne'])
    expect(links[0]?.evidence).toMatchObject([{ text: 'We are in.' }])
    expect(links[0]?.evidenceCount).toBe(1)
  })

  it.each([
    ['is proposed itself', { review: 'PROPOSED' }],
    ['is reported in a statement that is proposed', { viaReview: 'PROPOSED' }],
    ['is reported in a statement that was rejected', { viaReview: 'REJECTED' }],
  ])('is not tied where what it said %s', (_, more) => {
    const tied = new Tied().actors('corps', 'suspilne').quoted('corps', 'suspilne', 'We are in.', more)
    expect(said(tied, 'corps', 'suspilne')).toEqual([])
  })

  it('is tied through each link of a chain to the next alone', () => {
    const tied = new Tied().actors('corps', 'suspilne', 'bbc')
    tied.quoted('suspilne', 'bbc', 'The corps says so.').quoted('corps', 'suspilne', 'So it is.')
    expect(said(tied, 'suspilne', 'bbc')).toEqual(['suspilne QUOTED_VIA bbc'])
    expect(said(tied, 'corps', 'bbc')).toEqual([])
  })
})

describe('two who take sides', () => {
  const both = () =>
    new Tied()
      .actors('russia', 'ukraine')
      .sides('russia', 'ukraine', 'attackers-came', true)
      .sides('russia', 'ukraine', 'bakhmut-taken', false)
      .sides('russia', 'ukraine', 'raid-ordered', false)

  it('are tied with both counts, whichever side a link is about', () => {
    const links = between(both(), 'russia', 'ukraine')
    expect(links).toMatchObject([
      { type: 'SAME_SIDE', agree: 1, conflict: 2, evidenceCount: 1, evidence: [{ slug: 'attackers-came' }] },
      { type: 'OPPOSITE_SIDE', agree: 1, conflict: 2, evidenceCount: 2 },
    ])
  })

  it('have a count of nought where they never agree, or never conflict', () => {
    const tied = new Tied().actors('a', 'b', 'c').sides('a', 'b', 'one', true).sides('b', 'c', 'two', false)
    expect(between(tied, 'b', 'a')).toMatchObject([{ type: 'SAME_SIDE', agree: 1, conflict: 0 }])
    expect(between(tied, 'b', 'c')).toMatchObject([{ type: 'OPPOSITE_SIDE', agree: 0, conflict: 1 }])
  })

  it('alone have these counts', () => {
    const tied = new Tied().actors('a', 'b').event('raid', 1, 'a').belongs('a', 'b').says('a', 'b', 'Hello.')
    for (const link of [...between(tied, 'a', 'b'), ...between(tied, 'a', 'raid')])
      expect([link.agree, link.conflict]).toEqual([null, null])
  })
})

describe('the links between two', () => {
  it('are all of them, the strongest types first, or those that were asked for', () => {
    const tied = new Tied()
      .actors('corps', 'suspilne')
      .belongs('corps', 'suspilne')
      .event('briefing', 1, 'corps', 'suspilne')
      .says('suspilne', 'corps', 'They called.')
      .says('corps', 'suspilne', 'They asked.')
      .tells('corps', 'suspilne', 'Hello.')
      .quoted('corps', 'suspilne', 'Hello.')
      .sides('corps', 'suspilne', 'it-rains', true)
    const all = said(tied, 'corps', 'suspilne')
    expect(all).toEqual([
      'corps TOLD suspilne',
      'corps QUOTED_VIA suspilne',
      'corps SPEAKS_ABOUT suspilne',
      'suspilne SPEAKS_ABOUT corps',
      'corps AFFILIATED suspilne',
      'corps PARTICIPATES_WITH PARTY suspilne',
      'corps SAME_SIDE suspilne',
    ])
    expect(between(tied, 'corps', 'suspilne', ['AFFILIATED']).map(words)).toEqual([
      'corps AFFILIATED suspilne',
    ])
    expect(between(tied, 'corps', 'suspilne', [])).toEqual([])
    expect(between(tied, 'corps', 'corps')).toEqual([])
  })

  it('are not to be had of what is not there', () => {
    const tied = new Tied().actors('corps')
    for (const [variables, argument] of [
      [{ from: 'korps', to: 'corps' }, 'from'],
      [{ from: 'corps', to: 'korps' }, 'to'],
    ] as const) {
      const error = tied.ask(question, variables).errors[0].originalError
      expect(error).toBeInstanceOf(NotFoundError)
      expect(error).toMatchObject({ argument: [argument], nearest: ['corps'] })
    }
  })

  it('take as many SQL statements for thirty as for three', () => {
    const count = (events: number) => {
      const tied = new Tied().actors('a', 'b').tells('a', 'b', 'Hello.').quoted('a', 'b', 'Hello.')
      for (let index = 0; index < events; index++)
        tied.event(`e-${index}`, index, 'a', 'b').tells('b', 'a', 'Yes.')
      tied.sides('a', 'b', 'c', true)
      expect(between(tied, 'a', 'b').length).toBeGreaterThan(4)
      tied.ask(question, { from: 'a', to: 'b' })
      return tied.statements.length
    }
    expect(count(30)).toBe(count(3))
  })
})

describe('in the seed', () => {
  const world = worlds().of(seed)
  const linksOf = (from: string, to: string): Link[] => world.ask(question, { from, to }).links
  const pathsOf = (from: string, to: string) =>
    world.ask(
      'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 1) { links { type from { slug } to { slug } } } }',
      { from, to },
    ).paths

  it.each(['russian-volunteer-corps', 'liberty-of-russia-legion'])(
    '%s told Suspilne, and is quoted via it',
    (group) => {
      const words = linksOf('suspilne', group).map(({ type, from }) => `${from.slug} ${type}`)
      expect(words).toEqual(expect.arrayContaining([`${group} TOLD`, `${group} QUOTED_VIA`]))
      expect(pathsOf('suspilne', group)).toMatchObject([
        { links: [{ type: 'TOLD', from: { slug: group }, to: { slug: 'suspilne' } }] },
      ])
    },
  )

  it('Russia and the group that raided it do not take part together: each has its role in the raid', () => {
    const types = linksOf('russia', 'russian-volunteer-corps').map(({ type }) => type)
    expect(types).not.toContain('PARTICIPATES_WITH')
    expect(linksOf('russia', 'belgorod-incursion')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ type: 'PARTICIPATES_IN', role: 'TARGET' })]),
    )
    expect(linksOf('russian-volunteer-corps', 'belgorod-incursion')).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'PARTICIPATES_IN', role: 'PARTY' })]),
    )
  })

  it('an event is linked to all of its participants, each in its role', () => {
    const { events } = world.ask(
      '{ events(first: 100) { nodes { slug participants { role actor { slug } } } } }',
    )
    for (const { slug, participants } of events.nodes) {
      const { links } = world.ask(
        'query ($of: ID!) { neighborhood(of: $of, through: [PARTICIPATES_IN]) { links { role from { slug } to { slug } } } }',
        { of: slug },
      ).neighborhood
      const told = links.map(({ role, from, to }: Link) => `${from.slug} ${role} ${to.slug}`)
      expect(told.sort()).toEqual(
        participants
          .map(
            ({ role, actor }: { role: string; actor: { slug: string } }) => `${actor.slug} ${role} ${slug}`,
          )
          .sort(),
      )
    }
  })

  it('the sides of each pair are those that the agreements count', () => {
    const { agreements } = world.ask('{ agreements(first: 500) { a { slug } b { slug } agree conflict } }')
    expect(agreements.length).toBeGreaterThan(5)
    for (const { a, b, agree, conflict } of agreements) {
      const sides = linksOf(a.slug, b.slug).filter(({ agree }) => agree !== null)
      expect(sides.map(({ type }) => type)).toEqual([
        ...(agree > 0 ? ['SAME_SIDE'] : []),
        ...(conflict > 0 ? ['OPPOSITE_SIDE'] : []),
      ])
      for (const side of sides) expect(side).toMatchObject({ agree, conflict })
    }
  })
})
