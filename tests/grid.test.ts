import { describe, expect, it } from 'vitest'
import { type Answer, dispute, seed, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()
const small = of(dispute)
const synthetic = empty()
fill(synthetic, 30)
const graphs: [string, World][] = [
  ['a small dispute', small],
  ['Belgorod', of(seed)],
  ['a synthetic graph', synthetic],
]

const grid = (world: World, args = ''): Answer =>
  world.ask(`{ grid${args} { speakers { slug } subjects { __typename slug } counts } }`).grid

/** The cells that are not empty, by speaker and subject. */
function cells({ speakers, subjects, counts }: Answer): Record<string, number> {
  const filled = speakers.flatMap((speaker: Answer, row: number) =>
    subjects.flatMap((subject: Answer, column: number) =>
      counts[row][column] > 0 ? [[`${speaker.slug} ${subject.slug}`, counts[row][column]]] : [],
    ),
  )
  return Object.fromEntries(filled)
}

const pairs = (world: World, args: string): Record<string, number> =>
  Object.fromEntries(
    world
      .ask(`{ matrix${args} { actor { slug } entity { slug } statements } }`)
      .matrix.map(({ actor, entity, statements }: Answer) => [`${actor.slug} ${entity.slug}`, statements]),
  )

describe.each(graphs)('the grid of %s', (_, world) => {
  it.each(['', 'filter: { review: [ACCEPTED] }', 'filter: { stance: [AFFIRMS] }'])(
    'has in each cell what the matrix has: %s',
    (filter) => {
      const whole = cells(grid(world, `(first: 100 ${filter})`))
      expect(Object.keys(whole).length).toBeGreaterThan(5)
      expect(whole).toMatchObject(pairs(world, `(first: 500 ${filter})`))
    },
  )

  it('keeps as many on either side as are asked for, and fills all between them', () => {
    const { speakers, subjects, counts } = grid(world, '(first: 3)')
    expect([speakers.length, subjects.length]).toEqual([3, 3])
    const whole = cells(grid(world, '(first: 100)'))
    const kept = Object.entries(whole).filter(([pair]) => {
      const [speaker, subject] = pair.split(' ')
      return (
        speakers.some(({ slug }: Answer) => slug === speaker) &&
        subjects.some(({ slug }: Answer) => slug === subject)
      )
    })
    expect(cells({ speakers, subjects, counts })).toEqual(Object.fromEntries(kept))
  })
})

describe('a grid', () => {
  it('has subjects of the kinds that are asked for', () => {
    for (const filter of ['', ', filter: { review: [ACCEPTED] }']) {
      const { subjects } = grid(synthetic, `(subjects: [EVENT]${filter})`)
      expect(new Set(subjects.map(({ __typename }: Answer) => __typename))).toEqual(new Set(['Event']))
    }
  })

  it('has who says most first', () => {
    const { speakers } = small.ask('{ grid { speakers { statements { totalCount } } } }').grid
    const sizes = speakers.map(({ statements }: Answer) => statements.totalCount)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('takes a size of at most 100', () => {
    for (const first of [-1, 101])
      expect(small.refusal(`{ grid(first: ${first}) { counts } }`).argument).toEqual(['first'])
    expect(grid(small, '(first: 0)')).toEqual({ speakers: [], subjects: [], counts: [] })
  })
})
