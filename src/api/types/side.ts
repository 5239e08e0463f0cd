import { type TakenPosition, takenOrder } from '../../model/positions/side-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { builder } from '../kit/builder.ts'
import { connectionUnder, pageArgs } from '../kit/connection.ts'
import { asOfArg } from '../kit/descriptions.ts'
import { Claim } from './claim.ts'
import { PositionConnection, positionFilter, type SeenPosition, seenBy, sideArgs } from './position.ts'

builder.objectField(Claim, 'positionPage', (t) =>
  t.field({
    type: PositionConnection,
    description: 'The positions on it, in pages: those taken most recently first, those without a date last.',
    args: {
      ...sideArgs,
      ...asOfArg,
      ...pageArgs,
    },
    resolve: connectionUnder({
      order: () => takenOrder,
      cursorOf: ({ knownAt, actorId }: SeenPosition & TakenPosition) => ({ key: knownAt, id: actorId }),
      load: ({ graph }, claims, request, args) => {
        const filter = positionFilter(args)
        return mapAnswer(graph.sides.pageOfClaims(claims, filter, request), seenBy(filter))
      },
      count: ({ graph }, claims, args) => graph.sides.countOfClaims(claims, positionFilter(args)),
    }),
  }),
)
