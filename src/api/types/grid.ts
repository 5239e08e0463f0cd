import type { Grid } from '../../model/overviews/grid-store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { bounded } from '../../sql/page.ts'
import { byId, markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { NodeTypeEnum } from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { Entity } from './entity.ts'
import { kindsAmong } from './kinds.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'
import { isEmptyFilter } from './within-filter.ts'

const LARGEST_GRID = 100
/** What statements are about. */
const SUBJECTS = ['ACTOR', 'EVENT', 'PLACE'] as const

const GridType = builder.objectRef<Grid>('Grid').implement({
  description: 'Who speaks about whom, as a table.',
  fields: (t) => ({
    speakers: t.field({
      type: [Actor],
      description: 'The rows: the speakers with the most statements first.',
      resolve: ({ actorIds }, _, { graph }) => nodesInOrder(actorIds, graph.actors.byIds(actorIds)),
    }),
    subjects: t.field({
      type: [Entity],
      description: 'The columns: those that the most statements are about first.',
      resolve: ({ entityIds }, _, { graph }) => nodesInOrder(entityIds, graph.entities.byIds(entityIds)),
    }),
    counts: t.field({
      type: t.listRef(t.listRef('Int')),
      description:
        'The cells, row by row: how many statements of the speaker are about each of the subjects.',
      resolve: ({ counts }) => counts,
    }),
  }),
})

/** As they were asked for, and one batch. */
const nodesInOrder = <N extends { id: number }>(ids: readonly number[], nodes: Answer<readonly N[]>) =>
  mapAnswer(nodes, (found) => {
    const nodes = byId(found)
    return markBatch(ids.flatMap((id) => nodes.get(id) ?? []))
  })

builder.queryField('grid', (t) =>
  t.field({
    type: GridType,
    description:
      'A table of who speaks about whom: a row for each of the speakers who say most, and a column for each of those ' +
      'that most is said about.',
    args: {
      filter: t.arg({
        type: StatementFilterInput,
        description: 'Counts only the statements that this keeps.',
      }),
      subjects: t.arg({
        type: [NodeTypeEnum],
        description: 'Only columns of these kinds: ACTOR, EVENT or PLACE. BAD_USER_INPUT for any other kind.',
        defaultValue: [...SUBJECTS],
      }),
      first: t.arg.int({
        defaultValue: 50,
        description: `How many rows and how many columns at most: 0 to ${LARGEST_GRID}. BAD_USER_INPUT outside these bounds.`,
      }),
    },
    resolve: (_, { filter, subjects, first }, context) => {
      const { grids } = context.graph
      const size = bounded('first', first ?? 50, 0, LARGEST_GRID)
      const kinds = kindsAmong('subjects', subjects, SUBJECTS, 'A grid')
      if (isEmptyFilter(filter)) return grids.ofAll(kinds, size)
      return mapAnswer(statementFilter(filter, context), (kept) => grids.of(kept, kinds, size))
    },
  }),
)
