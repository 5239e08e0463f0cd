import { type TakenPosition, takenOrder } from '../../model/positions/side-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { builder } from '../kit/builder.ts'
import { connectionOfEach, pageArgs } from '../kit/connection.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg } from '../kit/descriptions.ts'
import { Claim } from './claim.ts'
import { PositionConnection, type SeenPosition, sideArgs } from './position.ts'

builder.objectField(Claim, 'positionPage', (t) =>
  t.field({
    type: PositionConnection,
    description: 'The positions on it, in pages: those taken most recently first, those without a date last.',
    args: {
      ...sideArgs,
      ...asOfArg,
      ...pageArgs,
    },
    resolve: (claim, { side: sides, stance, asOf: date, ...args }, { graph }) => {
      const filter = { sides, stance, asOf: asOfInstant(date) }
      return connectionOfEach(claim, `Claim.positionPage ${JSON.stringify(filter)}`, ({ id }) => id, {
        order: takenOrder,
        args,
        cursorOf: (row: SeenPosition & TakenPosition) => ({ key: row.knownAt, id: row.actorId }),
        load: (claims, request) =>
          mapAnswer(graph.sides.pageOfClaims(claims, filter, request), (found) =>
            found.map((row) => ({ ...row, asOf: filter.asOf })),
          ),
        count: (claims) => graph.sides.countOfClaims(claims, filter),
      })
    },
  }),
)
