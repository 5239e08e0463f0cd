import { type PositionRecord, positionOrder } from '../../model/positions/position-store.ts'
import { sideOf } from '../../model/positions/side.ts'
import { grouped, loadMany, loadOne, mapAnswer, markBatch, shared } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connectionOfEach, connectionType, pageArgs } from '../kit/connection.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg, stancesText } from '../kit/descriptions.ts'
import { CertaintyEnum, SideEnum, StanceEnum } from '../kit/enum.ts'
import { Actor, actorOf } from './actor.ts'
import { Claim, claimOf } from './claim.ts'
import { Statement } from './statement.ts'

/** A position, and the time by which it stood so; null is now. */
export interface SeenPosition extends PositionRecord {
  readonly asOf: number | null
}

export const Position = builder.objectRef<SeenPosition>('Position')

const pairKey = (claim: number, actor: number) => `${claim} ${actor}`

/** All the statements that set the positions of a batch, by claim and actor. */
const statementsOf = (position: SeenPosition, { graph }: Context) => {
  const statements = shared(position, 'Position.statements', (rows: readonly SeenPosition[]) =>
    mapAnswer(
      graph.statements.ofPositions(
        rows.map(({ claimId, actorId }) => [claimId, actorId]),
        position.asOf,
      ),
      (found) =>
        grouped(markBatch(found), ({ claimId, principalId }) => pairKey(claimId as number, principalId)),
    ),
  )
  return mapAnswer(statements, (pairs) => pairs.get(pairKey(position.claimId, position.actorId)) ?? [])
}

/** The same of those positions only that have changed. */
const previousOf = (position: SeenPosition, { graph }: Context) => {
  const last = shared(position, 'Position.previous', (rows: readonly SeenPosition[]) => {
    const changed = rows.filter(({ changed }) => changed === 1)
    const stances = new Map(changed.map((row) => [pairKey(row.claimId, row.actorId), row.stance]))
    const pairs = changed.map(({ claimId, actorId }) => [claimId, actorId] as const)
    return mapAnswer(graph.statements.ofPositions(pairs, position.asOf), (found) => {
      const keyed = found.map((said) => [pairKey(said.claimId as number, said.principalId), said] as const)
      const others = new Map(keyed.filter(([key, { stance }]) => stance !== stances.get(key)))
      markBatch([...others.values()])
      return others
    })
  })
  return mapAnswer(last, (byPair) => byPair.get(pairKey(position.claimId, position.actorId)) ?? null)
}

Position.implement({
  description:
    'Where an actor stands on a claim, by the latest of the accepted statements that were made by it or on its behalf.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'Whose position it is: the speaker, or whom the speaker speaks for.',
      resolve: (row, _, context) => actorOf(row, 'Position.actor', (r) => r.actorId, context) as never,
    }),
    claim: t.field({
      type: Claim,
      description: 'The claim on which the position is taken.',
      resolve: (row, _, context) => claimOf(row, 'Position.claim', (r) => r.claimId, context) as never,
    }),
    stance: t.expose('stance', { type: StanceEnum, description: 'The stance of the latest statement.' }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      description: 'How sure the actor was in the latest statement.',
    }),
    side: t.field({
      type: SideEnum,
      description: 'Stance and certainty put together: an actor that denies without being certain doubts.',
      resolve: ({ stance, certainty }) => sideOf(stance, certainty),
    }),
    statement: t.field({
      type: Statement,
      description: 'The latest statement, which sets the position.',
      resolve: (row, _, { graph }) =>
        loadOne(
          row,
          'Position.statement',
          (r) => r.statementId,
          (ids) => graph.statements.byIds(ids),
        ) as never,
    }),
    statements: t.field({
      type: [Statement],
      description:
        'All statements on the claim by the actor or on its behalf, the oldest first, by when they were said or published.',
      resolve: (row, _, context) => statementsOf(row, context),
    }),
    previous: t.field({
      type: Statement,
      nullable: true,
      description:
        'The latest statement with another stance than the position has now; null where there is none.',
      resolve: (row, _, context) => (row.changed === 1 ? previousOf(row, context) : null),
    }),
    changed: t.boolean({
      description: 'Whether any earlier statement took another stance.',
      resolve: ({ changed }) => changed === 1,
    }),
  }),
})

/** By what positions may be chosen. */
export const sideArgs = builder.args((t) => ({
  side: t.field({ type: [SideEnum], description: 'Only positions on any of these sides.' }),
  stance: t.field({ type: [StanceEnum], description: stancesText }),
}))

builder.objectField(Claim, 'positions', (t) =>
  t.field({
    type: [Position],
    description:
      'The position of each actor that has spoken to it, itself or through those who speak on its behalf.',
    args: { ...sideArgs, ...asOfArg },
    resolve: (claim, { side: sides, stance, asOf: date }, { graph }) => {
      const asOf = asOfInstant(date)
      return loadMany(
        claim,
        `Claim.positions ${asOf} ${sides} ${stance}`,
        ({ id }) => id,
        (ids) =>
          mapAnswer(graph.positions.ofClaims(ids, { sides, stance, asOf }), (found) =>
            found.map((row) => ({ ...row, asOf })),
          ),
        (row: SeenPosition) => row.claimId,
      )
    },
  }),
)

export const PositionConnection = connectionType('Position', Position)

builder.interfaceField(Actor, 'positions', (t) =>
  t.field({
    type: PositionConnection,
    description:
      'The position of this actor on each claim that it has spoken to, itself or through those who speak on its behalf, ' +
      'in the order in which the claims were written down.',
    args: { ...sideArgs, ...asOfArg, ...pageArgs },
    resolve: (actor, { side: sides, stance, asOf: date, ...args }, { graph }) => {
      const filter = { sides, stance, asOf: asOfInstant(date) }
      return connectionOfEach(actor, `Actor.positions ${JSON.stringify(filter)}`, ({ id }) => id, {
        order: positionOrder,
        args,
        cursorOf: (row: SeenPosition) => ({ key: null, id: row.claimId }),
        load: (actors, request) =>
          mapAnswer(graph.positions.pageOfActors(actors, filter, request), (found) =>
            found.map((row) => ({ ...row, asOf: filter.asOf })),
          ),
        count: (actors) => graph.positions.countOfActors(actors, filter),
      })
    },
  }),
)
