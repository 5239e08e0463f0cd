import { type Cursor, formatCursor, parseCursor } from '../db/cursor.ts'
import { DEFAULT_PAGE, sizeOf } from '../db/page.ts'
import { Node, nodeOf } from '../graph/node/type.ts'
import { searchQuery } from '../graph/search-text.ts'
import { after, shared, together } from '../graphql/batch.ts'
import { builder, type Context } from '../graphql/builder.ts'
import { connectionType, type Page } from '../graphql/connection.ts'
import { forwardArgs, reviewText } from '../graphql/descriptions.ts'
import { NodeTypeEnum, ReviewStateEnum } from '../graphql/enum.ts'
import { nodeTypes } from '../vocabulary.ts'
import type { HitRecord, Wanted } from './search-store.ts'

/** A hit, and the query that it answers. */
interface SeenHit extends HitRecord {
  readonly query: string
}

const snippetOf = (hit: SeenHit, { graph }: Context) => {
  const snippets = shared(hit, 'SearchHit.snippet', (hits: readonly SeenHit[]) =>
    graph.search.snippets(hit.query, hits),
  )
  return after(snippets, (found) => found.get(`${hit.place} ${hit.row}`) ?? '')
}

const SearchHit = builder.objectRef<SeenHit>('SearchHit').implement({
  description: 'A node that matches a search.',
  fields: (t) => ({
    node: t.field({
      type: Node,
      description: 'The node that matches.',
      resolve: (hit, _, context) =>
        nodeOf(hit, 'SearchHit.node', ({ type, key }) => ({ type, key }), context) as never,
    }),
    snippet: t.string({
      description: 'The matching words in their context, marked with ** on both sides.',
      resolve: (hit, _, context) => snippetOf(hit, context),
    }),
  }),
})

/** In one order, so that the same question has one statement. */
const distinct = <T>(words: readonly T[]): readonly T[] => [...new Set(words)].sort()

const SearchConnection = connectionType('Search', SearchHit)

const ORDER = 'RANK'
const cursorOf = ({ rank, place, row }: SeenHit): Cursor => ({ key: rank, id: `${place} ${row}` })
const placeOf = (cursor: Cursor) => {
  const [place, row] = String(cursor.id).split(' ').map(Number)
  return { rank: Number(cursor.key), place: place ?? 0, row: row ?? 0 }
}

function searched(
  text: string,
  among: Omit<Wanted, 'query'>,
  size: number,
  cursor: Cursor | null,
  { graph }: Context,
) {
  const query = searchQuery(text)
  const wanted = query === null ? null : { query, ...among }
  const found = wanted ? graph.search.page(wanted, cursor && placeOf(cursor), size + 1) : []
  const nodes = together(found.slice(0, size).map((hit) => ({ ...hit, query: query as string })))
  const page: Page<SeenHit> = {
    nodes,
    hasNext: found.length > size,
    hasPrevious: cursor !== null,
    cursor: (hit) => formatCursor(ORDER, cursorOf(hit)),
    total: () => (wanted ? graph.search.count(wanted) : 0),
  }
  return page
}

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Full-text search over names, claims, statements and sources, best match first (BM25; a match in a name counts ' +
      'most). Words must all occur, in any order; "a phrase" as it stands; prefix*; -without. Case and diacritics are ' +
      'folded. No text is an error; one without words finds nothing. The order is of the moment: it shifts as the ' +
      'graph grows.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'What to look for. Only the first 1000 characters count.',
      }),
      types: t.arg({
        type: [NodeTypeEnum],
        description: 'Only nodes of these kinds. Assessments have no text.',
      }),
      review: t.arg({
        type: [ReviewStateEnum],
        description: `${reviewText('nodes')} Sources always count as accepted.`,
      }),
      ...forwardArgs,
    },
    resolve: (_, { text, types, review, first, after: cursor }, context) =>
      searched(
        text,
        { types: distinct(types ?? nodeTypes), review: distinct(review ?? ['ACCEPTED']) },
        sizeOf(first ?? DEFAULT_PAGE),
        cursor == null ? null : parseCursor(ORDER, cursor, 'after'),
        context,
      ),
  }),
)
