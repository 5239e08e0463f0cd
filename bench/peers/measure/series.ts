import type { Contestant } from '../contenders.ts'
import { type Load, type Measured, race } from './race.ts'

/** What a question costs as something grows: the graph, or how many processes share the load. */
export interface Series {
  readonly question: string
  readonly steps: readonly { readonly size: number; readonly measured: Measured }[]
  /** Processor time at the largest, as so many times that at the smallest. */
  readonly ratio: number
}

/** Starts a server for each size and asks them these questions by turns. */
export async function measureSeries(
  sizes: readonly number[],
  startFor: (size: number) => Promise<Contestant>,
  questions: readonly string[],
  load: Load,
): Promise<Series[]> {
  const servers: Contestant[] = []
  try {
    for (const size of sizes) servers.push({ ...(await startFor(size)), name: String(size) })
    const results: Series[] = []
    for (const name of questions) {
      console.error(`${name}, by turns of ${sizes.join(', ')} …`)
      results.push(seriesOf(name, sizes, await race({ name, query: '', variables: [] }, servers, load)))
    }
    return results
  } finally {
    for (const server of servers) await server.stop()
  }
}

function seriesOf(
  question: string,
  sizes: readonly number[],
  raced: ReadonlyMap<string, Measured | Error>,
): Series {
  const steps = sizes.map((size) => {
    const measured = raced.get(String(size))
    if (!measured || measured instanceof Error) throw measured ?? new Error(`nothing was measured at ${size}`)
    return { size, measured }
  })
  const [first, last] = [steps[0], steps.at(-1)].map((step) => step?.measured.cpu.median ?? 0)
  return { question, steps, ratio: (last ?? 0) / (first || 1) }
}
