import { existsSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterEach, beforeAll } from 'vitest'
import { chromiumAt } from '../../bench/explorer/chromium.ts'

const { executablePath } = chromiumAt

export const hasBrowser = existsSync(executablePath)
if (!hasBrowser)
  console.warn(
    `There is no ${executablePath}: the explorer is NOT tested. apt-get install -y chromium-headless-shell`,
  )

let launched: Promise<Browser> | undefined

/** One browser for all test files of a worker, which ends with it: to start one takes a second and more. */
async function theBrowser(): Promise<Browser> {
  if (!(await launched)?.isConnected()) launched = chromium.launch(chromiumAt)
  return launched as Promise<Browser>
}

/** The browser. What a test opened is closed after it: pages that nobody looks at still take their time. */
export function newBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (hasBrowser) browser = await theBrowser()
  }, 60_000)
  afterEach(() => Promise.all(browser?.contexts().map((context) => context.close()) ?? []))
  return () => browser as Browser
}

export interface Watched {
  readonly page: Page
  /** Console errors, failed requests, requests to others: whatever should not be. */
  readonly faults: string[]
  /** What GraphQL was asked. */
  readonly asked: { readonly query: string; readonly variables: unknown }[]
}

/** A page of which everything that goes wrong is written down. */
export async function watchedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const asked: Watched['asked'] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => {
    // What was still on its way when the page was left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== url)
      faults.push(`elsewhere: ${request.url()}`)
    if (request.method() === 'POST' && request.url() === `${url}/graphql`) asked.push(request.postDataJSON())
  })
  return { page, faults, asked }
}

/** A page of the explorer with its answer on it, and what it shows last, where that comes after the answer. */
export async function openPage(
  browser: Browser,
  base: string,
  path: string,
  { last, ...options }: BrowserContextOptions & { readonly last?: string } = {},
): Promise<Watched> {
  const watched = await watchedPage(browser, base, options)
  await watched.page.goto(base + path)
  await watched.page.locator('.page[aria-busy="false"]').waitFor()
  if (last) await watched.page.locator(last).first().waitFor()
  await drawn(watched.page)
  return watched
}

/**
 * Waits until a page that stands has been drawn. Chromium drops the keys that are pressed before that, though all of the
 * page is in the document: on a busy machine that can be a while.
 */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** Keeps answers back until they are released. */
export async function holdAnswers(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/graphql', async (route) => {
    await released
    await route.continue()
  })
  await intercepting(page)
  return () => release()
}

/** Waits until a page's requests are intercepted, which begins some time after Chromium has been told to. */
async function intercepting(page: Page): Promise<void> {
  let isIntercepted = false
  await page.route('**/?intercepted', (route) => {
    isIntercepted = true
    return route.fulfill({ status: 204 })
  })
  while (!isIntercepted) await page.evaluate(() => fetch('/?intercepted').then(({ ok }) => ok))
}
