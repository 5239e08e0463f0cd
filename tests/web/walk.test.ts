import { describe, expect, it } from 'vitest'
import { ofColour, seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'
import { pages, silentPages } from './pages.ts'

describe.skipIf(!hasBrowser)('every page', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  for (const width of [1280, 390])
    it(`comes without a fault, at a width of ${width}`, { timeout: 120_000 }, async () => {
      const { page, faults, asked } = await watchedPage(browser(), url, { viewport: { width, height: 900 } })
      for (const [path, sign] of [...pages, ...silentPages]) {
        asked.length = 0
        await page.goto(url + path)
        await page.getByText(sign).first().waitFor()
        expect(asked.length, `${path} asks at most twice`).toBeLessThanOrEqual(2)
        await page.waitForLoadState('networkidle')
        const excess = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(excess, `${path} is no wider than the window`).toBeLessThanOrEqual(0)
        expect(await page.locator('h1').count(), path).toBe(1)
        expect(faults, path).toEqual([])
      }
    })

  it('has nothing serious for axe, in light and in dark', { timeout: 240_000 }, async () => {
    const { page } = await watchedPage(browser(), url, { bypassCSP: true })
    for (const [path, sign] of [...pages, ...silentPages]) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(url + path)
      await page.getByText(sign).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await seriousIn(page), path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await seriousIn(page, ofColour), `${path} in dark`).toEqual([])
    }
  })

  it('opens in GraphiQL the very query that it made', { timeout: 60_000 }, async () => {
    const { page, asked } = await watchedPage(browser(), url)
    for (const [path, sign] of pages) {
      asked.length = 0
      await page.goto(url + path)
      await page.getByText(sign).first().waitFor()
      const href = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href')
      const { searchParams } = new URL(href ?? '', url)
      expect(asked[0]?.query, path).toBe(searchParams.get('query'))
      expect(asked[0]?.variables ?? {}, path).toEqual(JSON.parse(searchParams.get('variables') ?? '{}'))
    }
  })

  it('asks nothing before there is something to ask', async () => {
    const { page, asked } = await watchedPage(browser(), url)
    for (const [path, sign] of silentPages) {
      await page.goto(url + path)
      await page.getByText(sign).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(asked, path).toEqual([])
      expect(await page.getByRole('link', { name: 'Open in GraphiQL' }).count(), path).toBe(0)
    }
  })
})
