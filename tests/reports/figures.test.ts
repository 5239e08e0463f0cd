import { describe, expect, it } from 'vitest'
import { framed } from '../../src/reports/claims/cue-frames.ts'
import { figureIn } from '../../src/reports/claims/figure.ts'
import { sentenceOf, sentencesOf } from '../../src/reports/claims/said-word.ts'
import type { Proposal } from '../../src/reports/proposing/propose.ts'
import { openWriter } from '../engine.ts'
import { claimsOf, kharvia } from './claims-of.ts'
import { desk } from './reading.ts'

const connection = openWriter(desk(kharvia).db)
const claimOf = (said: string) => claimsOf(connection, `Ivan Kravets said that ${said}.`)[0]?.claim

/** The words of a content, as they come out of a text. */
const wordsOf = (exact: string) =>
  sentencesOf({
    span: { start: 0, end: exact.length, exact },
    contentSpans: [[0, exact.length]],
  } as never)[0] ?? []

describe('a figure', () => {
  it.each([
    ['at least 12 people were killed', { low: 12, unit: 'people killed' }],
    ['12 people were killed', { low: 12, high: 12, unit: 'people killed' }],
    ['twelve people died', { low: 12, high: 12, unit: 'people dead' }],
    ['the shelling killed 12 people', { low: 12, high: 12, unit: 'people killed' }],
    ['an attack wounded more than 30 soldiers', { low: 30, unit: 'soldiers wounded' }],
    ['up to 1,200 houses were destroyed', { high: 1200, unit: 'houses destroyed' }],
    ['the army shot down 31 of 40 drones', { low: 31, high: 31, unit: 'drones' }],
    ['31 of 40 drones were shot down', { low: 31, high: 31, unit: 'drones shot down' }],
    ['between 20 and 30 people were injured', { low: 20, high: 30, unit: 'people injured' }],
    ['the repairs cost $4.5 million', { low: 4_500_000, high: 4_500_000, unit: 'US dollars' }],
    ['the repairs cost 20 million euros', { low: 20_000_000, high: 20_000_000, unit: 'euros' }],
    ['turnout was 61 percent', { low: 61, high: 61, unit: 'percent' }],
    ['fewer than 40 soldiers crossed the river', { high: 40, unit: 'soldiers' }],
    ['two hundred and thirty families fled', { low: 230, high: 230, unit: 'families' }],
    ['thirty-one boats left', { low: 31, high: 31, unit: 'boats' }],
    ['no civilians were hurt', { low: 0, high: 0, unit: 'civilians hurt' }],
    ['the death toll was 500', { low: 500, high: 500, unit: 'people dead' }],
  ])('is taken of what counts: %s', (said, figure) => {
    expect(claimOf(said)?.figure).toEqual(figure)
  })

  it.each([
    'dozens of people were killed',
    'hundreds of houses burned',
    'the dam was built in 1964',
    'the dam failed on 23 May',
    'the bridge was closed for three days',
    'the bridge was 54 years old',
    'one of the boats was lost',
    'the shelling began at 5 p.m',
    'two in three voters stayed at home',
  ])('is made of no date, age, time or rough count: %s', (said) => {
    expect(claimOf(said)?.text).toBeDefined()
    expect(claimOf(said)?.figure).toBeUndefined()
  })

  it('is that of those who came to harm, where there are several', () => {
    const claim = claimOf('300 soldiers crossed the river and 12 people were killed')
    expect(claim?.figure).toEqual({ low: 12, high: 12, unit: 'people killed' })
    expect(claim?.kind).toBe('CASUALTIES')
  })

  it.each([
    ['the death toll at 500', 'put', 'The death toll is 500.', { low: 500, high: 500, unit: 'people dead' }],
    [
      'the damage at $4 million',
      'put',
      'The damage is $4 million.',
      { low: 4_000_000, high: 4_000_000, unit: 'US dollars' },
    ],
    [
      'the number of dead at more than 70',
      'puts',
      'The number of dead is more than 70.',
      { low: 70, unit: 'people dead' },
    ],
  ])('is that at which somebody puts it: %s', (said, cue, text, figure) => {
    const made = framed(wordsOf(said), { cue, act: 'STATE' } as Proposal, undefined)
    expect(sentenceOf(made?.words ?? [])).toBe(text)
    expect(figureIn(made?.words ?? [])).toEqual(figure)
  })

  it('is written with the claim that is proposed', async () => {
    const { read, file, rows } = desk(kharvia)
    await read(
      file('Ivan Kravets said that at least 12 people were killed. Ivan Kravets said the town was safe.'),
    )
    expect(
      rows(
        'select text, kind, figure_low as low, figure_high as high, figure_unit as unit from claim order by id',
      ),
    ).toEqual([
      {
        text: 'At least 12 people were killed.',
        kind: 'CASUALTIES',
        low: 12,
        high: null,
        unit: 'people killed',
      },
      { text: 'The town was safe.', kind: 'OTHER', low: null, high: null, unit: null },
    ])
  })
})
