import type { Browser, Page } from 'playwright-core'

/** One entry of Chromium's trace. Times are in microseconds. */
interface Entry {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Milliseconds that a task took, by the clock and by the processor: on a busy machine they are two. */
export interface Longest {
  readonly clock: number
  readonly processor: number
}

/** The longest task of a page's main thread while something is done. */
export async function longestDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<Longest> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Entry[] }
  const thread = ({ pid, tid }: Entry) => `${pid} ${tid}`
  const isMain = ({ name, args }: Entry) => name === 'thread_name' && args?.name === 'CrRendererMain'
  const main = new Set(traceEvents.filter(isMain).map(thread))
  const tasks = traceEvents.filter((entry) => entry.name.endsWith('RunTask') && main.has(thread(entry)))
  return {
    clock: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  }
}
