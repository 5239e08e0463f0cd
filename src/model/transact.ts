import type { ImmediateEngine } from '../sql/engine.ts'
import type { Section } from '../values/node-kinds.ts'
import { ActorWriter } from './actor/write.ts'
import { AssessmentWriter } from './assessment/write.ts'
import { ClaimWriter } from './claim/write.ts'
import { rebuild } from './derived/rebuild.ts'
import { Settler } from './derived/settle.ts'
import { EventWriter } from './event/write.ts'
import { PlaceWriter } from './place/write.ts'
import { SourceWriter } from './source/write.ts'
import { StatementWriter } from './statement/write.ts'

/** One writer for each noun, all on one engine. */
export class Writers implements Record<Section, object> {
  readonly places: PlaceWriter
  readonly actors: ActorWriter
  readonly events: EventWriter
  readonly sources: SourceWriter
  readonly claims: ClaimWriter
  readonly statements: StatementWriter
  readonly assessments: AssessmentWriter
  readonly settler: Settler

  constructor(engine: ImmediateEngine) {
    this.places = new PlaceWriter(engine)
    this.actors = new ActorWriter(engine)
    this.events = new EventWriter(engine)
    this.sources = new SourceWriter(engine)
    this.claims = new ClaimWriter(engine)
    this.statements = new StatementWriter(engine)
    this.assessments = new AssessmentWriter(engine)
    this.settler = new Settler(engine)
  }
}

const writersOf = new WeakMap<ImmediateEngine, Writers>()

function writersFor(engine: ImmediateEngine): Writers {
  const known = writersOf.get(engine) ?? new Writers(engine)
  writersOf.set(engine, known)
  return known
}

/**
 * Does the work in one transaction, at whose end all that is derived is right. Where it throws, nothing has happened.
 * The work must be synchronous: another's writes would fall into the same transaction.
 */
export const transact = <T>(engine: ImmediateEngine, work: (writers: Writers) => T): T =>
  engine.transaction(() => {
    const writers = writersFor(engine)
    const done = work(writers)
    writers.settler.settle()
    return done
  })

/** The same for a load that is large beside the graph: much faster for the load, and as slow as the graph is large. */
export const transactBulk = <T>(engine: ImmediateEngine, work: (writers: Writers) => T): T =>
  engine.load(
    () => work(writersFor(engine)),
    () => rebuild(engine),
  )
