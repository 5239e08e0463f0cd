import { describe, expect, it } from 'vitest'
import { NotFoundError, UserError } from '../src/values/errors.ts'
import { Tied } from './tied.ts'

const question = `query Around($of: ID = "corps", $depth: Int, $through: [LinkType!], $first: Int) {
  neighborhood(of: $of, depth: $depth, through: $through, first: $first) {
    nodes { slug }
    links { type from { slug } to { slug } evidence { id } }
    truncated
  }
}`

interface Link {
  type: string
  from: { slug: string }
  to: { slug: string }
  evidence: { id: string }[]
}

function around(tied: Tied, variables: Record<string, unknown> = {}) {
  const { nodes, links, truncated } = tied.answer(question, variables).neighborhood
  return {
    nodes: nodes.map(({ slug }: { slug: string }) => slug).join(' '),
    links: links.map(({ type, from, to }: Link) => `${from.slug} ${type} ${to.slug}`) as string[],
    evidence: links.map(({ evidence }: Link) => evidence.length) as number[],
    truncated,
  }
}
const failure = (tied: Tied, variables: Record<string, unknown>) =>
  tied.ask(question, variables).errors[0].originalError

const raid = () =>
  new Tied()
    .actors('corps', 'ukraine', 'legion', 'nato', 'kyiv', 'hermit')
    .event('incursion', 1, 'corps', 'legion')
    .event('parade', 2, 'corps', 'legion', 'nato')
    .place('belgorod')
    .says('corps', 'belgorod', 'We have crossed the border.')
    .says('ukraine', 'corps', 'They act on their own.')
    .says('ukraine', 'corps', 'They are Russian citizens.')
    .says('legion', 'ukraine', 'We are grateful.')
    .says('kyiv', 'belgorod', 'We watch with interest.')
    .belongs('kyiv', 'ukraine')
    .sides('corps', 'ukraine', 'weapons-were-used', false)

describe('what lies around an entity', () => {
  it('is the entity itself and then the nearest, the strongest ties first', () => {
    expect(around(raid()).nodes).toBe('corps ukraine belgorod incursion parade legion nato')
    expect(around(raid(), { depth: 2 }).nodes).toBe(
      'corps ukraine belgorod incursion parade legion nato kyiv',
    )
  })

  it('is tied by every tie among them, each shown once and with its evidence', () => {
    const { links, evidence, truncated } = around(raid())
    expect(links).toEqual([
      'ukraine SPEAKS_ABOUT corps',
      'corps SPEAKS_ABOUT belgorod',
      'corps PARTICIPATES_IN incursion',
      'corps PARTICIPATES_IN parade',
      'corps PARTICIPATES_WITH legion',
      'corps PARTICIPATES_WITH nato',
      'ukraine OPPOSITE_SIDE corps',
      'legion SPEAKS_ABOUT ukraine',
      'legion PARTICIPATES_IN incursion',
      'legion PARTICIPATES_IN parade',
      'nato PARTICIPATES_IN parade',
      'legion PARTICIPATES_WITH nato',
    ])
    expect(evidence).toEqual([2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1])
    expect(truncated).toBe(false)
  })

  it('may lie around a place or an event', () => {
    expect(around(raid(), { of: 'belgorod' }).nodes).toBe('belgorod corps kyiv')
    const tied = raid().says('nato', 'parade', 'It was loud.')
    expect(around(tied, { of: 'parade', through: ['SPEAKS_ABOUT'] }).links).toEqual([
      'nato SPEAKS_ABOUT parade',
    ])
    expect(around(tied, { of: 'parade', through: ['PARTICIPATES_IN'] }).links).toEqual([
      'corps PARTICIPATES_IN parade',
      'legion PARTICIPATES_IN parade',
      'nato PARTICIPATES_IN parade',
    ])
  })

  it('is reached through the ties that were asked for alone', () => {
    expect(around(raid(), { through: ['PARTICIPATES_WITH'] }).nodes).toBe('corps legion nato')
    expect(around(raid(), { through: ['AFFILIATED'] })).toMatchObject({
      nodes: 'corps',
      links: [],
      truncated: false,
    })
  })

  it('is as many entities as were asked for, and says that it leaves some out', () => {
    expect(around(raid(), { first: 3 })).toMatchObject({ nodes: 'corps ukraine belgorod', truncated: true })
    expect(around(raid(), { first: 7 })).toMatchObject({ truncated: false })
    expect(around(raid(), { first: 1 })).toMatchObject({ nodes: 'corps', links: [], truncated: true })
    expect(around(raid(), { of: 'hermit', first: 1 })).toMatchObject({ nodes: 'hermit', truncated: false })
  })

  it('keeps to ten links for each entity asked for, those that reach the entities first of all', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => `guest-${index}`)
    const { links, truncated } = around(new Tied().actors(...crowd).event('congress', 1, ...crowd), {
      of: 'guest-0',
      first: 40,
      through: ['PARTICIPATES_WITH'],
    })
    expect(links).toHaveLength(400)
    expect(links.slice(0, 39)).toEqual(crowd.slice(1).map((guest) => `guest-0 PARTICIPATES_WITH ${guest}`))
    expect(truncated).toBe(true)
  })

  it('takes as many SQL statements for thirty entities as for three', () => {
    const count = (others: number) => {
      const tied = new Tied().actors('corps')
      for (let index = 0; index < others; index++) {
        const other = `other-${index}`
        tied.actors(other).event(`event-${index}`, index, 'corps', other).belongs(other, 'corps')
        tied.says(other, 'corps', `Word ${index}`).sides('corps', other, `claim-${index}`, index % 2 === 0)
      }
      expect(around(tied, { first: 500 }).links).toHaveLength(6 * others)
      tied.ask(question, { first: 500 })
      return tied.statements.length
    }
    expect(count(30)).toBe(count(3))
  })

  it('is not to be had of what is not there', () => {
    const error = failure(raid(), { of: 'belgorot' })
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toMatchObject({ nearest: ['belgorod'], argument: ['of'] })
  })

  it.each([
    ['depth', 0],
    ['depth', 4],
    ['first', 0],
    ['first', 501],
  ])('is refused with %s %i', (argument, value) => {
    const error = failure(raid(), { [argument]: value })
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ argument: [argument] })
  })
})
