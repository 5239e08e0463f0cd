import type { ClaimRecord } from '../../model/claim/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { pageSize } from '../../sql/page.ts'
import { grouped, shared } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { firstText } from '../kit/descriptions.ts'
import { Claim } from './claim.ts'

builder.objectField(Claim, 'knownOn', (t) =>
  t.field({
    type: ['EDTF'],
    description:
      'The days on which a statement on it was said or published, whichever was earlier, the earliest first: the days on ' +
      'which asOf can change anything. If there are more than `first`, that many of them, spread evenly from the first to ' +
      'the last.',
    args: { first: t.arg.int({ defaultValue: 100, description: firstText }) },
    resolve: (claim, { first }, { graph }) => {
      const size = pageSize(first ?? 100)
      const days = shared(claim, 'Claim.knownOn', (rows: readonly ClaimRecord[]) =>
        mapAnswer(graph.histories.daysOfClaims(rows.map(({ id }) => id)), (found) =>
          grouped(
            found,
            ({ claimId }) => claimId,
            ({ day }) => day,
          ),
        ),
      )
      return mapAnswer(days, (byClaim) => spread(byClaim.get(claim.id) ?? [], size))
    },
  }),
)

/** So many of a list, its first and its last among them. */
const spread = <T>(all: readonly T[], size: number): readonly T[] =>
  all.length <= size
    ? all
    : Array.from(
        { length: size },
        (_, index) => all[Math.round((index * (all.length - 1)) / Math.max(size - 1, 1))] as T,
      )
