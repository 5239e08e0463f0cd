import { describe, expect, it } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { NearestClaims } from '../../src/model/claim/nearest-store.ts'
import { Graph } from '../../src/model/graph.ts'
import { ClaimFinder, LEAST_OFFERED, PLAIN, plainlySame } from '../../src/reports/claims/nearest-claim.ts'
import { propositionOf } from '../../src/reports/claims/proposition.ts'
import { atOnce } from '../../src/sql/engine.ts'
import { dbOf, openReader } from '../engine.ts'
import { worlds } from '../graph-fixture.ts'
import { ask, startServer } from '../server/fixture.ts'
import { desk } from './reading.ts'

const { empty } = worlds()

function graphOf(texts: readonly string[]) {
  const world = empty()
  world.write(({ claims }) => {
    for (const [index, text] of texts.entries()) claims.put({ slug: `claim-${index}`, text, kind: 'OTHER' })
  })
  const store = new NearestClaims(world.writer)
  const finder = new ClaimFinder(store)
  return { world, store, finder, nearest: (text: string) => finder.candidates(propositionOf(text)) }
}

const { nearest } = graphOf([
  'Swedish trawlers cut the nets of Norwegian boats.',
  'Kharvia shelled Oskol.',
  'The bridge at Mirn is intact.',
  'Twelve people were killed in the blast.',
  'The harbour is open.',
  'The dam at Oskol failed because of cracks.',
  'No civilians were hurt in Mirn.',
  'Prices rose in Kharvia in 2021.',
  'The party won the election in Mirn.',
])
const best = (text: string) => nearest(text)[0]?.claim.text

describe('the nearest claim', () => {
  it.each([
    [
      'Swedish trawlers have cut the nets of Norwegian boats near Bodo.',
      'Swedish trawlers cut the nets of Norwegian boats.',
    ],
    ['Trawlers from Sweden cut nets of boats.', 'Swedish trawlers cut the nets of Norwegian boats.'],
    ["Kharvia's army shelled Oskol.", 'Kharvia shelled Oskol.'],
    ['Kharvian forces shelled the town of Oskol.', 'Kharvia shelled Oskol.'],
    ['Oskol was shelled by Kharvia.', 'Kharvia shelled Oskol.'],
    ['At least 12 people died in the blast.', 'Twelve people were killed in the blast.'],
    ['The Oskol dam failed.', 'The dam at Oskol failed because of cracks.'],
    ['Not one civilian was hurt in Mirn.', 'No civilians were hurt in Mirn.'],
  ])('says the same in other words: %s', (said, claim) => {
    expect(best(said)).toBe(claim)
  })

  it.each([
    ['a denial', 'Swedish trawlers have not cut the nets of Norwegian boats.'],
    ['a denial of a denial', 'Civilians were hurt in Mirn.'],
    ['the actors swapped', 'Oskol shelled Kharvia.'],
    ['the actors swapped in the passive', 'Kharvia was shelled by Oskol.'],
    ['another number', 'Thirty people were killed in the blast.'],
    ['another year', 'Prices rose in Kharvia in 2022.'],
    ['another place', 'The bridge at Sorna is intact.'],
    ['the opposite: destroyed', 'The bridge at Mirn was destroyed.'],
    ['the opposite: closed', 'The harbour is closed.'],
    ['the opposite: fell', 'Prices fell in Kharvia in 2021.'],
    ['the opposite: lost', 'The party lost the election in Mirn.'],
    ['the same people in another matter', 'Swedish trawlers were welcome in the harbour.'],
  ])('is none where it would be another: %s', (_, said) => {
    expect(nearest(said)).toEqual([])
  })

  it('is taken without a person only where it is plain', () => {
    const taken = (said: string) => plainlySame(nearest(said))?.text
    expect(taken('Kharvia shelled Oskol.')).toBe('Kharvia shelled Oskol.')
    expect(taken('The dam at Oskol will fail because of cracks.')).toBeUndefined()
    expect(taken('Something else happened.')).toBeUndefined()
    const claim = { id: 1, slug: 'one', text: 'One.' }
    expect(plainlySame([{ claim, score: PLAIN }])).toBe(claim)
    expect(
      plainlySame([
        { claim, score: PLAIN },
        { claim, score: PLAIN },
      ]),
    ).toBeUndefined()
    expect(plainlySame([{ claim, score: LEAST_OFFERED }])).toBeUndefined()
  })

  it('is at most one of five, the most alike first', () => {
    const many = graphOf(
      Array.from(
        { length: 30 },
        (_, index) => `The army of Kharvia took the hill near village ${'abcdefghij'[index % 10]}${index}.`,
      ),
    )
    const found = many.nearest('The army of Kharvia took the hill.')
    const scores = found.map(({ score }) => score)
    expect(scores).toHaveLength(5)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const score of scores) expect(score).toBeLessThanOrEqual(1)
  })
})

