import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('going back', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  it('leads to the place that was left, in a list that was shown further', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(`${url}/claims`)
    const cards = page.locator('.card')
    await cards.first().waitFor()
    const first = await cards.count()
    await page.getByRole('button', { name: /^Show more/ }).click()
    await expect.poll(() => cards.count()).toBeGreaterThan(first)
    const all = await cards.count()
    const link = cards.last().locator('h3 a')
    await link.scrollIntoViewIfNeeded()
    await expect.poll(() => page.evaluate(() => history.state?.scroll === scrollY && scrollY > 0)).toBe(true)
    const left = await page.evaluate(() => scrollY)
    await link.click()
    await page.waitForURL(/\/claim\//)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left)
    await expect.poll(() => cards.count()).toBe(all)
  })
})
