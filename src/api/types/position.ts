import { type PositionRecord, positionOrder } from '../../model/positions/position-store.ts'
import { sideOf } from '../../model/positions/side.ts'
import type { OfPosition } from '../../model/statement/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { grouped } from '../../values/grouped.ts'
import type { Side, Stance } from '../../values/vocabulary.ts'
import { batchRelation, markBatch, noArguments, relationToMany, required } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg, stancesText } from '../kit/descriptions.ts'
import { CertaintyEnum, SideEnum, StanceEnum } from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { Claim, requiredClaim } from './claim.ts'
import { requiredEntity } from './entity.ts'
import { Statement, statementOf } from './statement.ts'

/** A position, and the time by which it stood so; null is now. */
export interface SeenPosition extends PositionRecord {
  readonly asOf: number | null
}

export const Position = builder.objectRef<SeenPosition>('Position')

const positionKey = (claim: number | null, actor: number) => `${claim} ${actor}`
const keyOfPosition = ({ claimId, actorId }: SeenPosition) => positionKey(claimId, actorId)
const keyOfStatement = ({ claimId, principalId }: OfPosition) => positionKey(claimId, principalId)

/** The statements that set positions of a batch, all of which stood so by the same time. */
const settingStatements = ({ graph }: Context, positions: readonly SeenPosition[]) =>
  graph.statements.ofPositions(
    positions.map(({ claimId, actorId }) => [claimId, actorId]),
    positions[0]?.asOf ?? null,
  )

/** All the statements that set a position. */
const statementsOfPosition = batchRelation(
  (context, positions: readonly SeenPosition[]) =>
    mapAnswer(settingStatements(context, positions), (found) => grouped(markBatch(found), keyOfStatement)),
  (byPair, position) => byPair.get(keyOfPosition(position)) ?? [],
)

/** The latest statement with another stance than a position has now; only those are looked at that have changed. */
const previousOf = batchRelation(
  (context, positions: readonly SeenPosition[]) => {
    const changed = positions.filter(({ changed }) => changed === 1)
    const stances = new Map(changed.map((position) => [keyOfPosition(position), position.stance]))
    return mapAnswer(settingStatements(context, changed), (found) => {
      const others = found.filter((said) => said.stance !== stances.get(keyOfStatement(said)))
      const latest = new Map(others.map((said) => [keyOfStatement(said), said]))
      markBatch([...latest.values()])
      return latest
    })
  },
  (byPair, position) => byPair.get(keyOfPosition(position)) ?? null,
)

Position.implement({
  description:
    'Where an actor stands on a claim, by the latest of the accepted statements that were made by it or on its behalf.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'Whose position it is: the speaker, or whom the speaker speaks for.',
      resolve: requiredEntity((row) => row.actorId),
    }),
    claim: t.field({
      type: Claim,
      description: 'The claim on which the position is taken.',
      resolve: requiredClaim((row) => row.claimId),
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
      resolve: required(statementOf((row) => row.statementId)),
    }),
    statements: t.field({
      type: [Statement],
      description:
        'All statements on the claim by the actor or on its behalf, the oldest first, by when they were said or published.',
      resolve: statementsOfPosition,
    }),
    previous: t.field({
      type: Statement,
      nullable: true,
      description:
        'The latest statement with another stance than the position has now; null where there is none.',
      resolve: (row, _, context) => (row.changed === 1 ? previousOf(row, noArguments, context) : null),
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

interface PositionArgs {
  readonly side?: readonly Side[] | null | undefined
  readonly stance?: readonly Stance[] | null | undefined
  readonly asOf?: Parameters<typeof asOfInstant>[0]
}

export const positionFilter = ({ side, stance, asOf }: PositionArgs) => ({
  sides: side,
  stance,
  asOf: asOfInstant(asOf),
})

/** Positions, with the time by which they stood so. */
export const seenBy =
  ({ asOf }: { readonly asOf: number | null }) =>
  <P extends object>(positions: readonly P[]): (P & { readonly asOf: number | null })[] =>
    positions.map((position) => ({ ...position, asOf }))

builder.objectField(Claim, 'positions', (t) =>
  t.field({
    type: [Position],
    description:
      'The position of each actor that has spoken to it, itself or through those who speak on its behalf.',
    args: { ...sideArgs, ...asOfArg },
    resolve: relationToMany(
      ({ graph }, ids, args) => {
        const filter = positionFilter(args)
        return mapAnswer(graph.positions.ofClaims(ids, filter), seenBy(filter))
      },
      ({ claimId }) => claimId,
    ),
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
    resolve: connectionUnder({
      order: () => positionOrder,
      cursorOf: ({ claimId }: SeenPosition) => ({ key: null, id: claimId }),
      load: ({ graph }, actors, request, args) => {
        const filter = positionFilter(args)
        return mapAnswer(graph.positions.pageOfActors(actors, filter, request), seenBy(filter))
      },
      count: ({ graph }, actors, args) => graph.positions.countOfActors(actors, positionFilter(args)),
    }),
  }),
)
