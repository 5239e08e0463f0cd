import { existsSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const PATH = '/usr/bin/chromium'

export const hasBrowser = existsSync(PATH)
if (!hasBrowser) console.warn(`There is no ${PATH}: the explorer is NOT tested. apt-get install -y chromium`)

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One browser for a test file. */
export function newBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (hasBrowser) browser = await chromium.launch({ executablePath: PATH, args })
  }, 60_000)
  afterAll(() => browser?.close())
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
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== url)
      faults.push(`elsewhere: ${request.url()}`)
    if (request.method() === 'POST') asked.push(request.postDataJSON())
  })
  return { page, faults, asked }
}
