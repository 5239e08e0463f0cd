import { describe, expect, it } from 'vitest'
import { NotFoundError, TimeoutError, UserError } from '../src/values/errors.ts'
import { isOnPostgres } from './engine.ts'
import { databaseOf } from './sqlite.ts'
import { Tied } from './tied.ts'

const question = `query Connected(
  $from: ID = "corps", $to: ID = "ukraine", $maxLength: Int, $through: [LinkType!], $first: Int = 5
) {
  paths(from: $from, to: $to, maxLength: $maxLength, through: $through, first: $first) {
    length
    nodes { slug name }
    links { type from { slug } to { slug } evidence { __typename id ... on Statement { text } ... on Event { name } ... on Claim { slug } ... on Person { slug } } }
  }
}`

interface Link {
  type: string
  from: { slug: string }
  to: { slug: string }
  evidence: Record<string, string>[]
}
interface Path {
  length: number
  nodes: { slug: string }[]
  links: Link[]
}

const ways = (tied: Tied, variables: Record<string, unknown> = {}): string[] =>
  tied.answer(question, variables).paths.map(({ nodes }: Path) => nodes.map(({ slug }) => slug).join(' '))
const links = (tied: Tied, variables: Record<string, unknown> = {}): Link[] =>
  tied.answer(question, variables).paths.flatMap(({ links }: Path) => links)
/** How many rows of ties a question reads. */
const readsOf = (tied: Tied, variables: Record<string, unknown>): number => {
  ways(tied, variables)
  return tied.statements.filter((sql) => sql.includes('as ties')).length
}
const failure = (tied: Tied, variables: Record<string, unknown>) =>
  tied.ask(question, variables).errors[0].originalError

const raid = () =>
  new Tied()
    .actors('corps', 'ukraine', 'legion', 'nato', 'kyiv', 'hermit')
    .event('incursion', 1, 'corps', 'legion')
    .event('parade', 2, 'corps', 'legion')
    .place('belgorod')
    .says('ukraine', 'corps', 'They act on their own.', { at: 1 })
    .says('ukraine', 'corps', 'They are Russian citizens.', { at: 2 })
    .says('legion', 'ukraine', 'We are grateful.', { at: 3 })
    .says('corps', 'belgorod', 'We have crossed the border.', { at: 4 })
    .says('kyiv', 'belgorod', 'We watch with interest.', { at: 5 })
    .belongs('kyiv', 'ukraine')
    .sides('corps', 'nato', 'raiders-were-russian', true)
    .sides('nato', 'ukraine', 'weapons-were-used', false)

describe('the ways from one actor to another', () => {
  it('come shortest first, and of the same length by the strength of their hops', () => {
    expect(ways(raid())).toEqual([
      'corps ukraine',
      'corps legion ukraine',
      'corps nato ukraine',
      'corps belgorod kyiv ukraine',
      'corps incursion legion ukraine',
    ])
  })

  it('are no more than were asked for, and no longer', () => {
    const tied = raid()
    expect(ways(tied, { first: 2 })).toEqual(['corps ukraine', 'corps legion ukraine'])
    expect(ways(tied, { first: 0 })).toEqual([])
    expect(ways(tied, { maxLength: 2 })).toHaveLength(3)
    expect(ways(tied, { maxLength: 1 })).toEqual(['corps ukraine'])
  })

  it('go through the ties that were asked for alone', () => {
    const tied = raid()
    expect(ways(tied, { through: ['SAME_SIDE', 'OPPOSITE_SIDE'] })).toEqual(['corps nato ukraine'])
    expect(ways(tied, { through: ['SPEAKS_ABOUT', 'AFFILIATED'] })).toEqual([
      'corps ukraine',
      'corps belgorod kyiv ukraine',
    ])
    expect(ways(tied, { through: ['AFFILIATED'] })).toEqual([])
    expect(ways(tied, { through: [] })).toEqual([])
  })

  it('are none to whom nothing ties, nor to oneself', () => {
    expect(ways(raid(), { to: 'hermit' })).toEqual([])
    expect(ways(raid(), { to: 'corps' })).toEqual([])
  })

  it('meet an event of a thousand without tying each of them to each', () => {
    const crowd = Array.from({ length: 1000 }, (_, index) => `guest-${index}`)
    const tied = new Tied().actors(...crowd).event('congress', null, ...crowd)
    expect(ways(tied, { from: 'guest-7', to: 'guest-999', first: 1 })).toEqual(['guest-7 guest-999'])
  })

  it('answer the twelfth question', () => {
    const tied = new Tied()
      .actors('russian-volunteer-corps', 'ukraine')
      .belongs('russian-volunteer-corps', 'ukraine')
    const { data, errors } = tied.ask(`query Connected {
      paths(from: "russian-volunteer-corps", to: "ukraine", maxLength: 4, first: 3) {
        length
        nodes { slug name }
        links { type from { slug } to { slug } evidence { __typename id ... on Statement { text } ... on Event { name } } }
      }
    }`)
    expect(errors).toBeUndefined()
    expect(data.paths).toHaveLength(1)
  })
})

