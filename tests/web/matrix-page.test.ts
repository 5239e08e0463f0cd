import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('the matrix', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser(), url, path, { last: '.matrix tbody tr' })
    return page
  }

  it('has every name in full where its head may be cut', async () => {
    const page = await open('/matrix')
    for (const head of await page.locator('.matrix th a').all())
      await expect.poll(() => head.getAttribute('title')).toBe(await head.textContent())
  })

  it('shades an edge as long as there is more behind it', async () => {
    const page = await open('/matrix')
    const shades = () =>
      page
        .locator('.matrix-frame')
        .evaluate((frame) =>
          ['::before', '::after'].map((edge) => Number(getComputedStyle(frame, edge).opacity)),
        )
    await expect.poll(shades).toEqual([0, 1])
    await page.locator('.matrix-scroll').evaluate((scroll) => scroll.scrollTo({ left: 100 }))
    await expect.poll(shades).toEqual([1, 1])
    await page.locator('.matrix-scroll').evaluate((scroll) => scroll.scrollTo({ left: 9999 }))
    await expect.poll(shades).toEqual([1, 0])
    await page.goto(`${url}/matrix?min=6`)
    await expect.poll(shades).toEqual([0, 0])
  })

  it('says of a date that it does not take how to write one, and keeps what was typed', async () => {
    const page = await open('/matrix')
    const field = page.getByLabel('Said from')
    await field.fill('May 2023')
    await field.press('Enter')
    const hint = await page.getByRole('alert').getAttribute('id')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('2023-05')
    await expect.poll(() => field.getAttribute('aria-describedby')).toBe(hint)
    await expect.poll(() => field.inputValue()).toBe('May 2023')
    expect(page.url()).toBe(`${url}/matrix`)
    await field.fill('2023-05')
    await field.press('Enter')
    await page.waitForURL(/from=2023-05$/)
    await page.getByText('What has no date is left out.').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('has the labels of its fields in one line, also where text is twice as large', async () => {
    const page = await open('/matrix')
    for (const size of ['100%', '200%']) {
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize
      }, size)
      const heights = await page
        .locator('.filters .field :is(select, input)')
        .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().height))
      expect(new Set(heights).size, size).toBe(1)
    }
  })
})
