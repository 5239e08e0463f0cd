import { describe, expect, it } from 'vitest'
import { ofColour, seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, type Watched, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'
import { pages, silentPages } from './pages.ts'

describe.skipIf(!hasBrowser)('every page', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  /** Visits all of them, in two tabs at a time: each waits until nothing more comes. */
  async function walk(
    options: Parameters<typeof watchedPage>[2],
    look: (watched: Watched, path: string) => Promise<void>,
    visited = [...pages, ...silentPages],
  ) {
    const left = [...visited]
    const tab = async () => {
      const watched = await watchedPage(browser(), url, options)
      for (let next = left.shift(); next; next = left.shift()) {
        const [path, sign] = next
        watched.asked.length = 0
        await watched.page.goto(url + path)
        await watched.page.getByText(sign).first().waitFor()
        await watched.page.waitForLoadState('networkidle')
        await look(watched, path)
      }
    }
    await Promise.all([tab(), tab()])
  }

  for (const width of [1280, 390])
    it(`comes without a fault, at a width of ${width}`, { timeout: 120_000 }, () =>
      walk({ viewport: { width, height: 900 } }, async ({ page, faults, asked }, path) => {
        expect(asked.length, `${path} asks at most twice`).toBeLessThanOrEqual(2)
        const excess = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(excess, `${path} is no wider than the window`).toBeLessThanOrEqual(0)
        expect(await page.locator('h1').count(), path).toBe(1)
        expect(faults, path).toEqual([])
      }),
    )

  it('has nothing serious for axe, in light and in dark', { timeout: 240_000 }, () =>
    walk({ bypassCSP: true, colorScheme: 'light' }, async ({ page }, path) => {
      expect(await seriousIn(page), path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await seriousIn(page, ofColour), `${path} in dark`).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
    }),
  )

  it('opens in GraphiQL the very query that it made', { timeout: 60_000 }, () =>
    walk(
      {},
      async ({ page, asked }, path) => {
        const href = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href')
        const { searchParams } = new URL(href ?? '', url)
        expect(asked[0]?.query, path).toBe(searchParams.get('query'))
        expect(asked[0]?.variables ?? {}, path).toEqual(JSON.parse(searchParams.get('variables') ?? '{}'))
      },
      [...pages],
    ),
  )

  it('asks nothing before there is something to ask', () =>
    walk(
      {},
      async ({ page, asked }, path) => {
        expect(asked, path).toEqual([])
        expect(await page.getByRole('link', { name: 'Open in GraphiQL' }).count(), path).toBe(0)
      },
      [...silentPages],
    ))
})
