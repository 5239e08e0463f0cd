import { sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { each, inTime } from '../../sql/dialect.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { Upserted } from '../../sql/upsert.ts'
import { marksOf } from '../../text/likeness.ts'

export interface LikeSource {
  readonly id: number
  readonly slug: string
  readonly copyOfId: number | null
  readonly text: string
}

/** Of sixteen, so many must be shared before two texts are compared. */
const FEWEST_SHARED_MARKS = 5
/** A mark that more sources have than that stands for words that pages of one outlet all have. */
const MOST_SOURCES_OF_MARK = 200
const CANDIDATES = 3

/** The numbers that stand for the texts of sources. */
export class SourceMarks {
  readonly #clear: ImmediateCommand
  readonly #add: ImmediateCommand
  readonly #sharing: ImmediatePrepared<LikeSource>

  constructor(engine: ImmediateEngine) {
    const source = slot<number>('source')
    this.#clear = engine.command(build.deleteFrom('source_mark').where('source_id', '=', source))
    this.#add = engine.command(
      sql`insert into source_mark (mark, source_id) select wanted.value, ${source} from ${each('marks')} wanted`,
    )
    this.#sharing = engine.prepare(sql`with found as (
          select m.source_id as id, count(*) as shared
          from ${each('marks')} wanted
            cross join source_mark m
          where m.mark = wanted.value and m.source_id in (
              select source_id from source_mark where mark = wanted.value order by source_id limit ${sql.lit(MOST_SOURCES_OF_MARK)})
            and ${inTime('m.source_id')}
          group by m.source_id having count(*) >= ${sql.lit(FEWEST_SHARED_MARKS)}
          order by shared desc, m.source_id limit ${sql.lit(CANDIDATES)}
        )
        select so.id as id, so.slug as slug, so.copy_of_id as "copyOfId", so.text as text
        from found join source so on so.id = found.id order by found.shared desc, so.id`)
  }

  /** A source that was just created has none yet. */
  put({ id: source, outcome }: Upserted, text: string): void {
    if (outcome !== 'created') this.#clear.run({ source })
    const marks = marksOf(text)
    if (marks.length > 0) this.#add.run({ source, marks: JSON.stringify(marks) })
  }

  /** The sources with which a text shares the most, the likest first. */
  sharing(text: string): LikeSource[] {
    const marks = marksOf(text)
    return marks.length === 0 ? [] : this.#sharing.all({ marks: JSON.stringify(marks) })
  }
}
