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
  ['found', { locked: 87, open: 86 }],
  ['proposal', { locked: 92, open: 93 }],
  ['nothing', { locked: 75, open: 79 }],
  ['speaker', { locked: 80, open: 82 }],
  ['he or she', { locked: 80, open: 76 }],
  ['principal', { locked: 55, open: 66 }],
  ['about', { locked: 86, open: 85 }],
  ['about given', { locked: 86, open: 84 }],
  ['addressee', { locked: 75, open: 95 }],
  ['date', { locked: 70, open: 90 }],
  ['act', { locked: 65, open: 76 }],
  ['stance', { locked: 90, open: 96 }],
  ['denial', { locked: 85, open: 97 }],
  ['certainty', { locked: 91, open: 95 }],
  ['actor', { locked: 84, open: 86 }],
  ['actor due', { locked: 70, open: 77 }],
  ['claim', { locked: 52, open: 78 }],
  ['nearest', { locked: 90, open: 85 }],
  ['nearest due', { locked: 18, open: 12 }],
]

const triples: readonly (readonly ['relaxed' | 'content', Readonly<Record<Half, number>>])[] = [
  ['relaxed', { locked: 80, open: 80 }],
  ['content', { locked: 76, open: 77 }],
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
