import { type RawBuilder, sql } from 'kysely'
import { entityText, originMeaning } from '../../../meaning/entity.ts'
import { listed } from '../../../sql/dialect.ts'
import type { Engine } from '../../../sql/engine.ts'
import type { KeyTable } from '../../../values/node-kinds.ts'
import type { Origin } from '../../../values/vocabulary.ts'
import { taggedColumn, textColumn, valueColumn, wordColumn } from './column-groups.ts'
import { RowsByKey } from './rows-by-key.ts'
import type { ColumnGroup } from './table.ts'

interface Reviewed {
  readonly more: { readonly review: Origin }
}

/** Whether a node counts, which follows from what names it. */
export const reviewColumn: ColumnGroup<Reviewed> = wordColumn(
  'review',
  originMeaning,
  ({ more }: Reviewed) => more.review,
  'ACCEPTED, or PROPOSED where it came in with a proposal and nothing that is accepted names it: then it counts nowhere.',
)

/** Reads that of a page of nodes. */
export function reviewsIn(
  engine: Engine,
  table: KeyTable,
): (ids: readonly number[]) => (id: number) => Origin {
  const query: RawBuilder<{ id: number; review: Origin }> = sql`select id, review from ${sql.table(table)}
    where id in ${listed('ids')}`
  const rows = new RowsByKey(engine, query)
  return (ids) => {
    const found = rows.of(ids)
    return (id) => found.get(id)?.[0]?.review ?? 'ACCEPTED'
  }
}

interface Described {
  readonly item: { readonly description?: string | undefined }
}

export const descriptionColumn: ColumnGroup<Described> = textColumn(
  'description',
  entityText.description,
  ({ item }: Described) => item.description,
)

type Texts = Readonly<Record<string, string | readonly string[]>>

interface NamedElsewhere {
  readonly id: string
  readonly item: { readonly labels?: Texts | undefined; readonly links?: Texts | undefined }
}

/** Further names and identifiers of an actor, a place or an event, and its id. */
export const namesElsewhere: readonly ColumnGroup<NamedElsewhere>[] = [
  taggedColumn('labels', 'Further names by language, as en: Kyiv; uk: Київ.', ({ item }) => item.labels),
  taggedColumn('links', `${entityText.links} By scheme, as wikidata: Q1899.`, ({ item }) => item.links),
  idColumn(),
]

/** The id of a node in the API and in the addresses of pages. */
export function idColumn<Subject extends { readonly id: string }>(): ColumnGroup<Subject> {
  return textColumn('id', 'Its id in this graph, which the API takes.', ({ id }) => id)
}

/** How many there are of something. */
export const countColumn = <Subject>(
  name: 'claims' | 'events' | 'sources' | 'speakers' | 'statements' | 'statementsAbout' | CountedVoice,
  meaning: string,
  countOf: (subject: Subject) => number,
): ColumnGroup<Subject> => valueColumn(name, 'integer', meaning, countOf)

type CountedVoice = 'proposedStatements' | 'inItsOwnVoice' | 'ofTheseForOthers' | 'byOthersOnItsBehalf'
