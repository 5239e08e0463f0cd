import { openReadConnection } from '../../../src/sql/sqlite/connection.ts'
import { syntheticGraph } from '../../generate.ts'
import { type Question, questions } from '../../question.ts'
import { type Contender, type Contestant, start } from '../contenders.ts'
import { type Load, type Measured, race } from './race.ts'

/** What a question costs on graphs of several sizes. */
export interface Growth {
  readonly question: string
  readonly sizes: readonly { readonly statements: number; readonly measured: Measured }[]
  /** Processor time on the largest, as so many times that on the smallest. */
  readonly ratio: number
}

/** The three questions of Hearsay on each of these graphs, by turns. */
export async function measureGrowth(
  name: Contender,
  sizes: readonly number[],
  seed: number,
  load: Load,
): Promise<Growth[]> {
  const servers: Contestant[] = []
  try {
    for (const statements of sizes) servers.push(await serverOf(name, statements, seed))
    const results: Growth[] = []
    for (const question of ['Q1', 'Q2', 'Q3']) {
      const raced = await race({ name: question, query: '', variables: [] }, servers, load)
      results.push(growthOf(question, sizes, raced))
    }
    return results
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Named by the size of its graph, of which it is asked. */
async function serverOf(contender: Contender, statements: number, seed: number): Promise<Contestant> {
  const path = syntheticGraph({ statements, seed })
  const { db } = openReadConnection(path)
  const asked = new Map<string, Question>(questions(db).map((question) => [question.name, question]))
  db.close()
  const server = await start(contender, path)
  return { ...server, name: String(statements), asked: (question) => asked.get(question.name) ?? question }
}

function growthOf(
  question: string,
  statements: readonly number[],
  raced: ReadonlyMap<string, Measured | Error>,
): Growth {
  const sizes = statements.map((count) => {
    const measured = raced.get(String(count))
    if (!measured || measured instanceof Error)
      throw measured ?? new Error(`nothing was measured on ${count}`)
    return { statements: count, measured }
  })
  const [first, last] = [sizes[0], sizes.at(-1)].map((size) => size?.measured.cpu.median ?? 0)
  return { question, sizes, ratio: (last ?? 0) / (first || 1) }
}
