import type { ForeignDatabase } from '../../../sql/foreign-database.ts'
import type { LeftOut } from '../left-out.ts'
import type { DnaAttributes } from './dna-records.ts'
import { dnaRows } from './dna-tables.ts'

/** The variables that say who speaks, of what, and whether in agreement; whatever case they are written in. */
const roles: Readonly<Record<string, DnaRole>> = {
  person: 'person',
  organization: 'organization',
  organisation: 'organization',
  concept: 'concept',
  agreement: 'agreement',
}
export type DnaRole = 'person' | 'organization' | 'concept' | 'agreement'

export interface DnaVariable {
  readonly name: string
  readonly type: number
  readonly role: DnaRole | undefined
}

/** What DNA's coders code with: types of statement, variables, and what is known of persons and organizations. */
export interface DnaCodebook {
  readonly variables: ReadonlyMap<number, DnaVariable>
  /** The names of types of statement. */
  readonly types: ReadonlyMap<number, string>
  /** Those whose statements have a speaker. */
  readonly speaking: ReadonlySet<number>
  /** What stands for a value of a short text, by its ID. */
  readonly entities: ReadonlyMap<number, string>
  readonly attributes: ReadonlyMap<number, DnaAttributes>
}

export function readCodebook(database: ForeignDatabase, left: LeftOut): DnaCodebook {
  const types = new Map([...dnaRows(database, 'STATEMENTTYPES')].map((row) => [row.id, row.text('Label')]))
  const variables = new Map<number, DnaVariable>()
  for (const row of dnaRows(database, 'VARIABLES')) {
    const name = row.text('Variable')
    variables.set(row.id, {
      name,
      type: row.number('StatementTypeId'),
      role: roles[name.trim().toLowerCase()],
    })
  }
  const isSpoken = ({ role }: DnaVariable) => role === 'person' || role === 'organization'
  const speaking = new Set([...variables.values()].filter(isSpoken).map(({ type }) => type))
  const entities = new Map<number, string>()
  for (const row of dnaRows(database, 'ENTITIES')) entities.set(row.id, row.text('Value').trim())
  return { variables, types, speaking, entities, attributes: attributesOf(database, variables, left) }
}

/** Of attributes, an alias is another name and notes are a description; whatever else there is has no place. */
function attributesOf(
  database: ForeignDatabase,
  variables: ReadonlyMap<number, DnaVariable>,
  left: LeftOut,
): ReadonlyMap<number, DnaAttributes> {
  const names = new Map<number, { name: string; role: DnaRole | undefined }>()
  for (const row of dnaRows(database, 'ATTRIBUTEVARIABLES'))
    names.set(row.id, {
      name: row.text('AttributeVariable'),
      role: variables.get(row.number('VariableId'))?.role,
    })
  const found = new Map<number, DnaAttributes>()
  for (const row of dnaRows(database, 'ATTRIBUTEVALUES')) {
    const value = row.text('AttributeValue').trim()
    const attribute = names.get(row.number('AttributeVariableId'))
    if (value === '' || attribute === undefined) continue
    const entity = row.number('EntityId')
    const kind = attribute.name.toLowerCase()
    const isOfActor = attribute.role === 'person' || attribute.role === 'organization'
    if (isOfActor && (kind === 'alias' || kind === 'notes'))
      found.set(entity, { ...found.get(entity), [kind]: value })
    else left.note(`attribute ${attribute.name}`)
  }
  return found
}
