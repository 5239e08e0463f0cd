import { existsSync } from 'node:fs'
import { isInterfaceType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { dossier } from '../src/dossier/format.ts'
import { sectionNames } from '../src/dossier/sections.ts'
import { nodeReferences } from '../src/model/nodes/references.ts'
import { namings, nodeTables } from '../src/sql/review/namings.ts'
import { entityTypes, keyTables, nodeKinds } from '../src/values/node-kinds.ts'
import { nodeTypes } from '../src/values/vocabulary.ts'
import { dbOf, isOnPostgres } from './engine.ts'
import { everyField, worlds } from './graph-fixture.ts'

const world = worlds().of(everyField)
const db = dbOf(world.writer)
const pluck = (query: string): unknown[] => db.prepare(query).pluck().all()
const columnsOf = (table: string): unknown[] =>
  pluck(
    isOnPostgres
      ? `select column_name from information_schema.columns where table_schema = current_schema() and table_name = '${table}'`
      : `select name from pragma_table_info('${table}')`,
  )
/** The table, the column, the other table and what happens to a row when the other's goes. */
const foreignKeysQuery = isOnPostgres
  ? `select t.relname as name, a.attname as "from", o.relname as "to", case k.confdeltype when 'c' then 'CASCADE' when 'a' then 'NO ACTION' end as rule
      from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class o on o.oid = k.confrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`
  : `select t.name, k."from", k."table", k.on_delete from sqlite_schema t join pragma_foreign_key_list(t.name) k
      where t.type = 'table'`
const sourcePath = (path: string): string => new URL(`../${path}`, import.meta.url).pathname

describe.each([...nodeTypes])('a node of kind %s', (type) => {
  const { one, many, typeName, keyTable, review, hasPage } = nodeKinds[type]

  it('is kept in the tables that its kind names, with its review and its size', () => {
    expect(columnsOf(one)).toContain('id')
    expect(columnsOf(keyTable)).toContain('slug')
    expect(columnsOf(keyTable).includes('origin')).toBe(review === 'DERIVED')
    expect(columnsOf(keyTable).includes('review')).toBe(review !== 'NONE')
    expect(pluck('select type from size')).toContain(type)
  })

  it('has the fields and the type in the API that its kind names', () => {
    const fields = schema.getQueryType()?.getFields() ?? {}
    expect(fields).toHaveProperty(many)
    if (hasPage) expect(String(fields[one]?.type)).toBe(typeName)
    const found = schema.getType(typeName)
    if (!isObjectType(found) && !isInterfaceType(found)) throw new Error(`${typeName} has no fields`)
    expect(found.getInterfaces().map(({ name }) => name)).toContain('Node')
    expect(world.ask(`{ stats { ${many} } }`).stats[many]).toBeGreaterThan(0)
    expect(world.ask(`{ ${many}(first: 1) { nodes { id } } }`)[many].nodes[0].id).toMatch(`${one}_`)
  })

  it('has its pages under the addresses that its kind names, and its files', () => {
    const files = [`src/model/${one}/store.ts`, `src/model/${one}/write.ts`, `src/api/types/${one}.ts`]
    // What other pages show of a statement is in `statement`; its own page, which edits it, stands apart.
    const folder = one === 'statement' ? 'one-statement' : one
    const pages = [
      `web/src/${many}/${many}-page.tsx`,
      ...(hasPage ? [`web/src/${folder}/${one}-page.tsx`] : []),
    ]
    for (const file of [...files, ...pages]) expect(existsSync(sourcePath(file)), file).toBe(true)
  })
})

describe('the kinds of nodes', () => {
  it('come after what they refer to, as the sections of a dossier do', () => {
    expect(Object.keys(dossier.shape).filter((field) => sectionNames.some((name) => name === field))).toEqual(
      sectionNames,
    )
    for (const { from, to } of nodeReferences)
      for (const type of to) {
        const order = Object.keys(nodeKinds)
        expect(order.indexOf(type), `${from} ${type}`).toBeLessThanOrEqual(order.indexOf(from))
      }
  })

  it('that may be proposed by the way are those that the database keeps a review of', () => {
    const derived = nodeTypes.filter((type) => nodeKinds[type].review === 'DERIVED')
    expect([...new Set(derived.map((type) => nodeKinds[type].keyTable))]).toEqual(nodeTables)
    expect(entityTypes).toEqual(['ACTOR', 'PLACE', 'EVENT'])
  })
})

describe('the list of references', () => {
  const keyOf = (table: unknown, column: unknown, to: unknown, rule: unknown) =>
    `${table}.${column} → ${to}, ${rule}`
  const foreignKeys = db.prepare(foreignKeysQuery).raw().all() as string[][]
  const ofNodes = foreignKeys.filter(
    ([table]) =>
      !['token', 'revision', 'creation', 'change', 'merging', 'merge_step', 'redirect'].includes(table ?? ''),
  )
  const tableOf = ({ to }: (typeof nodeReferences)[number]) => {
    const [type] = to
    return type && to.length === 1 ? nodeKinds[type].one : 'entity'
  }
  /** Rows that are part of a node, and go with it: of those of two nodes, the one that names the other. */
  const parts = [
    ...nodeReferences
      .filter(({ owner }) => owner !== 'id')
      .map(({ from, table, owner }) => [table, owner, nodeKinds[from].one] as const),
    ...entityTypes.map((type) => [nodeKinds[type].one, 'id', 'entity'] as const),
    ...['label', 'external_id', 'key_word'].map((table) => [table, 'entity_id', 'entity'] as const),
    ['source_mark', 'source_id', 'source'] as const,
  ]

  it('is with what is part of a node all of the foreign keys, and says what goes with what', () => {
    const listed = [
      ...nodeReferences.map((one) =>
        keyOf(one.table, one.column, tableOf(one), one.goesWithNamed ? 'CASCADE' : 'NO ACTION'),
      ),
      ...parts.map(([table, column, to]) => keyOf(table, column, to, 'CASCADE')),
    ]
    expect(listed.sort()).toEqual(
      ofNodes.map(([table, ...more]) => keyOf(table, ...(more as [string, string, string]))).sort(),
    )
  })

  it('has what decides which nodes count', () => {
    const known = nodeReferences
      .filter(({ to }) => to.every((type) => nodeKinds[type].review === 'DERIVED'))
      .map(({ from, to, table, column, owner }) => ({
        table,
        // The principal is whoever is spoken for, or else the speaker: its index finds both.
        column: column === 'on_behalf_of_id' ? 'principal_id' : column,
        names: to[0] && nodeKinds[to[0]].keyTable,
        owner:
          nodeKinds[from].review === 'DERIVED' ? { table: nodeKinds[from].keyTable, column: owner } : null,
        isReviewed: nodeKinds[from].review === 'OWN',
      }))
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()
    expect(sorted(known)).toEqual(sorted(namings))
  })

  it('names fields of the dossier, and tables of keys that agree', () => {
    for (const { from, to, field } of nodeReferences) {
      expect(dossier.shape[nodeKinds[from].many].unwrap().element.shape).toHaveProperty(field)
      expect(new Set(to.map((type) => nodeKinds[type].keyTable)).size).toBe(1)
    }
    expect(keyTables).toHaveLength(5)
  })
})
