import { type AttributionScore, added, scoreAttributions } from './attributions.ts'
import type { GoldReport } from './gold.ts'
import { judgeActors } from './judge-actors.ts'
import { judgeClaims } from './judge-claims.ts'
import { judgeFields } from './judge-fields.ts'
import { judgeFound } from './judge-found.ts'
import { judgeSpeaker } from './judge-speaker.ts'
import type { Mark } from './marks.ts'
import { pairsOf } from './pairs.ts'
import type { Prediction } from './prediction.ts'

/** All judgements on a reading of one report, or of several. */
export interface Score extends AttributionScore {
  readonly marks: readonly Mark[]
}

export function scoreReport(report: GoldReport, predictions: readonly Prediction[]): Score {
  const pairs = pairsOf(report.statements, predictions)
  const flat = predictions.filter(({ isNested }) => !isNested)
  return {
    marks: [
      ...judgeFound(report, predictions, pairs),
      ...[...pairs].flatMap(([gold, came]) => [
        ...judgeSpeaker(report, gold, came),
        ...judgeFields(report, gold, came),
      ]),
      ...judgeActors(report, predictions, pairs),
      ...judgeClaims(report, predictions, pairs),
    ],
    ...scoreAttributions(report.statements, flat),
  }
}

export const together = (scores: readonly Score[]): Score => ({
  marks: scores.flatMap(({ marks }) => marks),
  relaxed: added(scores.map(({ relaxed }) => relaxed)),
  content: added(scores.map(({ content }) => content)),
})
