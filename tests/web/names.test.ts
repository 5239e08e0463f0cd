import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'
import { pages } from './pages.ts'

describe.skipIf(!hasBrowser)('what can be done with a list', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  it('is called by the words above the list, differently for each, and stands in one line', {
    timeout: 240_000,
  }, async () => {
    const { page } = await watchedPage(browser(), url)
    let lists = 0
    for (const [path, sign] of pages) {
      await page.goto(url + path)
      await page.getByText(sign).first().waitFor()
      await page.waitForLoadState('networkidle')
      const buttons = await page.getByRole('button', { name: /as (CSV|JSON)$/ }).all()
      expect(buttons.length, path).toBe(await page.locator('.export button').count())
      const names = await Promise.all(buttons.map((button) => button.evaluate(nameOf)))
      expect(new Set(names).size, path).toBe(names.length)
      for (const name of names) expect(name, path).toMatch(/^[A-Z0-9“].* as (CSV|JSON)$/)
      lists += buttons.length / 2
      const baselines = await page.evaluate(() =>
        [...document.querySelectorAll('.section-head')].map((head) =>
          [...head.querySelectorAll('.text-button')].map((each) =>
            Math.round(each.getBoundingClientRect().bottom),
          ),
        ),
      )
      for (const line of baselines) expect(new Set(line).size, `${path}: ${line}`).toBeLessThanOrEqual(1)
    }
    expect(lists).toBeGreaterThan(30)
    await page.close()
  })
})

/** What the ids that label a button say, one after the other. */
function nameOf(button: Element): string {
  const ids = button.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}
