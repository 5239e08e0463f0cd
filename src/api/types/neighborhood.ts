import { LINKS_PER_NODE, type Neighborhood as NeighborhoodRecord } from '../../model/paths/neighborhood.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { bounded, LARGEST_PAGE } from '../../sql/page.ts'
import { markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { LinkTypeEnum } from '../kit/enum.ts'
import { entityKey } from '../kit/reference.ts'
import { Entity } from './entity.ts'
import { entitiesOf, Link, tiesAsOfArg } from './link.ts'

const DEEPEST_NEIGHBORHOOD = 3
const USUAL_SIZE = 100

const NeighborhoodType = builder.objectRef<NeighborhoodRecord>('Neighborhood').implement({
  description:
    'What lies around an entity: the entities near it, and how they are tied to it and to each other.',
  fields: (t) => ({
    nodes: t.field({
      type: [Entity],
      description:
        'The entity itself, then the nearest first. Those that are equally near are sorted by the tie that leads to them: ' +
        'first by its type, from the strongest to the weakest, then by how much evidence it has.',
      resolve: entitiesOf,
    }),
    links: t.field({
      type: [Link],
      description:
        'All ties among the nodes, several between the same two if they are tied in several ways. First those by which ' +
        `the nodes were reached; at most ${LINKS_PER_NODE} times the first that was asked for.`,
      resolve: ({ links }) => links,
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether nodes or links have been left out.' }),
  }),
})

builder.queryField('neighborhood', (t) =>
  t.field({
    type: NeighborhoodType,
    description: 'What lies around an actor, an event or a place. Ties are followed in either direction.',
    args: {
      of: t.arg.id({
        required: true,
        description: 'An actor, an event or a place. NOT_FOUND if there is none.',
      }),
      depth: t.arg.int({
        defaultValue: 1,
        description: `How many ties away from it: 1 to ${DEEPEST_NEIGHBORHOOD}. BAD_USER_INPUT outside these bounds.`,
      }),
      through: t.arg({
        type: [LinkTypeEnum],
        description: 'Only ties of these types; all types, if not given.',
      }),
      first: t.arg.int({
        defaultValue: USUAL_SIZE,
        description: `How many entities at most, itself included: 1 to ${LARGEST_PAGE}. BAD_USER_INPUT outside these bounds.`,
      }),
      ...tiesAsOfArg,
    },
    resolve: (_, { of, depth, through, first, asOf }, context) => {
      const near = bounded('depth', depth ?? 1, 1, DEEPEST_NEIGHBORHOOD)
      const most = bounded('first', first ?? USUAL_SIZE, 1, LARGEST_PAGE)
      const instant = asOfInstant(asOf)
      return mapAnswer(entityKey(context, of, ['of']), (centre) =>
        mapAnswer(context.graph.ways.around(centre, through, near, most, instant), (found) => {
          markBatch(found.links)
          return found
        }),
      )
    },
  }),
)
