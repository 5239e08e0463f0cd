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
  ['found', { locked: 86, open: 85 }],
  ['proposal', { locked: 92, open: 93 }],
  ['nothing', { locked: 75, open: 79 }],
  ['speaker', { locked: 80, open: 82 }],
  ['he or she', { locked: 80, open: 76 }],
  ['principal', { locked: 54, open: 60 }],
  ['about', { locked: 84, open: 85 }],
  ['about given', { locked: 86, open: 84 }],
  ['date', { locked: 66, open: 35 }],
  ['act', { locked: 58, open: 57 }],
  ['stance', { locked: 89, open: 95 }],
  ['denial', { locked: 70, open: 92 }],
  ['certainty', { locked: 82, open: 82 }],
  ['actor', { locked: 84, open: 84 }],
  ['actor due', { locked: 65, open: 70 }],
  ['claim', { locked: 52, open: 55 }],
  ['nearest', { locked: 90, open: 85 }],
  ['nearest due', { locked: 18, open: 12 }],
]

const triples: readonly (readonly ['relaxed' | 'content', Readonly<Record<Half, number>>])[] = [
  ['relaxed', { locked: 79, open: 80 }],
  ['content', { locked: 75, open: 77 }],
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
