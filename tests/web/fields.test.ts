import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, holdAnswers, newBrowser, openPage } from './browser.ts'
import { startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('what is typed into a field', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  /** Asks for another answer without leaving the page. */
  const also = (page: Page, param: string) =>
    page.evaluate((added) => {
      const address = new URL(location.href)
      for (const [name, value] of new URLSearchParams(added)) address.searchParams.set(name, value)
      history.pushState(null, '', address)
      dispatchEvent(new PopStateEvent('popstate'))
    }, param)

  it.each([
    ['/claims', 'assessed=true', 'Words', 'belgorod', 'text=belgorod'],
    ['/actors', 'types=ORGANIZATION', 'Name', 'legion', 'name=legion'],
    ['/matrix', 'stance=DENIES', 'Said from', '2023-05', 'from=2023-05'],
    ['/matrix', 'stance=DENIES', 'Statements, at least', '2', 'min=2'],
    ['/timeline', 'types=STATEMENT', 'From', '2023-05', 'from=2023-05-01'],
    ['/graph?view=agreement', 'first=120', 'Claims in common, at least', '2', 'min=2'],
  ])(
    'stays when an answer arrives, and is taken with Enter: %s, %s, %s',
    async (path, param, label, text, taken) => {
      const { page } = await openPage(browser(), url, path)
      const field = page.getByLabel(label, { exact: true })
      const release = await holdAnswers(page)
      await also(page, param)
      await page.locator('.page[aria-busy="true"]').waitFor()
      await field.fill(text)
      release()
      await page.locator('.page[aria-busy="false"]').waitFor()
      await expect.poll(() => field.inputValue()).toBe(text)
      await field.press('Enter')
      await expect.poll(() => page.url()).toContain(taken)
    },
  )

  it('goes back to what it was, where it cannot be', async () => {
    const { page } = await openPage(browser(), url, '/matrix?min=2')
    const field = page.getByLabel('Statements, at least', { exact: true })
    await field.fill('-3')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('1')
  })
})
