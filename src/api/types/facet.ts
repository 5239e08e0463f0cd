import { type FacetDefinitions, facetDefinitions } from '../../model/derived/facets.ts'
import type { FacetRecord } from '../../model/overviews/facet-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { atLeast, LARGEST_PAGE, pageSize } from '../../sql/page.ts'
import type { NodeId } from '../../values/id.ts'
import { wordList } from '../../values/word-list.ts'
import { markBatch, noArguments } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { FacetEnum } from '../kit/enum.ts'
import { Node, nodeOf } from './node.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'
import { isEmptyFilter } from './within-filter.ts'

/** Of what may be of several kinds, the first stands for all of them: see nodeOf. */
const nodeId = ({ facet, value }: FacetRecord): NodeId | null => {
  const { values } = facetDefinitions[facet]
  return typeof values === 'string' ? null : { type: values[0], key: Number(value) }
}

/** What the two fields say that differ with the kind of value. */
export function facetTexts(definitions: FacetDefinitions): { readonly value: string; readonly node: string } {
  const having = (...kinds: unknown[]) =>
    wordList(Object.keys(definitions).filter((facet) => kinds.includes(definitions[facet]?.values)))
  return {
    value:
      `The slug of the node that is counted; for ${having('WORDS')} the enum value, for ${having('MONTHS')} the month, ` +
      'such as 2023-05.',
    node: `The node that is counted; null for ${having('WORDS', 'MONTHS')}.`,
  }
}

const fieldTexts = facetTexts(facetDefinitions)

const facetNode = nodeOf(nodeId)

const FacetCount = builder.objectRef<FacetRecord>('FacetCount').implement({
  description: 'How many statements have one value of a facet.',
  fields: (t) => ({
    facet: t.expose('facet', { type: FacetEnum, description: 'What was counted by.' }),
    value: t.string({
      description: fieldTexts.value,
      resolve: (row, _, context) =>
        mapAnswer(facetNode(row, noArguments, context), (node) =>
          node && 'slug' in node ? (node.slug ?? '') : String(row.value),
        ),
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: fieldTexts.node,
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
      upTo: t.arg.int({
        description:
          'Where the filter keeps more statements than this, nothing is counted and the list is empty: 0 or more. All are ' +
          'counted, if not given.',
      }),
      unnamed: t.arg.boolean({
        description:
          'Whether SPEAKER also counts speakers whom no source names, such as officials. Only those with a name, if not given.',
      }),
    },
    resolve: (_, { filter: input, by, first, upTo, unnamed }, context) => {
      const { facets, statements } = context.graph
      const choice = { first: pageSize(first ?? 20), unnamed: unnamed ?? false }
      const most = upTo == null ? null : atLeast('upTo', upTo, 0)
      return mapAnswer(statementFilter(input, context), (filter) => {
        const counted = () =>
          isEmptyFilter(input) ? facets.ofAll(by, choice) : facets.of(filter, by, choice)
        const count = () => mapAnswer(counted(), markBatch)
        if (most === null) return count()
        return mapAnswer(statements.countUpTo(filter, most), (found) => (found > most ? [] : count()))
      })
    },
  }),
)
