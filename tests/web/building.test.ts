import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { seed, worlds } from '../graph-fixture.ts'
import { startServer } from '../server/fixture.ts'
import { hasBrowser, newBrowser } from './browser.ts'

const { graph } = worlds().of(seed)
const APP = 'https://app.example.org'
const local = await startServer({ schema, graph })
const allowing = await startServer({ schema, graph, host: '0.0.0.0', allowOrigin: [APP] })
const closed = await startServer({ schema, graph, host: '0.0.0.0' })

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const lines = /## Building on it\n+```js\n(.*?)```/s.exec(readme)?.[1] ?? ''
const pageFor = (url: string) =>
  `<!doctype html><script type="module">${lines.replace('http://127.0.0.1:4000', url)}</script>`

/** Serves pages that ask one of the servers, as a frontend's development server would. */
const frontend = createServer((request, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(pageFor(`http://127.0.0.1:${request.url?.slice(1)}`)),
)
await new Promise<void>((done) => frontend.listen(0, '127.0.0.1', done))
afterAll(() => void frontend.close())
const { port } = frontend.address() as AddressInfo

describe.skipIf(!hasBrowser)('the lines of the README, in a page of another origin', () => {
  const browser = newBrowser()

  /** What the page says once it has asked, or cannot. */
  async function said(origin: string, asked: string): Promise<string> {
    // A browser asks its user before a page of the web may ask this machine, whatever this machine says of it.
    const context = await browser().newContext({ permissions: ['local-network-access'] })
    const page = await context.newPage()
    if (origin === APP)
      await page.route(`${APP}/*`, (route) =>
        route.fulfill({ contentType: 'text/html', body: pageFor(asked) }),
      )
    const heard = page.waitForEvent('console', (message) => !message.location().url.endsWith('favicon.ico'))
    await page.goto(`${origin}/${new URL(asked).port}`)
    const text = (await heard).text()
    await context.close()
    return text
  }

  it('are ten or so', () => {
    expect(lines.trim().split('\n').length).toBeLessThanOrEqual(11)
  })

  it.each([`http://localhost:${port}`, `http://127.0.0.1:${port}`])('work at %s', async (origin) => {
    expect(await said(origin, local.url)).toBe(
      'Ukraine was behind the incursion into the Belgorod Region. CONTESTED',
    )
  })

  it('work at an origin that is allowed, and at no other', async () => {
    expect(await said(APP, allowing.url)).toContain('CONTESTED')
    for (const { url } of [closed, local]) expect(await said(APP, url)).toMatch(/blocked by CORS policy/)
  })

  it('do not work at this machine where the server is open to others', async () => {
    expect(await said(`http://localhost:${port}`, closed.url)).toMatch(/blocked by CORS policy/)
  })
})
