import type { ClaimFilter } from '../../model/claim/filter.ts'
import type { ClaimRecord } from '../../model/claim/store.ts'
import { type AgreementRecord, CLAIMS_NAMED } from '../../model/overviews/agreement-store.ts'
import { atLeast, pageSize } from '../../sql/page.ts'
import { grouped, mapAnswer, markBatch, shared } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { firstText } from '../kit/descriptions.ts'
import { Actor, actorOf } from './actor.ts'
import { Claim } from './claim.ts'
import { ClaimFilterInput, claimFilter } from './claim-filter.ts'
import { isEmptyFilter } from './within-filter.ts'

/** A pair, and the claims among which it was counted. */
interface SeenAgreement extends AgreementRecord {
  readonly filter: ClaimFilter | null
}

const pairKey = ({ aId, bId }: { aId: number; bId: number }) => `${aId} ${bId}`

/** The claims of all the pairs beside this one; a claim of several pairs is one record. */
const claimsOf = (row: SeenAgreement, { graph }: Context) => {
  const claims = shared(row, 'Agreement.claims', (rows: readonly SeenAgreement[]) =>
    mapAnswer(
      graph.agreements.claims(
        rows.map(({ aId, bId }) => [aId, bId]),
        row.filter,
      ),
      (named) =>
        mapAnswer(graph.claims.byIds([...new Set(named.map(({ claimId }) => claimId))]), (found) => {
          const byId = new Map(markBatch(found).map((claim) => [claim.id, claim]))
          return grouped(named, pairKey, ({ claimId }) => byId.get(claimId) as ClaimRecord)
        }),
    ),
  )
  return mapAnswer(claims, (byPair) => byPair.get(pairKey(row)) ?? [])
}

const Agreement = builder.objectRef<SeenAgreement>('Agreement').implement({
  description: 'On how many claims two actors take the same side, and on how many opposite ones.',
  fields: (t) => ({
    a: t.field({
      type: Actor,
      description: 'The one actor: whichever of the two was written down first.',
      resolve: (row, _, context) => actorOf(row, 'Agreement.a', (r) => r.aId, context) as never,
    }),
    b: t.field({
      type: Actor,
      description: 'The other actor.',
      resolve: (row, _, context) => actorOf(row, 'Agreement.b', (r) => r.bId, context) as never,
    }),
    agree: t.exposeInt('agree', { description: 'Claims that both affirm, or both deny.' }),
    conflict: t.exposeInt('conflict', { description: 'Claims that the one affirms and the other denies.' }),
    claims: t.field({
      type: [Claim],
      description: `The claims on which both take a side, in the order in which they were written down: the first ${CLAIMS_NAMED}.`,
      resolve: (row, _, context) => claimsOf(row, context),
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
      const filter = isEmptyFilter(input) ? null : claimFilter(input, context)
      const [minimum, size] = [atLeast('minClaims', minClaims ?? 1, 1), pageSize(first ?? 100)]
      const pairs = filter ? agreements.of(filter, minimum, size) : agreements.ofAll(minimum, size)
      return markBatch(pairs.map((pair) => ({ ...pair, filter })))
    },
  }),
)
