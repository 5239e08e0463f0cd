import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('the search', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  it('is worked by keyboard alone', async () => {
    const { page, faults } = await watchedPage(browser(), url)
    await page.goto(url)
    const box = page.getByRole('combobox')
    await box.focus()
    await page.keyboard.type('Bakhm')
    await page.getByRole('option').first().waitFor()
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await box.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await box.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(place|event|claim|actor|statement)\//)
    expect(await page.locator('h1').innerText()).toMatch(/Bakhmut/)
    expect(faults).toEqual([])
  })

  it('says so where nothing is found', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(url)
    await page.getByRole('combobox').fill('zzzzzz')
    await page.getByText('Nothing has these words.').waitFor()
  })
})
