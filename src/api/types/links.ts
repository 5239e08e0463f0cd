import { allAnswers, mapAnswer } from '../../sql/engine.ts'
import { markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { LinkTypeEnum } from '../kit/enum.ts'
import { entityKey } from '../kit/reference.ts'
import { Link, tiesAsOfArg } from './link.ts'

builder.queryField('links', (t) =>
  t.field({
    type: [Link],
    description:
      'All ties between two entities, whichever of them each leads from: the strongest types first. Empty where nothing ' +
      'ties them, or where both are the same.',
    args: {
      from: t.arg.id({
        required: true,
        description: 'An actor, an event or a place. NOT_FOUND if there is none.',
      }),
      to: t.arg.id({
        required: true,
        description: 'An actor, an event or a place. NOT_FOUND if there is none.',
      }),
      through: t.arg({ type: [LinkTypeEnum], description: 'Only ties of these types; all, if not given.' }),
      ...tiesAsOfArg,
    },
    resolve: (_, { from, to, through, asOf }, context) => {
      const instant = asOfInstant(asOf)
      const ends = [entityKey(context, from, ['from']), entityKey(context, to, ['to'])]
      return mapAnswer(allAnswers(ends), ([one = 0, other = 0]) =>
        mapAnswer(context.graph.ways.links(one, other, through, instant), markBatch),
      )
    },
  }),
)
