import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('the keyboard', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser(), url, path)
    return page
  }
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      return at.getAttribute('aria-label') ?? at.innerText
    })

  it('goes to the search by a slash, on every page', async () => {
    for (const path of ['/', '/claims', '/matrix', '/actor/russia', '/graph']) {
      const page = await open(path)
      await page.keyboard.press('/')
      expect(await focused(page), path).toBe('Search actors, events, claims and statements')
      expect(await page.locator('search input').first().inputValue()).toBe('')
      await page.close()
    }
  })

  it('writes a slash where one is typed', async () => {
    const page = await open('/claims')
    const words = page.getByRole('searchbox', { name: 'Words' })
    await words.focus()
    await page.keyboard.press('/')
    await expect.poll(() => words.inputValue()).toBe('/')
    const search = page.locator('.site-head search input')
    await search.focus()
    await page.keyboard.type('a/b')
    await expect.poll(() => search.inputValue()).toBe('a/b')
    await page.keyboard.press('Control+/')
    await expect.poll(() => search.inputValue()).toBe('a/b')
  })

  it('goes through the matrix by its arrows, and past it by one Tab', async () => {
    const page = await open('/matrix')
    const table = page.locator('.matrix')
    await expect.poll(() => table.locator('a[tabindex="0"]').count()).toBe(1)
    const names = await table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...(row as HTMLTableRowElement).cells].map((cell) => cell.querySelector('a')?.ariaLabel),
        ),
      )
    const [first = []] = names
    const filled = first.flatMap((name, column) => (name ? [column] : []))
    await table.locator('a[tabindex="0"]').focus()
    expect(await focused(page)).toBe(first[filled[0] as number])
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe(first[filled[1] as number])
    await page.keyboard.press('End')
    expect(await focused(page)).toBe(first[filled.at(-1) as number])
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe(first[filled.at(-2) as number])
    await page.keyboard.press('Home')
    expect(await focused(page)).toBe(await table.locator('tbody th').first().innerText())
    await page.keyboard.press('ArrowRight')
    const column = filled[0] as number
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(
      names
        .slice(1)
        .map((row) => row[column])
        .find((name) => name),
    )
    await page.keyboard.press('PageDown')
    expect(await focused(page)).toBe(names.map((row) => row[column]).findLast((name) => name))
    await expect.poll(() => table.locator('a[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.matrix') === null)).toBe(true)
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toBe(names.map((row) => row[column]).findLast((name) => name))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('cell=')
  })
})
