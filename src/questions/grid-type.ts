import { bounded } from '../db/page.ts'
import { Actor } from '../graph/actor/type.ts'
import { Entity } from '../graph/entity/type.ts'
import { StatementFilterInput, statementFilter } from '../graph/statement/filter-input.ts'
import { type Answer, after, given, together } from '../graphql/batch.ts'
import { builder } from '../graphql/builder.ts'
import { NodeTypeEnum } from '../graphql/enum.ts'
import { isEmpty } from './filter.ts'
import type { Grid } from './grid-store.ts'

const LARGEST = 100

const GridType = builder.objectRef<Grid>('Grid').implement({
  description: 'Who speaks about whom, as a table.',
  fields: (t) => ({
    speakers: t.field({
      type: [Actor],
      description: 'Who says most, first.',
      resolve: ({ actorIds }, _, { graph }) => inOrder(actorIds, graph.actors.byIds(actorIds)) as never,
    }),
    subjects: t.field({
      type: [Entity],
      description: 'Of whom or what most is said, first.',
      resolve: ({ entityIds }, _, { graph }) => inOrder(entityIds, graph.entities.byIds(entityIds)) as never,
    }),
    counts: t.field({
      type: t.listRef(t.listRef('Int')),
      description: 'For each of the speakers, how many accepted statements are about each of the subjects.',
      resolve: ({ counts }) => counts,
    }),
  }),
})

/** As they were asked for, and one batch. */
const inOrder = <N extends { id: number }>(ids: readonly number[], nodes: Answer<readonly N[]>) =>
  after(nodes, (found) => {
    const byId = new Map(found.map((node) => [node.id, node]))
    return given(together(ids.flatMap((id) => byId.get(id) ?? [])))
  })

builder.queryField('grid', (t) =>
  t.field({
    type: GridType,
    description:
      'The speakers who say most by the subjects of whom most is said, with every cell between them filled.',
    args: {
      filter: t.arg({
        type: StatementFilterInput,
        description: 'Counts only the statements that this keeps.',
      }),
      subjects: t.arg({
        type: [NodeTypeEnum],
        description: 'Of which kinds: ACTOR, EVENT and PLACE can be spoken about.',
        defaultValue: ['ACTOR', 'EVENT', 'PLACE'],
      }),
      first: t.arg.int({ defaultValue: 50, description: `How many on either side: at most ${LARGEST}.` }),
    },
    resolve: (_, { filter, subjects, first }, context) => {
      const { grids } = context.graph
      const size = bounded('first', first ?? 50, 0, LARGEST)
      const kinds = subjects ?? ['ACTOR', 'EVENT', 'PLACE']
      return isEmpty(filter)
        ? grids.ofAll(kinds, size)
        : grids.of(statementFilter(filter, context), kinds, size)
    },
  }),
)
