import type { FacetRecord } from '../../model/overviews/facet-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { LARGEST_PAGE, pageSize } from '../../sql/page.ts'
import type { NodeId } from '../../values/id.ts'
import type { Facet, NodeType } from '../../values/vocabulary.ts'
import { markBatch, noArguments } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { FacetEnum } from '../kit/enum.ts'
import { Node, nodeOf } from './node.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'
import { isEmptyFilter } from './within-filter.ts'

/** What the nodes are that a facet counts by. What statements are about may be of any of three kinds: see nodeOf. */
const kinds: Partial<Record<Facet, NodeType>> = {
  SPEAKER: 'ACTOR',
  ABOUT: 'ACTOR',
  EVENT: 'EVENT',
  CLAIM: 'CLAIM',
  SOURCE: 'SOURCE',
  PUBLISHER: 'ACTOR',
}

const nodeId = ({ facet, value }: FacetRecord): NodeId | null => {
  const type = kinds[facet]
  return type ? { type, key: value as number } : null
}

const facetNode = nodeOf(nodeId)

const FacetCount = builder.objectRef<FacetRecord>('FacetCount').implement({
  description: 'How many statements have one value of a facet.',
  fields: (t) => ({
    facet: t.expose('facet', { type: FacetEnum, description: 'What was counted by.' }),
    value: t.string({
      description:
        'The slug of the node that is counted; for ACT and STANCE the enum value, for MONTH the month, such as 2023-05.',
      resolve: (row, _, context) =>
        mapAnswer(facetNode(row, noArguments, context), (node) =>
          node && 'slug' in node ? (node.slug ?? '') : String(row.value),
        ),
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'The node that is counted; null for ACT, STANCE and MONTH.',
      resolve: facetNode,
    }),
    count: t.exposeInt('count', { description: 'How many statements have this value.' }),
  }),
})

builder.queryField('facets', (t) =>
  t.field({
    type: [FacetCount],
    description:
      'How many statements have each value of a facet, the most frequent value first; one facet after the other.',
    args: {
      filter: t.arg({
        type: StatementFilterInput,
        description: 'Counts only the statements that this keeps.',
      }),
      by: t.arg({ type: [FacetEnum], required: true, description: 'What to count by: one or several.' }),
      first: t.arg.int({
        defaultValue: 20,
        description: `How many values of each facet at most: 0 to ${LARGEST_PAGE}. BAD_USER_INPUT outside these bounds.`,
      }),
      unnamed: t.arg.boolean({
        description:
          'Whether SPEAKER also counts speakers whom no source names, such as officials. Only those with a name, if not given.',
      }),
    },
    resolve: (_, { filter, by, first, unnamed }, context) => {
      const { facets } = context.graph
      const choice = { first: pageSize(first ?? 20), unnamed: unnamed ?? false }
      return mapAnswer(
        isEmptyFilter(filter)
          ? facets.ofAll(by, choice)
          : facets.of(statementFilter(filter, context), by, choice),
        markBatch,
      )
    },
  }),
)
