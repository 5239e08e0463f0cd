import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { connectionOf } from '../engine.ts'
import { folder, newGraph } from '../graph.ts'

/** A table's columns and what each holds, as Kysely is told: `Generated<text>`, `number | null`. */
type Columns = Record<string, string>

const file = new URL('../../src/sql/tables.ts', import.meta.url)
const source = ts.createSourceFile('tables.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
const interfaces = new Map(
  source.statements.filter(ts.isInterfaceDeclaration).map((one) => [one.name.text, one.members]),
)

const propertiesOf = (members: readonly ts.TypeElement[]): [string, ts.TypeNode][] =>
  members.flatMap((member) =>
    ts.isPropertySignature(member) && member.type ? [[member.name.getText(source), member.type]] : [],
  )

/** Of words of a vocabulary, and of the names of vocabularies, that they are text. */
function kindsOf(type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return [...new Set(type.types.flatMap(kindsOf))].sort()
  const written = type.getText(source)
  if (written === 'null' || written === 'number') return [written]
  return [/^\d+$/.test(written) ? 'number' : 'text']
}

function kindOf(type: ts.TypeNode): string {
  if (!ts.isTypeReferenceNode(type) || !type.typeArguments) return kindsOf(type).join(' | ')
  return `${type.typeName.getText(source)}<${type.typeArguments.map(kindOf).join()}>`
}

const columnsOf = (type: ts.TypeNode): Columns => {
  const members = ts.isTypeLiteralNode(type) ? type.members : interfaces.get(type.getText(source))
  return Object.fromEntries(propertiesOf(members ? [...members] : []).map(([name, of]) => [name, kindOf(of)]))
}

/** What `pragma table_xinfo` says of a column. `hidden` is 2 or 3 where it is worked out from others. */
interface Info {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  readonly dflt_value: string | null
  readonly pk: number
  readonly hidden: 0 | 2 | 3
}

const kinds: Record<string, string> = {
  TEXT: 'text',
  INTEGER: 'number',
  REAL: 'number',
  ANY: 'number | text',
}

/** `isNumbered` is whether the table gives its rows their ids: not where an id is another table's. */
function inTables(
  { type, notnull, dflt_value, pk, hidden }: Info,
  told: string,
  isNumbered: boolean,
): string {
  // SQLite does not say whether what is worked out can be null.
  const isNull = hidden ? told.includes('null') && !notnull : !notnull && pk === 0
  const kind = [isNull ? 'null' : '', kinds[type] ?? type].filter(Boolean).join(' | ')
  if (hidden) return `GeneratedAlways<${kind}>`
  return dflt_value !== null || (pk === 1 && isNumbered) ? `Generated<${kind}>` : kind
}

it('the tables that queries are checked against are those of the database', () => {
  const told = Object.fromEntries(
    propertiesOf([...(interfaces.get('Tables') ?? [])]).map(([table, type]) => [table, columnsOf(type)]),
  )
  const graph = newGraph(folder())
  const ask = <Row>(query: string, table = ''): Row[] =>
    connectionOf(graph)
      .db.prepare<string[], Row>(query)
      .all(...(table ? [table] : []))
  const tables = ask<{ name: string; wr: 0 | 1; strict: 0 | 1 }>(
    "select name, wr, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
  )
  const there = tables.map(({ name: table, wr }) => {
    const foreign = ask<{ from: string }>('select "from" from pragma_foreign_key_list(?)', table)
    const columns = ask<Info>('select * from pragma_table_xinfo(?)', table)
    const isNumbered = (column: string) =>
      !wr && columns.filter(({ pk }) => pk > 0).length === 1 && !foreign.some(({ from }) => from === column)
    return [
      table,
      Object.fromEntries(
        columns.map((column) => [
          column.name,
          inTables(column, told[table]?.[column.name] ?? '', isNumbered(column.name)),
        ]),
      ),
    ]
  })
  graph.close()
  expect(told).toEqual(Object.fromEntries(there))
  expect(tables.filter(({ strict }) => !strict)).toEqual([])
})