describe('looking it up', () => {
  const nouns =
    'army bridge convoy depot factory harbour hospital market mine pipeline port prison quarry refinery school tower tunnel village'.split(
      ' ',
    )
  const names = 'Abara Bodo Cerna Drava Elva Fjord Gora Hult Istra Jelna Karst Lomza Mirn Narva'.split(' ')
  const verbs =
    'attacked closed damaged evacuated flooded inspected looted occupied rebuilt seized shelled visited'.split(
      ' ',
    )
  const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
  const texts = Array.from(
    { length: 1500 },
    (_, n) =>
      `Kharvia ${pick(verbs, n * 7)} the ${pick(nouns, n * 5 + (n >> 4))} of ${pick(names, n * 3 + (n >> 6))}.`,
  )

  it('finds what a search through all claims finds', () => {
    const { store, finder, nearest } = graphOf(texts)
    const all = atOnce(store.byIds(Array.from({ length: atOnce(store.size()) }, (_, index) => index + 1)))
    let due = 0
    for (let n = 0; n < 60; n++) {
      const said = `${pick(texts, n * 97).slice(0, -1)} near the border.`
      const wanted = propositionOf(said)
      const scores = all.map(({ text }) => finder.score(wanted, propositionOf(text)))
      const highest = Math.max(...scores)
      if (highest < LEAST_OFFERED) continue
      due++
      expect([said, nearest(said)[0]?.score]).toEqual([said, highest])
    }
    expect(due).toBeGreaterThan(40)
  })

  it('reads so many rows and no more, however many claims share the words', () => {
    const { store, finder } = graphOf(texts)
    let rows = 0
    const counted = new Proxy(store, {
      get: (target, key) => {
        if (key !== 'holding') return Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key)
        return (words: string[][], limit: number) => {
          const ids = atOnce(target.holding(words, limit))
          rows += ids.length
          return ids
        }
      },
    })
    finder.candidates(propositionOf('Kharvia attacked the bridge.'))
    new ClaimFinder(counted).candidates(propositionOf('Kharvia attacked the bridge.'))
    expect(rows).toBeLessThan(3000)
  })
})

describe('a finder that has read before', () => {
  const texts = ['Kharvia shelled Oskol.', 'The dam at Oskol failed.']
  const found = (finder: ClaimFinder, said: string) => {
    finder.refresh()
    return finder.candidates(propositionOf(said)).map(({ claim }) => claim.slug)
  }

  it.each(['wrote', 'did not say so'])('finds what was added by whoever %s', (how) => {
    const { world, finder } = graphOf(texts)
    expect(found(finder, 'Kharvia shelled Mirn and Orlov.')).toEqual([])
    world.write(({ claims }) =>
      claims.put({ slug: 'new', text: 'Kharvia shelled Mirn and Orlov.', kind: 'OTHER' }),
    )
    if (how === 'wrote') finder.wrote()
    expect(found(finder, 'Kharvia shelled Mirn and Orlov.')).toEqual(['new'])
  })

  it('sees that a claim says something else, and that one is gone', () => {
    const { world, finder } = graphOf(texts)
    expect(found(finder, 'Kharvia shelled Oskol.')).toEqual(['claim-0'])
    world.write(({ claims }) => claims.put({ slug: 'claim-0', text: 'Prices rose in Mirn.', kind: 'OTHER' }))
    expect(found(finder, 'Kharvia shelled Oskol.')).toEqual([])
    expect(found(finder, 'Prices rose in Mirn.')).toEqual(['claim-0'])
    dbOf(world.writer).prepare("delete from claim where slug = 'claim-0'").run()
    expect(found(finder, 'Prices rose in Mirn.')).toEqual([])
  })

  it('sees what another connection has written', () => {
    const { world } = graphOf(texts)
    const finder = new ClaimFinder(new NearestClaims(world.graph.engine))
    expect(found(finder, 'Prices rose in Mirn.')).toEqual([])
    world.write(({ claims }) => claims.put({ slug: 'new', text: 'Prices rose in Mirn.', kind: 'OTHER' }))
    expect(found(finder, 'Prices rose in Mirn.')).toEqual(['new'])
  })
})

describe('the preview of a text', () => {
  it('shows candidates with their scores, the claim that is taken, and the claim that would be made', async () => {
    const { db } = desk(`
hearsay: 1
actors:
  - { slug: kharvia, type: STATE, name: Kharvia }
  - { slug: ivan-kravets, type: PERSON, name: Ivan Kravets }
claims:
  - { slug: shelled, text: Kharvia shelled Oskol., kind: RESPONSIBILITY, subject: kharvia }
  - { slug: cracks, text: The dam at Oskol failed because of cracks., kind: OCCURRENCE }
`)
    const { url } = await startServer({ schema, graph: new Graph(openReader(db)) })
    const text =
      'Ivan Kravets said that Kharvia had shelled Oskol. Ivan Kravets said that the dam at Oskol would fail because of cracks. Ivan Kravets said that at least 12 people had been killed.'
    const { data, errors } = await ask(
      url,
      'query ($text: String!) { extract(text: $text) { newClaim figure { low high unit } claim { slug } claimCandidates { score claim { slug } } } }',
      { text },
    )
    expect(errors ?? []).toEqual([])
    // biome-ignore lint/suspicious/noExplicitAny: what a query gives is known to the test that asks it
    const found = data?.extract as any[]
    expect(found).toMatchObject([
      {
        newClaim: null,
        figure: null,
        claim: { slug: 'shelled' },
        claimCandidates: [{ score: 1, claim: { slug: 'shelled' } }],
      },
      {
        newClaim: 'The dam at Oskol will fail because of cracks.',
        claim: null,
        claimCandidates: [{ claim: { slug: 'cracks' } }],
      },
      {
        newClaim: 'At least 12 people were killed.',
        figure: { low: 12, high: null, unit: 'people killed' },
        claim: null,
        claimCandidates: [],
      },
    ])
  })
})
