import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Latency } from '../measure/latency.ts'
import type { Serving } from '../soak/server.ts'
import { withServedCopy } from './edited-copy.ts'
import type { LoadDraft, Loaded, Wanted } from './load.ts'
import { Reader } from './reader.ts'

export interface LiveBounds {
  readonly seconds: number
  /** How many statements a second are recorded. */
  readonly rate: number
  readonly subscribers: number
  /** How many statements a request has, for one measurement after the other. */
  readonly each: readonly number[]
}

export interface LiveResult extends Loaded {
  readonly each: number
  /** Readers' latency just before, and meanwhile. */
  readonly idle: Latency
  readonly meanwhile: Latency
  /** The processor's seconds that the server took, in a second of each: what a busy machine moves least. */
  readonly processor: { readonly idle: number; readonly meanwhile: number }
}

/** Until V8 has compiled what the questions run. */
const WARM_UP = 3_000

/** What readers, a writer and many who are told of changes have of the real server, all at once. */
export const measureLive = (graph: string, bounds: LiveBounds): Promise<LiveResult[]> =>
  withServedCopy(graph, async ({ url, token, path, serving }) => {
    const draft: LoadDraft = { url, token, path, subscribers: bounds.subscribers }
    const load = fork(fileURLToPath(new URL('./load.js', import.meta.url)), [JSON.stringify(draft)])
    const reader = new Reader(url, path)
    const results: LiveResult[] = []
    try {
      await reader.measure(setTimeout(Math.min(WARM_UP, bounds.seconds * 1_000)))
      for (const each of bounds.each) {
        const begun = usage(serving)
        const idle = await reader.measure(setTimeout(bounds.seconds * 1_000))
        const between = usage(serving)
        load.send({ rate: bounds.rate, seconds: bounds.seconds, each } satisfies Wanted)
        const loaded = once(load, 'message')
        const meanwhile = await reader.measure(loaded)
        const processor = { idle: between.since(begun), meanwhile: usage(serving).since(between) }
        const [result] = (await loaded) as [Loaded]
        const faults = [...result.faults, ...result.written.faults, ...serving.mistakes.splice(0)]
        results.push({ ...result, faults, each, idle, meanwhile, processor })
      }
    } finally {
      reader.close()
      load.disconnect()
    }
    return results
  })

/** What a server has used of the processor until now, and of it in a second since another time. */
function usage(serving: Serving): Usage {
  const [wall, processor] = [performance.now() / 1_000, serving.processorSeconds()]
  return { wall, processor, since: (before) => (processor - before.processor) / (wall - before.wall) }
}

interface Usage {
  readonly wall: number
  readonly processor: number
  since(before: Pick<Usage, 'wall' | 'processor'>): number
}
