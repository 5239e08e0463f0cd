import { actorTable } from './actor-table.ts'
import { assessmentTable } from './assessment-table.ts'
import { claimRelationTable, claimTable } from './claim-table.ts'
import { eventTable } from './event-table.ts'
import { placeTable } from './place-table.ts'
import { positionTable } from './position-table.ts'
import { sourceTable, sourceTextTable } from './source-table.ts'
import { statementAboutTable, statementTable } from './statement-table.ts'
import type { Table } from './table.ts'
import { affiliationTable, participantTable } from './tie-tables.ts'

/** All tables of an export, each after those that it refers to. */
export const tables: readonly Table[] = [
  placeTable,
  actorTable,
  affiliationTable,
  eventTable,
  participantTable,
  sourceTable,
  sourceTextTable,
  claimTable,
  claimRelationTable,
  statementTable,
  statementAboutTable,
  assessmentTable,
  positionTable,
]

/** The table of a name such as `statements` or `claim_relations`. */
export const tableNamed = (name: string): Table | undefined => tables.find((table) => table.name === name)
