import { postgresOf } from './copy.ts'
import type { Postgres } from './run.ts'

export type LentPostgres = Pick<Postgres, 'url' | 'usage' | 'stop'>

/** Those that run, by their graphs. */
const running = new Map<string, { readonly postgres: Promise<Postgres>; users: number }>()

/** The PostgreSQL of a graph, which is started for the first that asks for it, and stopped by the last. */
export async function lendPostgres(graph: string): Promise<LentPostgres> {
  const lent = running.get(graph) ?? { postgres: postgresOf(graph), users: 0 }
  running.set(graph, lent)
  lent.users++
  const giveBack = async () => {
    lent.users--
    if (lent.users > 0) return
    running.delete(graph)
    await (await lent.postgres).stop()
  }
  try {
    const { url, usage } = await lent.postgres
    return { url, usage, stop: giveBack }
  } catch (error) {
    running.delete(graph)
    throw error
  }
}
