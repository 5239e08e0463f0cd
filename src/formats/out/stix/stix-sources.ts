import { sql } from 'kysely'
import type { SourceItem } from '../../../dossier/format.ts'
import { slot } from '../../../sql/build.ts'
import { upTo } from '../../../sql/dialect.ts'
import { atOnce, type Prepared } from '../../../sql/engine.ts'
import { DAY } from '../../../values/calendar.ts'
import { parseEdtf } from '../../../values/date.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { MAKER_ID } from './stix-extension.ts'
import { stixIdOf } from './stix-ids.ts'
import { addressReferences, listOrNone } from './stix-references.ts'
import { isWritable, timestampOf } from './stix-times.ts'
import { nodeObject, type StixWriting } from './stix-writing.ts'

interface StatementRow {
  readonly id: number
  readonly slug: string
  readonly has_stance: number
}

const PAGE = 1000

/** Writes sources with references to what is said in them. */
export class SourceObjects {
  readonly #writing: StixWriting
  readonly #statements: Prepared<StatementRow>

  constructor(writing: StixWriting) {
    this.#writing = writing
    this.#statements = writing.graph.engine.prepare(
      sql`select id, slug, case when claim_id is null or stance is null then 0 else 1 end as has_stance
        from statement where source_id = ${slot('source')} and id > ${slot('after')} order by id limit ${upTo('limit')}`,
    )
  }

  /** A source that was published on a day or at a moment is a report. STIX has no reports of another day: it is a grouping then. */
  write(node: ExportedNode<'SOURCE'>): void {
    const { item } = node
    const published = publishedAt(item)
    const properties = {
      created_by_ref: this.#publisher(item),
      lang: item.language,
      external_references: listOrNone(addressReferences({ url: item.url, 'archived-url': item.archivedUrl })),
      name: item.title,
      ...(published === null ? { context: 'unspecified' } : { published }),
    }
    const type = published === null ? 'grouping' : 'report'
    const object = nodeObject(this.#writing, type, node, properties, ['title', 'language'])
    this.#writing.bundle.objectWithRefs(object, this.#refs(node))
    this.#writing.tally.wrote('sources')
  }

  #publisher({ publisher }: SourceItem): string | undefined {
    return publisher === undefined ? undefined : stixIdOf('identity', 'ACTOR', publisher)
  }

  /** What is said in a source; where nothing is, who published it, as STIX wants a reference. */
  *#refs({ key, item }: ExportedNode<'SOURCE'>): Generator<string> {
    let isEmpty = true
    for (const { slug, has_stance } of this.#statementsOf(key)) {
      isEmpty = false
      yield stixIdOf(has_stance ? 'opinion' : 'note', 'STATEMENT', slug)
    }
    if (isEmpty) yield this.#publisher(item) ?? MAKER_ID
  }

  *#statementsOf(source: number): Generator<StatementRow> {
    let after = 0
    for (;;) {
      const rows = atOnce(this.#statements.all({ source, after, limit: PAGE }))
      for (const row of rows) if (this.#writing.graph.scope.has('STATEMENT', row.id)) yield row
      const last = rows.at(-1)
      if (!last) return
      after = last.id
    }
  }
}

/** The moment, or the beginning of the day, at which a source was published; null where no day is known. */
function publishedAt({ publishedAt }: SourceItem): string | null {
  const date = publishedAt === undefined || /[~?%]/.test(publishedAt) ? null : parseEdtf(publishedAt)
  if (!date || date.earliest === null || date.latest === null) return null
  const isDay = date.latest - date.earliest < DAY
  return isDay && isWritable(date.earliest) ? timestampOf(date.earliest) : null
}