describe('a hop', () => {
  it('has evidence, whatever ties the two', () => {
    for (const { evidence } of links(raid())) expect(evidence).not.toEqual([])
  })

  it('that is a statement points from the speaker, and rests on the latest accepted ones', () => {
    const tied = raid().says('ukraine', 'corps', 'Proposed.', { at: 9, review: 'PROPOSED' })
    const [link] = links(tied, { first: 1 })
    expect(link).toMatchObject({ type: 'SPEAKS_ABOUT', from: { slug: 'ukraine' }, to: { slug: 'corps' } })
    expect(link?.evidence.map(({ text }) => text)).toEqual([
      'They are Russian citizens.',
      'They act on their own.',
    ])
  })

  it('rests on ten statements at most, what has no date last', () => {
    const tied = new Tied().actors('corps', 'ukraine').says('corps', 'ukraine', 'Some day.')
    for (let day = 1; day <= 8; day++) tied.says('corps', 'ukraine', `Day ${day}.`, { at: day })
    expect(links(tied)[0]?.evidence.at(-1)?.text).toBe('Some day.')
    for (let day = 9; day <= 12; day++) tied.says('corps', 'ukraine', `Day ${day}.`, { at: day })
    expect(links(tied)[0]?.evidence.map(({ text }) => text)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((day) => `Day ${day}.`),
    )
  })

  it('that is an affiliation points from its holder, who is the evidence', () => {
    const [link] = links(raid(), { from: 'ukraine', to: 'kyiv', first: 1 })
    expect(link).toMatchObject({ type: 'AFFILIATED', from: { slug: 'kyiv' }, to: { slug: 'ukraine' } })
    expect(link?.evidence.map(({ slug }) => slug)).toEqual(['kyiv'])
  })

  it('that is an event in common rests on the events, the latest first', () => {
    const [link] = links(raid(), { to: 'legion', first: 1 })
    expect(link?.type).toBe('PARTICIPATES_WITH')
    expect(link?.evidence.map(({ name }) => name)).toEqual(['parade', 'incursion'])
  })

  it('that is a side taken rests on the claims', () => {
    const [same, opposite] = links(raid(), { through: ['SAME_SIDE', 'OPPOSITE_SIDE'] })
    expect(same).toMatchObject({ type: 'SAME_SIDE', evidence: [{ slug: 'raiders-were-russian' }] })
    expect(opposite).toMatchObject({ type: 'OPPOSITE_SIDE', evidence: [{ slug: 'weapons-were-used' }] })
  })

  it('shows the strongest of several ties, and the next where that is not asked for', () => {
    const tied = new Tied()
      .actors('corps', 'ukraine')
      .sides('corps', 'ukraine', 'c', false)
      .belongs('corps', 'ukraine')
    tied.says('ukraine', 'corps', 'One.').says('ukraine', 'corps', 'Two.').says('corps', 'ukraine', 'Alone.')
    expect(links(tied)).toMatchObject([{ type: 'SPEAKS_ABOUT', from: { slug: 'ukraine' } }])
    expect(links(tied, { through: ['OPPOSITE_SIDE', 'AFFILIATED'] })).toMatchObject([{ type: 'AFFILIATED' }])
  })
})

