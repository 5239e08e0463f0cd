import { createQueryId, type OperationNodeSource, PostgresQueryCompiler, type RawNode } from 'kysely'
import { isDialectNode } from '../../dialect.ts'
import { postgresDialect } from './dialect.ts'

/** Writes a query's SQL, and what its pieces are in PostgreSQL. */
class PostgresCompiler extends PostgresQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    if (isDialectNode(node)) this.visitNode(node.write(postgresDialect).toOperationNode())
    else super.visitRaw(node)
  }
}

export function compilePostgres(query: OperationNodeSource): { sql: string; parameters: readonly unknown[] } {
  const node = query.toOperationNode() as Parameters<PostgresCompiler['compileQuery']>[0]
  return new PostgresCompiler().compileQuery(node, createQueryId())
}
