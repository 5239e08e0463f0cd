import { describe, expect, test } from 'vitest'
import { folder } from '../graph.ts'
import { balanced } from './attributions.ts'
import { type Half, halves } from './gold.ts'
import type { Measure } from './marks.ts'
import { readHalf } from './read-gold.ts'
import { readReport } from './read-report.ts'
import { type Score, scoreReport, together } from './score.ts'
import { share } from './table.ts'

const scratch = folder()
const scores = new Map(
  halves.map((half) => [
    half,
    together(readHalf(half, scratch).map((report) => scoreReport(report, readReport(report)))),
  ]),
)

/** In percent, a little below what is reached. */
const floors: readonly (readonly [Measure, Readonly<Record<Half, number>>])[] = [
  ['found', { locked: 62, open: 66 }],
  ['proposal', { locked: 82, open: 84 }],
  ['nothing', { locked: 35, open: 57 }],
  ['speaker', { locked: 54, open: 55 }],
  ['he or she', { locked: 31, open: 33 }],
  ['principal', { locked: 20, open: 21 }],
  ['about', { locked: 57, open: 57 }],
  ['about given', { locked: 94, open: 82 }],
  ['date', { locked: 79, open: 99 }],
  ['act', { locked: 64, open: 54 }],
  ['stance', { locked: 93, open: 96 }],
  ['denial', { locked: 79, open: 85 }],
  ['certainty', { locked: 86, open: 90 }],
  ['actor', { locked: 85, open: 85 }],
  ['actor due', { locked: 34, open: 28 }],
  ['claim', { locked: 22, open: 29 }],
  ['nearest', { locked: 65, open: 65 }],
  ['nearest due', { locked: 22, open: 6 }],
]

const triples: readonly (readonly ['relaxed' | 'content', Readonly<Record<Half, number>>])[] = [
  ['relaxed', { locked: 59, open: 62 }],
  ['content', { locked: 55, open: 58 }],
]

// No more than a figure comes out: who mends rules does not see what the locked half has.
describe.each(halves)('of the %s reports', (half) => {
  const score = scores.get(half) as Score

  test.each(floors)('%s', (measure, floor) => {
    expect(100 * (share(score.marks, measure) ?? 0)).toBeGreaterThanOrEqual(floor[half])
  })

  test.each(triples)('triples, %s', (kind, floor) => {
    expect(100 * balanced(score[kind])).toBeGreaterThanOrEqual(floor[half])
  })

  test('no claim is offered that says the opposite', () => {
    const opposite = score.marks.filter(
      ({ measure, kind }) => measure === 'nearest' && kind === 'the opposite',
    )
    expect(opposite).toHaveLength(0)
  })
})
