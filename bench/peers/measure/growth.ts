import { openReadConnection } from '../../../src/sql/sqlite/connection.ts'
import { syntheticGraph } from '../../generate.ts'
import type { Question } from '../../question.ts'
import { type Contender, type Contestant, cannot, start } from '../contenders.ts'
import { eightQuestions } from '../questions.ts'
import type { Load } from './race.ts'
import { measureSeries, type Series } from './series.ts'

/** What questions cost on graphs of so many statements. */
export const measureGrowth = (
  name: Contender,
  sizes: readonly number[],
  seed: number,
  questions: readonly Question[],
  load: Load,
): Promise<Series[]> =>
  measureSeries(
    sizes,
    (statements) => serverOf(name, syntheticGraph({ statements, seed })),
    namesFor(name, questions),
    load,
  )

/** What questions cost where one, two or more processes on the same graph share the load. */
export const measureProcesses = (
  name: Contender,
  counts: readonly number[],
  graph: string,
  questions: readonly Question[],
  load: Load,
): Promise<Series[]> =>
  measureSeries(counts, (count) => serverOf(name, graph, count), namesFor(name, questions), load)

/** The questions that it can be asked. */
const namesFor = (contender: Contender, questions: readonly Question[]): string[] =>
  questions.map(({ name }) => name).filter((name) => !cannot[contender]?.[name])

/** It is asked what its own graph can answer. */
async function serverOf(contender: Contender, path: string, processes = 1): Promise<Contestant> {
  const { db } = openReadConnection(path)
  const asked = new Map<string, Question>(eightQuestions(db).map((question) => [question.name, question]))
  db.close()
  const server = await start(contender, path, processes)
  return { ...server, asked: (question) => server.asked(asked.get(question.name) ?? question) }
}
