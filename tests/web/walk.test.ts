import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ofColour, seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, type Watched, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'
import { listsToSave } from './list-buttons.ts'
import { pages, silentPages } from './pages.ts'

const silent = new Set(silentPages.map(([path]) => path))

describe.skipIf(!hasBrowser)('every page', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  /** Visits all of them, in three tabs at a time: each waits until nothing more comes. */
  async function walk(width: number, look: (watched: Watched, path: string) => Promise<void>) {
    const left = [...pages, ...silentPages]
    const tab = async () => {
      const watched = await watchedPage(browser(), url, { viewport: { width, height: 900 } })
      for (let next = left.shift(); next; next = left.shift()) {
        const [path, sign] = next
        watched.asked.length = 0
        await watched.page.goto(url + path)
        await watched.page.getByText(sign).first().waitFor()
        await watched.page.waitForLoadState('networkidle')
        await fits(watched.page, path)
        await look(watched, path)
        expect(watched.faults, path).toEqual([])
      }
    }
    await Promise.all([tab(), tab(), tab()])
  }

  async function fits(page: Page, path: string) {
    const excess = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(excess, `${path} is no wider than the window`).toBeLessThanOrEqual(0)
    expect(await page.locator('h1').count(), path).toBe(1)
  }

  async function asksWhatGraphiQLOpens({ page, asked }: Watched, path: string) {
    const link = page.getByRole('link', { name: 'Open in GraphiQL' })
    if (silent.has(path)) {
      expect(asked, `${path} asks nothing before there is something to ask`).toEqual([])
      expect(await link.count(), path).toBe(0)
      return
    }
    expect(asked.length, `${path} asks at most twice`).toBeLessThanOrEqual(2)
    const { searchParams } = new URL((await link.getAttribute('href')) ?? '', url)
    expect(asked[0]?.query, path).toBe(searchParams.get('query'))
    expect(asked[0]?.variables ?? {}, path).toEqual(JSON.parse(searchParams.get('variables') ?? '{}'))
  }

  /** Nothing is serious for axe, in light and in dark. */
  async function isClearToAll({ page }: Watched, path: string) {
    expect(await seriousIn(page), path).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await seriousIn(page, ofColour), `${path} in dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  }

  it('comes without a fault, opens in GraphiQL the query that it made, names its buttons, and satisfies axe', {
    timeout: 240_000,
  }, async () => {
    let lists = 0
    await walk(1280, async (watched, path) => {
      await asksWhatGraphiQLOpens(watched, path)
      const toSave = await listsToSave(watched.page, path)
      lists += toSave
      await isClearToAll(watched, path)
    })
    expect(lists).toBeGreaterThan(30)
  })

  it('comes without a fault to a telephone', { timeout: 120_000 }, () =>
    walk(390, async ({ asked }, path) => {
      expect(asked.length, `${path} asks at most twice`).toBeLessThanOrEqual(silent.has(path) ? 0 : 2)
    }),
  )
})