describe('a question for ways', () => {
  it('that names nobody is told who comes nearest, and where', () => {
    const error = failure(raid(), { from: 'korps' })
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toMatchObject({ nearest: ['corps'], argument: ['from'] })
    expect(failure(raid(), { to: 'incursion' })).toMatchObject({ argument: ['to'] })
  })

  it.each([
    ['maxLength', 0],
    ['maxLength', 11],
    ['first', -1],
    ['first', 51],
  ])('is refused with %s %i', (argument, value) => {
    const error = failure(raid(), { [argument]: value })
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ argument: [argument] })
  })

  it('sees what has been written since the last one', () => {
    const tied = raid()
    expect(ways(tied, { to: 'hermit' })).toEqual([])
    tied.says('hermit', 'nato', 'I disagree.')
    expect(ways(tied, { to: 'hermit', first: 1 })).toEqual(['corps nato hermit'])
    tied.actors('newcomer').belongs('newcomer', 'hermit')
    expect(ways(tied, { to: 'newcomer', first: 1 })).toEqual(['corps nato hermit newcomer'])
  })

  it('reads the ties again only when the graph has changed', () => {
    const tied = raid()
    const reads = () => readsOf(tied, {})
    const first = reads()
    expect(first).toBeGreaterThan(0)
    expect(reads()).toBe(0)
    tied.actors('newcomer')
    expect([reads(), reads()]).toEqual([first, 0])
  })

  it('reads those ties that it walks, and no more for a graph ten times as large', () => {
    const tied = raid()
    const rows = readsOf(tied, { first: 1 })
    for (let index = 0; index < 10; index++) {
      const [one, other] = [`one-${index}`, `other-${index}`]
      tied.actors(one, other).says(one, other, 'Hello.').belongs(other, one)
    }
    expect(readsOf(tied, { first: 1 })).toBe(rows)
  })

  it('takes as many SQL statements for thirty ways as for three', () => {
    const count = (middles: number) => {
      const tied = new Tied().actors('corps', 'ukraine')
      for (let index = 0; index < middles; index++) {
        const middle = `middle-${index}`
        tied.actors(middle).event(`event-${index}`, index, 'corps', middle).belongs(middle, 'ukraine')
        tied
          .says(middle, 'ukraine', `Word ${index}`)
          .sides('corps', middle, `claim-${index}`, index % 2 === 0)
      }
      expect(ways(tied, { first: 50, maxLength: 2 })).toHaveLength(middles)
      tied.ask(question, { first: 50, maxLength: 2 })
      return tied.statements.length
    }
    expect(count(30)).toBe(count(3))
  })

  // tests/sql/postgres-plans.test.ts looks at the plans of the other engine.
  it.skipIf(isOnPostgres)('finds the evidence by index in a file, never by a scan', () => {
    const tied = raid()
    ways(tied)
    const plans = tied.statements
      .filter((sql) => sql.includes('as asked'))
      .map((sql) => databaseOf(tied.graph).prepare(`explain query plan ${sql}`))
      .flatMap(
        (plan) => plan.all(...Array(plan.source.split('?').length - 1).fill(null)) as { detail: string }[],
      )
    expect(plans.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual(
      Array(3).fill('SCAN json_each VIRTUAL TABLE INDEX 1:'),
    )
  })

  it('stops at its deadline', () => {
    const tied = new Tied().actors(
      'corps',
      'ukraine',
      ...Array.from({ length: 60 }, (_, index) => `a-${index}`),
    )
    for (let a = 0; a < 60; a++)
      for (let b = a % 2 === 0 ? 1 : 60; b < 60; b += 2) tied.belongs(`a-${a}`, `a-${b}`)
    tied.belongs('corps', 'a-0').belongs('a-1', 'ukraine')
    const { engine, ways } = tied.graph
    const [from, to] = tied.graph.lookup.keys(['ACTOR'], ['corps', 'ukraine'], []) as [number, number]
    ways.between(from, to, null, 3, 1)
    expect(() => engine.within(0, () => ways.between(from, to, null, 10, 50))).toThrow(TimeoutError)
  })
})
