import { describe, expect, it } from 'vitest'
import { type Answer, dispute, seed, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()
const small = of(dispute)
const synthetic = empty()
fill(synthetic, 60)

const fields = '{ a { slug } b { slug } agree conflict claims { slug } }'
const agreements = (world: World, args = ''): Answer[] =>
  world.ask(`{ agreements${args} ${fields} }`).agreements

describe.each<[string, World]>([
  ['a small dispute', small],
  ['Belgorod', of(seed)],
  ['a synthetic graph', synthetic],
])('the agreements of %s', (_, world) => {
  it('are what is counted under a filter that leaves nothing out', () => {
    const whole = agreements(world, '(first: 500)')
    expect(whole.length).toBeGreaterThan(0)
    const all = '[ASSERTED, DENIED, CONTESTED, OPEN]'
    expect(agreements(world, `(first: 500, filter: { standing: ${all} })`)).toEqual(whole)
    expect(agreements(world, '(first: 500, filter: {})')).toEqual(whole)
    expect(agreements(world, `(first: 500, minClaims: 2, filter: { standing: ${all} })`)).toEqual(
      agreements(world, '(first: 500, minClaims: 2)'),
    )
  })

  it('name the claims that they count, those with most first', () => {
    const pairs = agreements(world, '(first: 500)')
    const sizes = pairs.map(({ agree, conflict }) => agree + conflict)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(pairs.map(({ claims }) => claims.length)).toEqual(sizes)
  })
})

describe('two actors', () => {
  it('agree or conflict by where they stand now; a state by those who speak for it', () => {
    expect(agreements(small)).toEqual([
      {
        a: { slug: 'arland' },
        b: { slug: 'borland' },
        agree: 0,
        conflict: 2,
        claims: [{ slug: 'borland-did-it' }, { slug: 'ten-killed' }],
      },
    ])
  })

  it('agree or conflict on what a filter keeps', () => {
    expect(agreements(small, '(filter: { kind: [CASUALTIES] })')).toMatchObject([
      { agree: 0, conflict: 1, claims: [{ slug: 'ten-killed' }] },
    ])
    expect(agreements(small, '(filter: { kind: [DAMAGE] })')).toEqual([])
    expect(agreements(small, '(minClaims: 3)')).toEqual([])
  })

  it('are as many pairs as are asked for', () => {
    expect(agreements(synthetic, '(first: 3)')).toHaveLength(3)
    for (const first of [-1, 501])
      expect(small.refusal(`{ agreements(first: ${first}) { agree } }`).argument).toEqual(['first'])
  })

  it('say which reference leads nowhere', () => {
    expect(small.refusal('{ agreements(filter: { event: ["x"] }) { agree } }').argument).toEqual([
      'filter',
      'event',
      0,
    ])
  })
})
