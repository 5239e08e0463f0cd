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
  ['found', { locked: 67, open: 69 }],
  ['proposal', { locked: 87, open: 88 }],
  ['nothing', { locked: 78, open: 78 }],
  ['speaker', { locked: 77, open: 75 }],
  ['he or she', { locked: 70, open: 70 }],
  ['principal', { locked: 27, open: 18 }],
  ['about', { locked: 86, open: 80 }],
  ['about given', { locked: 90, open: 83 }],
  ['date', { locked: 70, open: 70 }],
  ['act', { locked: 63, open: 54 }],
  ['stance', { locked: 93, open: 95 }],
  ['denial', { locked: 80, open: 90 }],
  ['certainty', { locked: 85, open: 88 }],
  ['actor', { locked: 92, open: 85 }],
  ['actor due', { locked: 62, open: 56 }],
  ['claim', { locked: 22, open: 34 }],
  ['nearest', { locked: 50, open: 50 }],
  ['nearest due', { locked: 15, open: 8 }],
]

const triples: readonly (readonly ['relaxed' | 'content', Readonly<Record<Half, number>>])[] = [
  ['relaxed', { locked: 66, open: 68 }],
  ['content', { locked: 64, open: 65 }],
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
