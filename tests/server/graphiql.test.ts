import { existsSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from './fixture.ts'

const questions = [
  { title: 'Hello?', query: '# Hello?\nquery Hello { hello }\n' },
  { title: 'Things?', query: '# Things?\nquery Things { things { totalCount } }\n' },
]
const { url } = await startServer({ questions })
const page = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${url}/graphql`, { method, headers: { accept: 'text/html', ...headers } })

describe('the page', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes compressed by %s, and is the same', async (encoding, decompress) => {
    const { request } = await import('node:http')
    const { headers, body } = await new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
      (resolve) =>
        request(
          `${url}/graphql`,
          { headers: { accept: 'text/html', 'accept-encoding': encoding } },
          (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk) => chunks.push(chunk))
            response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
          },
        ).end(),
    )
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept, accept-encoding' })
    expect(body.length).toBeLessThan(3_000_000)
    expect(decompress(body).toString()).toBe(await (await page({ 'accept-encoding': 'identity' })).text())
  })

  test('is not sent again to whoever has it', async () => {
    const first = await page()
    await first.body?.cancel()
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}/)
    const again = await page({ 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await page({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('answers HEAD without a body', async () => {
    const head = await page({}, 'HEAD')
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  })

  test('is allowed its own script, its workers and this server, and nothing else', async () => {
    const response = await page()
    await response.body?.cancel()
    const policy = response.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+';/)
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  })
})

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere)
  console.warn(`SKIPPED: GraphiQL in a browser. There is no Chromium at ${executablePath}; set CHROMIUM.`)

describe.skipIf(!isThere)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    const quiet = [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ]
    const args = ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet]
    browser = await chromium.launch({ executablePath, args })
  }, 60_000)
  afterAll(() => browser?.close())

  /** Opens a page that has never been here, and notes what it asks for and what it complains about. */
  async function open(path: string) {
    const context = await browser.newContext()
    const asked: string[] = []
    const problems: string[] = []
    const tab: Page = await context.newPage()
    await context.route('**/*', (route) => {
      asked.push(route.request().url())
      return route.continue()
    })
    tab.on('pageerror', (error) => problems.push(String(error)))
    tab.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await tab.goto(url + path)
    await tab.waitForSelector('.graphiql-query-editor .view-line', { timeout: 30_000 })
    return { tab, asked, problems }
  }

  const outside = (asked: readonly string[]) =>
    asked.filter((it) => !it.startsWith(url) && !/^(blob|data):/.test(it))
  const textOf = async (tab: Page, selector: string) =>
    (await tab.locator(selector).allInnerTexts()).join('\n').replaceAll('\u00a0', ' ')
  const titles = (tab: Page) => tab.locator('.graphiql-tab-button').allInnerTexts()

  const front = (tab: Page) => tab.locator('.graphiql-tab-active .graphiql-tab-button').textContent()
  const reload = async (tab: Page) => {
    // What changes is kept after half a second.
    await tab.waitForTimeout(1_000)
    await tab.reload()
    await tab.waitForSelector('.graphiql-query-editor .view-line', { timeout: 30_000 })
  }

  test('the questions are in its tabs, the first in front; it runs, and nothing leaves the machine', async () => {
    const { tab, asked, problems } = await open('/graphql')
    expect(await titles(tab)).toEqual(['Hello', 'Things'])
    expect(await textOf(tab, '.graphiql-query-editor .view-lines')).toContain('query Hello { hello }')
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => textOf(tab, '.graphiql-response .view-lines')).toContain('Hello world')
    expect(outside(asked)).toEqual([])
    expect(problems).toEqual([])
  }, 60_000)

  test('a link opens its query with its variables', async () => {
    const query = encodeURIComponent('query Greet($name: String) { hello(name: $name) }')
    const variables = encodeURIComponent('{ "name": "Ada" }')
    const { tab, problems } = await open(`/graphql?query=${query}&variables=${variables}`)
    expect((await titles(tab))[0]).toBe('Greet')
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => textOf(tab, '.graphiql-response .view-lines')).toContain('Hello Ada')
    expect(problems).toEqual([])
  }, 60_000)

  test('a link may keep both to the browser: they are not sent, and leave the address', async () => {
    const linked = new URLSearchParams({
      query: 'query Greet($name: String) { hello(name: $name) }',
      variables: '{ "name": "Ada" }',
    })
    const { tab, asked, problems } = await open('/graphql')
    await tab.waitForTimeout(1_000)
    await tab.goto('about:blank')
    await tab.goto(`${url}/graphql#${linked}`)
    await tab.waitForSelector('.graphiql-query-editor .view-line')
    expect(await front(tab)).toBe('Greet')
    expect(tab.url()).toBe(`${url}/graphql`)
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => textOf(tab, '.graphiql-response .view-lines')).toContain('Hello Ada')
    expect(asked.filter((it) => it.includes('Ada'))).toEqual([])
    await reload(tab)
    expect(await front(tab)).toBe('Greet')
    expect(problems).toEqual([])
  }, 60_000)

  test('a link does so for whoever was here before', async () => {
    const { tab } = await open('/graphql')
    await tab.waitForTimeout(1_000)
    await tab.goto(`${url}/graphql?query=${encodeURIComponent('query Again { hello(name: "Eve") }')}`)
    await tab.waitForSelector('.graphiql-query-editor .view-line')
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => textOf(tab, '.graphiql-response .view-lines')).toContain('Hello Eve')
    expect(await titles(tab)).toContain('Again')
  }, 60_000)

  test('coming back adds no tab, and leaves in front what was in front', async () => {
    const { tab } = await open('/graphql')
    for (let visit = 0; visit < 2; visit++) {
      await reload(tab)
      expect(await titles(tab)).toEqual(['Hello', 'Things'])
      expect(await front(tab)).toBe('Hello')
    }
    await tab.getByRole('tab', { name: 'Things' }).click()
    for (let visit = 0; visit < 2; visit++) {
      await reload(tab)
      expect(await titles(tab)).toEqual(['Hello', 'Things'])
      expect(await front(tab)).toBe('Things')
      expect(await textOf(tab, '.graphiql-query-editor .view-lines')).toContain('query Things')
    }
  }, 60_000)

  test('a link is in front, however often it is opened, and has one tab', async () => {
    const { tab } = await open('/graphql')
    await tab.waitForTimeout(1_000)
    const link = `query=${encodeURIComponent('query Linked { hello }')}&variables=${encodeURIComponent('{"a": 1}')}`
    await tab.goto(`${url}/graphql?${link}`)
    for (let visit = 0; visit < 2; visit++) {
      await reload(tab)
      expect(await titles(tab)).toEqual(['Hello', 'Things', 'Linked'])
      expect(await front(tab)).toBe('Linked')
    }
  }, 60_000)
})
