import type { ClaimFilter } from '../../model/claim/filter.ts'
import type { AgreementRecord } from '../../model/overviews/agreement-pairs.ts'
import { CLAIMS_NAMED } from '../../model/overviews/agreement-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { atLeast, pageSize } from '../../sql/page.ts'
import { grouped } from '../../values/grouped.ts'
import { batchRelation, byId, distinct, markBatch, presentValue } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { firstText } from '../kit/descriptions.ts'
import { Actor } from './actor.ts'
import { Claim } from './claim.ts'
import { ClaimFilterInput, claimFilter } from './claim-filter.ts'
import { requiredEntity } from './entity.ts'
import { isEmptyFilter } from './within-filter.ts'

/** A pair, and the claims among which it was counted. */
interface SeenAgreement extends AgreementRecord {
  readonly filter: ClaimFilter | null
}

const agreementKey = ({ aId, bId }: { aId: number; bId: number }) => `${aId} ${bId}`

/** The claims of a pair; one that several pairs have is one record. All pairs of a batch have the same filter. */
const claimsOf = batchRelation(
  ({ graph }, rows: readonly SeenAgreement[]) => {
    const pairs = rows.map(({ aId, bId }) => [aId, bId] as const)
    return mapAnswer(graph.agreements.claims(pairs, rows[0]?.filter ?? null), (named) =>
      mapAnswer(graph.claims.byIds(distinct(named.map(({ claimId }) => claimId))), (found) => {
        const claims = byId(markBatch(found))
        return grouped(named, agreementKey, ({ claimId }) => presentValue(claims.get(claimId)))
      }),
    )
  },
  (byPair, row) => byPair.get(agreementKey(row)) ?? [],
)

const Agreement = builder.objectRef<SeenAgreement>('Agreement').implement({
  description: 'On how many claims two actors take the same side, and on how many opposite ones.',
  fields: (t) => ({
    a: t.field({
      type: Actor,
      description: 'The one actor: whichever of the two was written down first.',
      resolve: requiredEntity((row) => row.aId),
    }),
    b: t.field({
      type: Actor,
      description: 'The other actor.',
      resolve: requiredEntity((row) => row.bId),
    }),
    agree: t.exposeInt('agree', { description: 'Claims that both affirm, or both deny.' }),
    conflict: t.exposeInt('conflict', { description: 'Claims that the one affirms and the other denies.' }),
    claims: t.field({
      type: [Claim],
      description: `The claims on which both take a side, in the order in which they were written down: the first ${CLAIMS_NAMED}.`,
      resolve: claimsOf,
    }),
  }),
})

builder.queryField('agreements', (t) =>
  t.field({
    type: [Agreement],
    description:
      'Pairs of actors that both take a side on the same claims, and how often it is the same side: those with the most ' +
      'claims in common first. UNCOMMITTED is no side.',
    args: {
      filter: t.arg({ type: ClaimFilterInput, description: 'Counts only the claims that this keeps.' }),
      minClaims: t.arg.int({
        defaultValue: 1,
        description:
          'Leaves out pairs with fewer claims on which both take a side: 1 or more. BAD_USER_INPUT below.',
      }),
      first: t.arg.int({ defaultValue: 100, description: firstText }),
    },
    resolve: (_, { filter: input, minClaims, first }, context) => {
      const { agreements } = context.graph
      const given = isEmptyFilter(input) ? null : claimFilter(input, context)
      const [minimum, size] = [atLeast('minClaims', minClaims ?? 1, 1), pageSize(first ?? 100)]
      return mapAnswer(given, (filter) => {
        const pairs = filter ? agreements.of(filter, minimum, size) : agreements.ofAll(minimum, size)
        return mapAnswer(pairs, (found) => markBatch(found.map((pair) => ({ ...pair, filter }))))
      })
    },
  }),
)
