import { MOST_TIES, type Path as PathRecord } from '../../model/paths/paths.ts'
import { allAnswers, mapAnswer } from '../../sql/engine.ts'
import { bounded } from '../../sql/page.ts'
import { linkTypes } from '../../values/vocabulary.ts'
import { markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { LinkTypeEnum } from '../kit/enum.ts'
import { actorKey } from '../kit/reference.ts'
import { Entity } from './entity.ts'
import { entitiesOf, Link, tiesAsOfArg } from './link.ts'

const [USUAL_LENGTH, LONGEST_PATH] = [6, 10]
const [USUAL_PATHS, MOST_PATHS] = [5, 50]

const PathType = builder.objectRef<PathRecord>('Path').implement({
  description: 'A way from one actor to another over ties between entities, none of which it meets twice.',
  fields: (t) => ({
    length: t.exposeInt('length', { description: 'How many links it has.' }),
    nodes: t.field({
      type: [Entity],
      description: 'From the one actor to the other, both included: one more than there are links.',
      resolve: entitiesOf,
    }),
    links: t.field({
      type: [Link],
      description:
        'One for each hop, in the order of the nodes; a link may point against the way. Where two entities are tied in ' +
        `several ways it is the first of ${linkTypes.join(', ')} that the question allows, and of two that tell each other ` +
        'things or speak about each other what the one says more often. Query.links has all of them.',
      resolve: ({ links }) => links,
    }),
  }),
})

builder.queryField('paths', (t) =>
  t.field({
    type: [PathType],
    description:
      'The shortest ways from one actor to another, with the evidence of each hop. Ties are followed in either ' +
      'direction. Shorter ways come first; of the same length, those whose first hop is stronger, by its type in the ' +
      'order of LinkType and then by how much evidence it has; then by the second hop, and so on. Empty where there is ' +
      `no way, or where both are the same. The shortest are always found; the search for longer ones ends after ` +
      `${MOST_TIES / 1_000_000} million ties.`,
    args: {
      from: t.arg.id({ required: true, description: 'An actor. NOT_FOUND if there is none.' }),
      to: t.arg.id({ required: true, description: 'An actor. NOT_FOUND if there is none.' }),
      maxLength: t.arg.int({
        defaultValue: USUAL_LENGTH,
        description: `How many links a way may have: 1 to ${LONGEST_PATH}.`,
      }),
      through: t.arg({
        type: [LinkTypeEnum],
        description: 'Only over ties of these types; over all, if not given.',
      }),
      first: t.arg.int({
        defaultValue: USUAL_PATHS,
        description: `How many ways: 0 to ${MOST_PATHS}.`,
      }),
      ...tiesAsOfArg,
    },
    resolve: (_, { from, to, maxLength, through, first, asOf }, context) => {
      const length = bounded('maxLength', maxLength ?? USUAL_LENGTH, 1, LONGEST_PATH)
      const most = bounded('first', first ?? USUAL_PATHS, 0, MOST_PATHS)
      const instant = asOfInstant(asOf)
      const ends = [actorKey(context, from, ['from']), actorKey(context, to, ['to'])]
      return mapAnswer(allAnswers(ends), ([one = 0, other = 0]) =>
        mapAnswer(context.graph.ways.between(one, other, through, length, most, instant), (paths) => {
          markBatch(paths.flatMap(({ links }) => links))
          return markBatch(paths)
        }),
      )
    },
  }),
)
