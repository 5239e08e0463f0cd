import { sql } from 'kysely'
import { slot } from '../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine } from '../sql/engine.ts'
import { type KeyTable, keyTables, nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { ActorWriter } from './actor/write.ts'
import { AssessmentWriter } from './assessment/write.ts'
import { ClaimWriter } from './claim/write.ts'
import { Settler } from './derived/settle.ts'
import { TouchedNodes } from './derived/touched-nodes.ts'
import { EventWriter } from './event/write.ts'
import { Journal } from './history/journal.ts'
import { SourceDates } from './nodes/source-dates.ts'
import { PlaceWriter } from './place/write.ts'
import { SourceWriter } from './source/write.ts'
import { StatementWriter } from './statement/write.ts'

/** One writer for each noun, all on one engine, and the journal that they tell of what they change. */
export class Writers implements Record<Section, object> {
  readonly touched: TouchedNodes
  readonly journal: Journal
  readonly places: PlaceWriter
  readonly actors: ActorWriter
  readonly events: EventWriter
  readonly sources: SourceWriter
  readonly claims: ClaimWriter
  readonly statements: StatementWriter
  readonly assessments: AssessmentWriter
  readonly settler: Settler
  readonly #rename: Readonly<Record<KeyTable, ImmediateCommand>>
  readonly #delete: Readonly<Record<KeyTable, ImmediateCommand>>

  constructor(engine: ImmediateEngine) {
    this.touched = new TouchedNodes(engine)
    this.journal = new Journal(engine, this.touched)
    this.places = new PlaceWriter(engine, this.journal)
    this.actors = new ActorWriter(engine, this.journal)
    this.events = new EventWriter(engine, this.journal)
    const dates = new SourceDates(engine)
    this.sources = new SourceWriter(engine, this.journal, this.touched, dates)
    this.claims = new ClaimWriter(engine, this.journal)
    this.statements = new StatementWriter(engine, this.journal, dates)
    this.assessments = new AssessmentWriter(engine, this.journal)
    this.settler = new Settler(engine, this.touched)
    this.#rename = recordFrom(keyTables, (table) =>
      engine.command(sql`update ${sql.table(table)} set slug = ${slot('slug')} where id = ${slot('id')}`),
    )
    this.#delete = recordFrom(keyTables, (table) =>
      engine.command(sql`delete from ${sql.table(table)} where id = ${slot('id')}`),
    )
  }

  /** Gives a node another slug, which nothing has. */
  rename(type: NodeType, id: number, slug: string): void {
    this.journal.touch(type, id)
    this.#rename[nodeKinds[type].keyTable].run({ id, slug })
  }

  /** Takes a node away, with all that is its own. Nothing may refer to it any more. */
  remove(type: NodeType, id: number): void {
    this.journal.touch(type, id)
    this.#delete[nodeKinds[type].keyTable].run({ id })
  }
}
