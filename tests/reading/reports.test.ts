import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { folder } from '../graph.ts'
import { balanced } from './attributions.ts'
import { isBalanced, isWholeSentence } from './claim-text.ts'
import { foldersOf, halves } from './gold.ts'
import { perfect } from './perfect.ts'
import { readHalf } from './read-gold.ts'
import { scoreReport } from './score.ts'
import { manners } from './shape.ts'

const scratch = folder()
const reports = halves.flatMap((half) => readHalf(half, scratch))

describe('the reports that are marked by hand', () => {
  test('are two dozen at least, a dozen or more in each half, and each half in every manner', () => {
    for (const half of halves) {
      const of = reports.filter((report) => report.half === half)
      expect(of.length).toBeGreaterThanOrEqual(12)
      expect(new Set(of.map(({ written }) => written.manner))).toEqual(new Set(manners))
      const files = foldersOf[half].flatMap((folder) => readdirSync(`tests/reading/${folder}`))
      expect(files).toHaveLength(of.length + foldersOf[half].length)
    }
  })

  test.each(reports.map((report) => [`${report.folder}/${report.name}`, report] as const))(
    '%s',
    (_, report) => {
      const length = report.text.split(/\s+/).length
      expect(length).toBeGreaterThanOrEqual(150)
      expect(length).toBeLessThanOrEqual(500)
      // By places, so that a locked report's words do not come out.
      const spoilt = report.statements.filter(
        ({ claim }) => claim && !(isWholeSentence(claim) && isBalanced(claim)),
      )
      expect(spoilt.map(({ index }) => index)).toEqual([])
      const { marks, relaxed, content } = scoreReport(report, perfect(report))
      expect(
        marks.filter(({ outcome }) => outcome !== 'right').map(({ measure, where }) => [measure, where]),
      ).toEqual([])
      expect([balanced(relaxed), balanced(content)]).toEqual([1, 1])
    },
  )
})
