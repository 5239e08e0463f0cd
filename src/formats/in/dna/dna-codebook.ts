import type { LeftOut } from '../left-out.ts'
import type { DnaAttributes } from './dna-records.ts'
import type { DnaDatabase } from './dna-tables.ts'

/**
 * What the variables are called that say who speaks, of what, and whether in agreement; whatever case they are written in. Of
 * several that a type of statement has, the first counts: those that DNA itself proposes.
 */
const roleNames = {
  person: ['person', 'speaker', 'politician'],
  organization: ['organization', 'organisation', 'institution', 'party'],
  concept: ['concept', 'claim', 'belief', 'argument'],
  agreement: ['agreement', 'agree', 'support', 'stance'],
} as const
export type DnaRole = keyof typeof roleNames

export interface DnaVariable {
  readonly name: string
  readonly type: string
  readonly role: DnaRole | undefined
}

/** What a short text says: a person, an organization, a concept, or whatever else its variable stands for. */
export interface DnaEntity {
  readonly variable: number
  readonly name: string
}

/** What DNA's coders code with: types of statement, variables, and what is known of persons and organizations. */
export interface DnaCodebook {
  readonly variables: ReadonlyMap<number, DnaVariable>
  /** The names of types of statement by their IDs, which are the names themselves in the oldest files. */
  readonly types: ReadonlyMap<string, string>
  /** Those whose statements have a speaker. */
  readonly speaking: ReadonlySet<string>
  /** The names of a type's variables. */
  variablesOf(type: string): readonly string[]
  /** What stands for a value of a short text, by its ID. */
  readonly entities: ReadonlyMap<number, DnaEntity>
  attributesOf(entity: DnaEntity): DnaAttributes
}

export function readCodebook(database: DnaDatabase, left: LeftOut): DnaCodebook {
  const types = new Map(
    [...database.rows('STATEMENTTYPES')].map((row) => [row.text('ID'), row.text('Label')]),
  )
  const variables = new Map<number, DnaVariable>()
  for (const row of database.rows('VARIABLES')) {
    variables.set(row.id, { name: row.text('Variable'), type: row.text('StatementTypeId'), role: undefined })
  }
  giveRoles(variables)
  const isSpoken = ({ role }: DnaVariable) => role === 'person' || role === 'organization'
  const speaking = new Set([...variables.values()].filter(isSpoken).map(({ type }) => type))
  const attributes = new AttributeReader(variables, left)
  const entities = readEntities(database, attributes)
  readAttributes(database, entities, attributes)
  return {
    ...{ variables, types, speaking, entities },
    variablesOf: (one) => [...variables.values()].flatMap(({ name, type }) => (type === one ? [name] : [])),
    attributesOf: (entity) => attributes.of(entity),
  }
}

/** Gives each role to one variable of a type at most. */
function giveRoles(variables: Map<number, DnaVariable>): void {
  for (const type of new Set([...variables.values()].map((variable) => variable.type)))
    for (const role of Object.keys(roleNames) as DnaRole[])
      for (const called of roleNames[role]) {
        const found = [...variables].find(
          ([, { type: one, name }]) => one === type && name.trim().toLowerCase() === called,
        )
        if (!found) continue
        variables.set(found[0], { ...found[1], role })
        break
      }
}

/** Of attributes, an alias is another name and notes are a description; whatever else there is has no place. */
class AttributeReader {
  readonly #variables: ReadonlyMap<number, DnaVariable>
  readonly #left: LeftOut
  readonly #found = new Map<string, DnaAttributes>()

  constructor(variables: ReadonlyMap<number, DnaVariable>, left: LeftOut) {
    this.#variables = variables
    this.#left = left
  }

  of({ variable, name }: DnaEntity): DnaAttributes {
    return this.#found.get(`${variable} ${name}`) ?? {}
  }

  add(entity: DnaEntity, attribute: string, given: string): void {
    const value = given.trim()
    if (value === '') return
    const role = this.#variables.get(entity.variable)?.role
    const kind = attribute.toLowerCase()
    if ((role === 'person' || role === 'organization') && (kind === 'alias' || kind === 'notes'))
      this.#found.set(`${entity.variable} ${entity.name}`, { ...this.of(entity), [kind]: value })
    else this.#left.note(`attribute ${attribute}`)
  }
}

function readEntities(database: DnaDatabase, attributes: AttributeReader): Map<number, DnaEntity> {
  const entities = new Map<number, DnaEntity>()
  for (const row of database.rows('ENTITIES')) {
    const entity = { variable: row.number('VariableId'), name: row.text('Value').trim() }
    entities.set(row.id, entity)
    for (const column of ['Type', 'Alias', 'Notes'] as const) attributes.add(entity, column, row.text(column))
  }
  return entities
}

/** In DNA 3, attributes stand in tables of their own. */
function readAttributes(
  database: DnaDatabase,
  entities: ReadonlyMap<number, DnaEntity>,
  attributes: AttributeReader,
): void {
  const names = new Map<number, string>()
  for (const row of database.rows('ATTRIBUTEVARIABLES')) names.set(row.id, row.text('AttributeVariable'))
  for (const row of database.rows('ATTRIBUTEVALUES')) {
    const name = names.get(row.number('AttributeVariableId'))
    const entity = entities.get(row.number('EntityId'))
    if (name !== undefined && entity !== undefined) attributes.add(entity, name, row.text('AttributeValue'))
  }
}
