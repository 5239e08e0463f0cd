import { createQueryId, type OperationNodeSource, type RawNode, SqliteQueryCompiler } from 'kysely'
import { isDialectNode } from '../dialect.ts'
import { sqliteDialect } from './dialect.ts'

/** Writes a query's SQL, and what its pieces are in SQLite. */
class Compiler extends SqliteQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    if (isDialectNode(node)) this.visitNode(node.write(sqliteDialect).toOperationNode())
    else super.visitRaw(node)
  }
}

export function compile(query: OperationNodeSource): { sql: string; parameters: readonly unknown[] } {
  const node = query.toOperationNode() as Parameters<Compiler['compileQuery']>[0]
  return new Compiler().compileQuery(node, createQueryId())
}
