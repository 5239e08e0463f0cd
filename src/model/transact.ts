import type { Connection } from '../sql/sqlite/connection.ts'
import { whileBusy } from '../sql/sqlite/patience.ts'
import type { Section } from '../values/node-kinds.ts'
import { ActorWriter } from './actor/write.ts'
import { AssessmentWriter } from './assessment/write.ts'
import { ClaimWriter } from './claim/write.ts'
import { bulk } from './derived/bulk.ts'
import { Settler } from './derived/settle.ts'
import { EventWriter } from './event/write.ts'
import { PlaceWriter } from './place/write.ts'
import { SourceWriter } from './source/write.ts'
import { StatementWriter } from './statement/write.ts'

/** So many changed rows may have changed what the planner should think of a table. */
const LARGE_CHANGE = 1000
/** Rows of each index that an analysis looks at: enough for the planner, and milliseconds at any size. */
const ANALYZED_ROWS = 1000

/** One writer for each noun, all on one connection. */
export class Writers implements Record<Section, object> {
  readonly places: PlaceWriter
  readonly actors: ActorWriter
  readonly events: EventWriter
  readonly sources: SourceWriter
  readonly claims: ClaimWriter
  readonly statements: StatementWriter
  readonly assessments: AssessmentWriter
  readonly settler: Settler

  constructor(connection: Connection) {
    this.places = new PlaceWriter(connection)
    this.actors = new ActorWriter(connection)
    this.events = new EventWriter(connection)
    this.sources = new SourceWriter(connection)
    this.claims = new ClaimWriter(connection)
    this.statements = new StatementWriter(connection)
    this.assessments = new AssessmentWriter(connection)
    this.settler = new Settler(connection)
  }
}

const writersOf = new WeakMap<Connection, Writers>()

function writersFor(connection: Connection): Writers {
  const known = writersOf.get(connection) ?? new Writers(connection)
  writersOf.set(connection, known)
  return known
}

/**
 * Does the work in one transaction, at whose end all that is derived is right. Where it throws, nothing has happened.
 * The work must be synchronous: another's writes would fall into the same transaction.
 */
export function transact<T>(connection: Connection, work: (writers: Writers) => T): T {
  return changing(connection, () => {
    const writers = writersFor(connection)
    const done = work(writers)
    writers.settler.settle()
    return done
  })
}

/** The same for a load that is large beside the graph: much faster for the load, and as slow as the graph is large. */
export const transactBulk = <T>(connection: Connection, work: (writers: Writers) => T): T =>
  changing(connection, () => bulk(connection, () => work(writersFor(connection))))

function changing<T>(connection: Connection, work: () => T): T {
  const { db, isBeingMade } = connection
  if (db.inTransaction && !isBeingMade)
    throw new Error('A transaction is under way on this connection already.')
  const before = connection.changes()
  const analyzed = () => {
    const done = work()
    if (connection.changes() - before >= LARGE_CHANGE) analyze(connection)
    return done
  }
  // Immediate: the lock is taken before any work is done, so that nothing is done twice where another process has it.
  return whileBusy(connection.patience, () => db.transaction(analyzed).immediate())
}

function analyze({ db }: Connection): void {
  db.pragma(`analysis_limit = ${ANALYZED_ROWS}`)
  db.exec('analyze')
}
