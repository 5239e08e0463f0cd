import { asAsked, type Searched } from '../../model/overviews/search-again.ts'
import { type AfterHit, type HitRecord, MOST_RANKED } from '../../model/overviews/search-hits.ts'
import { type Among, searchedTypes } from '../../model/overviews/search-indexes.ts'
import { type Cursor, formatCursor, parseCursor } from '../../sql/cursor.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { DEFAULT_PAGE, pageSize } from '../../sql/page.ts'
import { batchRelation, markBatch, required } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connectionType, type Page } from '../kit/connection.ts'
import { forwardArgs, reviewText } from '../kit/descriptions.ts'
import { NodeTypeEnum, ReviewStateEnum } from '../kit/enum.ts'
import { kindsAmong } from './kinds.ts'
import { Node, nodeOf } from './node.ts'

/** A hit, and the search that it answers. */
interface SeenHit extends HitRecord {
  readonly searched: Searched
}

const snippetOfHit = batchRelation(
  ({ graph }, hits: readonly SeenHit[]) => graph.search.snippets(hits[0]?.searched.terms ?? [], hits),
  (snippets, { place, row }) => snippets.get(`${place} ${row}`) ?? '',
)

const SearchHit = builder.objectRef<SeenHit>('SearchHit').implement({
  description: 'A node that matches a search.',
  fields: (t) => ({
    node: t.field({
      type: Node,
      description: 'The node that matches.',
      resolve: required(nodeOf((hit) => hit)),
    }),
    snippet: t.string({
      description:
        'The matching words in their context as they are written there, marked with ** on both sides.',
      resolve: snippetOfHit,
    }),
  }),
})

interface SearchPage extends Page<SeenHit> {
  readonly searched: Searched | null
}

const SearchConnection = connectionType<SeenHit, SearchPage>('Search', SearchHit)

builder.objectFields(SearchConnection, (t) => ({
  searchedFor: t.string({
    nullable: true,
    description:
      'What these hits answer, where nothing has all that was asked for: the nearest that finds something, such as ' +
      '“belgorod” for “belgrod”, or “claimed raid Belgorod” for “who claimed the raid on Belgorod”. Null where they ' +
      'answer the text that was given, and where nothing comes near it.',
    resolve: ({ searched }) => searched?.instead ?? null,
  }),
  searchedForAny: t.boolean({
    description:
      'Whether a hit need have only some of the words in `searchedFor`. False where `searchedFor` is null.',
    resolve: ({ searched }) => searched?.isAnyOf ?? false,
  }),
}))

const HIT_ORDER = 'RANK'
const hitCursor = ({ rank, place, nth }: SeenHit): Cursor => ({ key: rank, id: `${place} ${nth}` })
const placeOfHit = (cursor: Cursor): AfterHit => {
  const [place, nth] = String(cursor.id).split(' ').map(Number)
  return { rank: Number(cursor.key), place: place ?? 0, nth: nth ?? 0 }
}

interface AskedSearch {
  readonly among: Among
  readonly size: number
  readonly cursor: Cursor | null
}

function searchPage(text: string, asked: AskedSearch, context: Context): Answer<SearchPage> {
  const strict = asAsked(text)
  if (!strict) return pageOfHits(null, [], asked, context)
  const { search, nearestSearch } = context.graph
  return mapAnswer(hitsOf(strict, asked, context), (found) => {
    // Behind a cursor nothing may be left of what there is; only what finds nothing at all is searched for otherwise.
    const isFound = found.length > 0 || (asked.cursor !== null && search.finds(strict.query, asked.among))
    return mapAnswer(isFound, (is) => {
      if (is) return pageOfHits(strict, found, asked, context)
      return mapAnswer(nearestSearch.to(strict, asked.among), (nearest) =>
        nearest
          ? mapAnswer(hitsOf(nearest, asked, context), (hits) => pageOfHits(nearest, hits, asked, context))
          : pageOfHits(strict, [], asked, context),
      )
    })
  })
}

const hitsOf = (searched: Searched, { among, size, cursor }: AskedSearch, { graph }: Context) =>
  graph.search.page(searched, among, cursor && placeOfHit(cursor), size + 1)

function pageOfHits(
  searched: Searched | null,
  found: readonly HitRecord[],
  { among, size, cursor }: AskedSearch,
  { graph }: Context,
): SearchPage {
  const nodes = searched === null ? [] : markBatch(found.slice(0, size).map((hit) => ({ ...hit, searched })))
  return {
    searched,
    nodes,
    hasNext: found.length > size,
    hasPrevious: cursor !== null,
    cursor: (hit) => formatCursor(HIT_ORDER, hitCursor(hit)),
    total: () => (searched === null ? 0 : graph.search.count(searched.query, among)),
    totalUpTo: (most) => (searched === null ? 0 : graph.search.countUpTo(searched.query, among, most)),
  }
}

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Full-text search over names, claims, statements and sources, best match first (BM25; a match in a name counts ' +
      'most, and an exact one more than one by its stem). Words must all occur, in any order; "a phrase" as it stands; ' +
      'prefix* (of at least two letters, in up to five words; else it is a whole word); -without. English words are found by their stem. Case, marks, apostrophes and forms of letters are ' +
      'folded, and words of scripts without spaces are found within longer ones. Where nothing has all of it, the ' +
      'nearest is searched for, and `searchedFor` says what. No text is an error; one without words finds nothing. ' +
      `Where more than ${MOST_RANKED} claims, sources or statements match, BM25 tells little of which are best: these come after ` +
      'all other hits, claims before sources before statements, and of each the latest written first. ' +
      'The order is of the moment: it shifts as the graph grows.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'What to look for. Only the first 1000 characters and 50 words count.',
      }),
      types: t.arg({
        type: [NodeTypeEnum],
        description:
          'Only nodes of these kinds. BAD_USER_INPUT for ASSESSMENT: assessments are not searched.',
      }),
      review: t.arg({
        type: [ReviewStateEnum],
        description: `${reviewText('nodes')} Sources always count as accepted.`,
      }),
      ...forwardArgs,
    },
    resolve: (_, { text, types, review, first, after: cursor }, context) =>
      searchPage(
        text,
        {
          among: {
            types: kindsAmong('types', types, searchedTypes, 'A search'),
            review: review ?? ['ACCEPTED'],
          },
          size: pageSize(first ?? DEFAULT_PAGE),
          cursor: cursor == null ? null : parseCursor(HIT_ORDER, cursor, 'after'),
        },
        context,
      ),
  }),
)
