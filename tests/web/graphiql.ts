import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { AppOptions } from '../../src/server/app.ts'
import { GraphiQL } from '../../src/server/graphiql.ts'
import type { Question } from '../../src/server/question.ts'
import { startServer } from '../server/fixture.ts'

export const questions: readonly Question[] = [
  { title: 'Hello?', query: '# Hello?\nquery Hello { hello }\n' },
  { title: 'Things?', query: '# Things?\nquery Things { things { totalCount } }\n' },
]

/** GraphiQL as it is shipped, on a real server; its address. */
export async function startGraphiQL(
  asked: readonly Question[] = questions,
  options: Partial<AppOptions> = {},
): Promise<string> {
  const graphiql = GraphiQL.open(new URL('../../dist/graphiql/', import.meta.url), asked)
  const { url } = await startServer({ graphiql, ...options })
  return `${url}/graphql`
}

export interface Opened {
  readonly tab: Page
  readonly asked: readonly string[]
  /** What the page complains about. */
  readonly problems: readonly string[]
}

/** Opens a page that has never been here, and notes what it asks for. */
export async function openAt(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext(options)
  const asked: string[] = []
  const problems: string[] = []
  const tab = await context.newPage()
  await context.route('**/*', (route) => {
    asked.push(route.request().url())
    return route.continue()
  })
  tab.on('pageerror', (error) => problems.push(String(error)))
  tab.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await tab.goto(address)
  await ready(tab)
  return { tab, asked, problems }
}

export const ready = (tab: Page): Promise<unknown> =>
  tab.waitForSelector('.graphiql-query-editor .view-line', { timeout: 30_000 })

export async function reload(tab: Page): Promise<void> {
  // What changes is kept after half a second.
  await tab.waitForTimeout(1_000)
  await tab.reload()
  await ready(tab)
}

const textOf = async (tab: Page, selector: string) =>
  (await tab.locator(`${selector} .view-lines`).allInnerTexts()).join('\n').replaceAll('\u00a0', ' ')

/** As much of them as the editors draw. */
export const question = (tab: Page): Promise<string> => textOf(tab, '.graphiql-query-editor')
export const answer = (tab: Page): Promise<string> => textOf(tab, '.graphiql-response')

export const titles = (tab: Page) => tab.locator('.graphiql-tab-button').allInnerTexts()
export const front = (tab: Page) => tab.locator('.graphiql-tab-active .graphiql-tab-button').textContent()
export const tabOf = (tab: Page, title: string) =>
  tab.locator('.graphiql-tab-button', { hasText: new RegExp(`^${title}$`) })
