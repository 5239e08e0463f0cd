import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { busiestPages, type PageOf } from './explorer/busiest.ts'
import { chromiumAt } from './explorer/chromium.ts'
import { formatPages } from './explorer/report.ts'
import { longestDuring } from './explorer/trace.ts'
import { scroll, type Visit, visit } from './explorer/visit.ts'
import { syntheticGraph } from './generate.ts'
import { median } from './measure/timing.ts'
import { startServer } from './server/start.ts'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    db: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
})

/** A visit, with the longest tasks of the main thread, at first and while the page is scrolled to its end. */
interface LongVisit extends Visit {
  readonly clock: number
  readonly processor: number
  readonly clockScrolled: number
  readonly processorScrolled: number
  readonly elementsScrolled: number
}
export interface PageResult extends PageOf, LongVisit {}

const path = values.db ?? syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) })
const results = await measure()
console.log(values.json ? JSON.stringify(results, null, 2) : formatPages(results))

/** Every page of the explorer for the busiest nodes of a graph, in a browser, by a server in a process of its own. */
async function measure(): Promise<PageResult[]> {
  const pages = busiestPages(path).filter((page) => `${page.what} ${page.path}`.includes(values.only))
  const { child, url } = await startServer('explorer', path)
  const browser = await chromium.launch(chromiumAt)
  try {
    const rounds: LongVisit[][] = pages.map(() => [])
    for (let round = 0; round < Number(values.rounds); round++)
      for (const [index, page] of pages.entries())
        rounds[index]?.push(await longVisit(browser, url + page.path))
    return pages.map((page, index) => ({ ...page, ...middle(rounds[index] as LongVisit[]) }))
  } finally {
    await browser.close()
    child.disconnect()
  }
}

/** By a browser that has never been here. */
async function longVisit(browser: Browser, url: string): Promise<LongVisit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  try {
    let opened: Visit | undefined
    let elementsScrolled = 0
    const first = await longestDuring(browser, page, async () => {
      opened = await visit(page, url)
    })
    const later = await longestDuring(browser, page, async () => {
      elementsScrolled = await scroll(page)
    })
    return {
      ...(opened as unknown as Visit),
      ...first,
      clockScrolled: later.clock,
      processorScrolled: later.processor,
      elementsScrolled,
    }
  } finally {
    await page.context().close()
  }
}

/** Of each figure the median of the rounds, which no hiccup moves. */
function middle(visits: readonly LongVisit[]): LongVisit {
  const names = Object.keys(visits[0] as LongVisit) as (keyof LongVisit)[]
  return Object.fromEntries(
    names.map((name) => [name, median(visits.map((each) => each[name]))]),
  ) as unknown as LongVisit
}
