import { sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import { nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { type NodeReference, nodeReferences } from '../nodes/references.ts'
import { WrittenForms } from './written.ts'

type Fields = Readonly<Record<string, unknown>>
type FieldsOf = (ids: readonly number[]) => ReadonlyMap<number, object>

const referencesOf = (type: NodeType): readonly NodeReference[] =>
  nodeReferences.filter(({ from }) => from === type)

/**
 * Reads of nodes only the fields that name others, as their written forms have them: a merge looks at all statements of
 * somebody, and their texts would take most of the time.
 */
export class NamingFields {
  readonly #of: Readonly<Record<NodeType, FieldsOf>>

  constructor(engine: Engine) {
    const forms = new WrittenForms(engine)
    this.#of = recordFrom(nodeTypes, (type) => {
      const references = referencesOf(type)
      // Lists whose items say more than whom they name are read with all that they say.
      if (references.some(({ inner }) => inner !== undefined)) return (ids) => forms.many(type, ids)
      return namingFieldsOf(engine, type, references)
    })
  }

  of(type: NodeType, ids: readonly number[]): ReadonlyMap<number, object> {
    return ids.length > 0 ? this.#of[type](ids) : new Map()
  }
}

function namingFieldsOf(engine: Engine, type: NodeType, references: readonly NodeReference[]): FieldsOf {
  const columns = references
    .filter(({ isList }) => !isList)
    .map(({ field, column }) => sql`${sql.ref(column)} as ${sql.ref(field)}`)
  const rows = engine.prepare<Fields & { readonly id: number }>(
    sql`select ${sql.join([sql`id`, ...columns])} from ${sql.table(nodeKinds[type].one)} where id in ${listed('ids')}`,
  )
  const lists = references
    .filter(({ isList }) => isList)
    .map((reference) => ({ field: reference.field, named: namedInList(engine, reference) }))
  return (keys) => {
    const ids = JSON.stringify(keys)
    const found = new Map<number, Record<string, unknown>>()
    for (const { id, ...fields } of atOnce(rows.all({ ids }))) found.set(id, fields)
    for (const { field, named } of lists) {
      for (const fields of found.values()) fields[field] = []
      for (const { owner, key } of atOnce(named.all({ ids }))) {
        const list = found.get(owner)?.[field]
        if (Array.isArray(list)) list.push(key)
      }
    }
    return found
  }
}

const namedInList = (
  engine: Engine,
  { table, column, owner }: NodeReference,
): Prepared<{ owner: number; key: number }> =>
  engine.prepare(sql`select ${sql.ref(owner)} as owner, ${sql.ref(column)} as key from ${sql.table(table)}
    where ${sql.ref(owner)} in ${listed('ids')} order by 1, 2`)
