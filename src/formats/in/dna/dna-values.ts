import type { LeftOut } from '../left-out.ts'
import type { DnaCodebook, DnaEntity, DnaRole } from './dna-codebook.ts'
import type { DnaDatabase, DnaRow } from './dna-tables.ts'

type NamedRole = Exclude<DnaRole, 'agreement'>

/** What is coded of a statement. */
export interface CodedValues {
  /** Its person, its organization and its concept. */
  readonly entities: Partial<Record<NamedRole, DnaEntity>>
  agreement?: number
  /** Whether its agreement is one of -1, 0 and 1, so that 0 takes no side. */
  isSigned?: boolean
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

  name(statement: number, variable: number, name: string): void {
    const role = this.#roleOf(variable)
    if (role === undefined || role === 'agreement') this.#leave(variable, name === '')
    else this.#of(statement).entities[role] = { variable, name }
  }

  number(statement: number, variable: number, value: number, isSigned: boolean): void {
    if (this.#roleOf(variable) === 'agreement')
      Object.assign(this.#of(statement), { agreement: value, isSigned })
    else this.#leave(variable, false)
  }

  #of(statement: number): CodedValues {
    const coded = this.values.get(statement) ?? { entities: {} }
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
  database: DnaDatabase,
  codebook: DnaCodebook,
  left: LeftOut,
): ReadonlyMap<number, CodedValues> {
  const reader = new ValueReader(codebook, left)
  for (const row of database.rows('DATASHORTTEXT'))
    reader.name(row.number('StatementId'), row.number('VariableId'), shortTextOf(row, database, codebook))
  for (const row of database.rows('DATALONGTEXT'))
    reader.name(row.number('StatementId'), row.number('VariableId'), row.text('Value').trim())
  for (const table of ['DATABOOLEAN', 'DATAINTEGER'] as const) {
    const signed = signedVariables(database, table)
    for (const row of database.rows(table))
      if (!row.isNull('Value')) {
        const variable = row.number('VariableId')
        reader.number(row.number('StatementId'), variable, row.number('Value'), signed.has(variable))
      }
  }
  return reader.values
}

/** The variables that have a value below 0. */
function signedVariables(database: DnaDatabase, table: 'DATABOOLEAN' | 'DATAINTEGER'): ReadonlySet<number> {
  const signed = new Set<number>()
  for (const row of database.rows(table))
    if (!row.isNull('Value') && row.number('Value') < 0) signed.add(row.number('VariableId'))
  return signed
}

/** What was coded, which stands there itself or is an entity's, by its ID. */
function shortTextOf(row: DnaRow<'DATASHORTTEXT'>, database: DnaDatabase, codebook: DnaCodebook): string {
  if (database.hasWrittenTexts) return row.text('Entity').trim()
  const entity = codebook.entities.get(row.number('Entity'))
  if (entity === undefined)
    throw row.fault('Entity', `is the ID of no row of ${database.nameOf('ENTITIES')}.`)
  return entity.name
}
