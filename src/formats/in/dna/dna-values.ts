import type { ForeignDatabase } from '../../../sql/foreign-database.ts'
import type { LeftOut } from '../left-out.ts'
import type { DnaCodebook, DnaRole } from './dna-codebook.ts'
import { dnaRows } from './dna-tables.ts'

type NamedRole = Exclude<DnaRole, 'agreement'>

/** What is coded of a statement. */
export interface CodedValues {
  /** What stands for its person, its organization and its concept. */
  readonly names: Partial<Record<NamedRole, string>>
  /** The entities of these, where they have any. */
  readonly entities: Partial<Record<NamedRole, number>>
  agreement?: number
}

/** Reads what is coded of all statements; values of variables that have no place are counted. */
class ValueReader {
  readonly values = new Map<number, CodedValues>()
  readonly #codebook: DnaCodebook
  readonly #left: LeftOut

  constructor(codebook: DnaCodebook, left: LeftOut) {
    this.#codebook = codebook
    this.#left = left
  }

  name(statement: number, variable: number, name: string, entity?: number): void {
    const role = this.#roleOf(variable)
    if (role === undefined || role === 'agreement') {
      this.#leave(variable, name === '')
      return
    }
    const coded = this.#of(statement)
    coded.names[role] = name
    if (entity !== undefined) coded.entities[role] = entity
  }

  number(statement: number, variable: number, value: number): void {
    if (this.#roleOf(variable) === 'agreement') this.#of(statement).agreement = value
    else this.#leave(variable, false)
  }

  #of(statement: number): CodedValues {
    const coded = this.values.get(statement) ?? { names: {}, entities: {} }
    this.values.set(statement, coded)
    return coded
  }

  #roleOf(variable: number): DnaRole | undefined {
    const found = this.#codebook.variables.get(variable)
    return found && this.#codebook.speaking.has(found.type) ? found.role : undefined
  }

  /** Of statements that are left out as a whole, values are not counted as well. */
  #leave(variable: number, isEmpty: boolean): void {
    const found = this.#codebook.variables.get(variable)
    if (found && !isEmpty && this.#codebook.speaking.has(found.type))
      this.#left.note(`variable ${found.name}`)
  }
}

/** What is coded of all statements, by their IDs. */
export function readValues(
  database: ForeignDatabase,
  codebook: DnaCodebook,
  left: LeftOut,
): ReadonlyMap<number, CodedValues> {
  const reader = new ValueReader(codebook, left)
  for (const row of dnaRows(database, 'DATASHORTTEXT')) {
    const entity = row.number('Entity')
    const name = codebook.entities.get(entity)
    if (name === undefined) throw row.fault('Entity', 'is the ID of no row of ENTITIES.')
    reader.name(row.number('StatementId'), row.number('VariableId'), name, entity)
  }
  for (const row of dnaRows(database, 'DATALONGTEXT'))
    reader.name(row.number('StatementId'), row.number('VariableId'), row.text('Value').trim())
  for (const table of ['DATABOOLEAN', 'DATAINTEGER'] as const)
    for (const row of dnaRows(database, table))
      reader.number(row.number('StatementId'), row.number('VariableId'), row.number('Value'))
  return reader.values
}
