import type { ClaimRecord } from '../../model/claim/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { pageSize } from '../../sql/page.ts'
import { grouped } from '../../values/grouped.ts'
import { batchRelation, idsOf, noArguments } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { firstText } from '../kit/descriptions.ts'
import { Claim } from './claim.ts'

const daysKnown = batchRelation(
  ({ graph }, claims: readonly ClaimRecord[]) =>
    mapAnswer(graph.histories.daysOfClaims(idsOf(claims)), (found) =>
      grouped(
        found,
        ({ claimId }) => claimId,
        ({ day }) => day,
      ),
    ),
  (byClaim, { id }) => byClaim.get(id) ?? [],
)

builder.objectField(Claim, 'knownOn', (t) =>
  t.field({
    type: ['EDTF'],
    description:
      'The days on which a statement on it was said or published, whichever was earlier, the earliest first: the days on ' +
      'which asOf can change anything. If there are more than `first`, that many of them, spread evenly from the first to ' +
      'the last.',
    args: { first: t.arg.int({ defaultValue: 100, description: firstText }) },
    resolve: (claim, { first }, context) => {
      const size = pageSize(first ?? 100)
      return mapAnswer(daysKnown(claim, noArguments, context), (days) => evenlySpread(days, size))
    },
  }),
)

/** So many of a list, its first and its last among them. */
function evenlySpread<T>(all: readonly T[], size: number): readonly T[] {
  if (all.length <= size) return all
  const chosen = new Set(
    Array.from({ length: size }, (_, index) =>
      Math.round((index * (all.length - 1)) / Math.max(size - 1, 1)),
    ),
  )
  return all.filter((_, index) => chosen.has(index))
}
