import { sizeOf } from '../../db/page.ts'
import { after, grouped, shared } from '../../graphql/batch.ts'
import { builder } from '../../graphql/builder.ts'
import { firstText } from '../../graphql/descriptions.ts'
import type { ClaimRecord } from '../claim/store.ts'
import { Claim } from '../claim/type.ts'

builder.objectField(Claim, 'knownOn', (t) =>
  t.field({
    type: ['EDTF'],
    description:
      'The days on which what is said on it became known, by being said or published, the earliest first. Where they ' +
      'are more than first, as many spread evenly, from the very first to the very last.',
    args: { first: t.arg.int({ defaultValue: 100, description: firstText(100) }) },
    resolve: (claim, { first }, { graph }) => {
      const size = sizeOf(first ?? 100)
      const days = shared(claim, 'Claim.knownOn', (rows: readonly ClaimRecord[]) =>
        after(graph.histories.daysOfClaims(rows.map(({ id }) => id)), (found) =>
          grouped(
            found,
            ({ claimId }) => claimId,
            ({ day }) => day,
          ),
        ),
      )
      return after(days, (byClaim) => spread(byClaim.get(claim.id) ?? [], size))
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
