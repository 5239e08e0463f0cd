import type { GoldStatement } from './gold.ts'
import type { Prediction } from './prediction.ts'
import { jaccard, shared } from './spans.ts'

/** Which prediction is of which gold statement; each is of one at most. */
export type Pairs = ReadonlyMap<GoldStatement, Prediction>

/** Cues overlap, or contents by half: then the same words of the report are meant. The likest go first. */
export function pairsOf(gold: readonly GoldStatement[], predictions: readonly Prediction[]): Pairs {
  const likely = gold
    .flatMap((wanted) => predictions.map((came) => ({ wanted, came, likeness: likeness(wanted, came) })))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  const pairs = new Map<GoldStatement, Prediction>()
  const taken = new Set<Prediction>()
  for (const { wanted, came } of likely) {
    if (pairs.has(wanted) || taken.has(came)) continue
    pairs.set(wanted, came)
    taken.add(came)
  }
  return pairs
}

/** 0 where they are of different words. Of two that are as like, the one that is not nested is meant. */
function likeness(wanted: GoldStatement, came: Prediction): number {
  const content = jaccard(wanted.content, came.content)
  const isSameCue = shared(wanted.cue, came.cue) > 0
  if (!isSameCue && content < 0.5) return 0
  return 1 + content + (isSameCue ? 1 : 0) - (came.isNested ? 0.5 : 0)
}
