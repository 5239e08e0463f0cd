import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { crowdedDossier } from './crowded.ts'
import { startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('going back', async () => {
  const { url } = await startExplorer([crowdedDossier()])
  const browser = newBrowser()
  const open = async (path: string, options = {}) => {
    const { page } = await watchedPage(browser(), url, options)
    await page.goto(url + path)
    await page.locator('.page[aria-busy="false"]').waitFor()
    return page
  }

  it.each([
    ['a list that was shown further', '/source/chronicle', 3],
    ['an actor’s statements', '/actor/herald', 2],
  ])('leads to the place that was left, in %s', async (_, path, pages) => {
    const page = await open(path)
    const more = page.getByRole('button', { name: /^Show more/ }).last()
    for (let count = 0; count < pages; count++) {
      const before = await page.locator('a[href^="/statement/"]').count()
      await more.click()
      await expect.poll(() => page.locator('a[href^="/statement/"]').count()).toBeGreaterThan(before)
    }
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect.poll(() => page.evaluate(() => history.state?.scroll === scrollY && scrollY > 0)).toBe(true)
    // The first statement in sight, by which the place is known again.
    const href = await page
      .locator('a[href^="/statement/"]')
      .evaluateAll((all) => all.find((one) => one.getBoundingClientRect().top > 0)?.getAttribute('href'))
    const link = page.locator(`a[href="${href}"]`).first()
    const top = async () => Math.round((await link.boundingBox())?.y ?? -1000)
    const before = await top()
    await link.click()
    await page.locator('h1.quote').waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await expect.poll(top).toBeGreaterThan(before - 40)
    expect(await top()).toBeLessThan(before + 40)
    await page.goForward()
    await page.locator('h1.quote').waitFor()
    await page.goBack()
    await expect.poll(top).toBeGreaterThan(before - 40)
  })

  it('leaves a reader alone who scrolls meanwhile', async () => {
    const page = await open('/source/chronicle')
    await page.evaluate(() => scrollTo(0, 900))
    await expect.poll(() => page.evaluate(() => history.state?.scroll)).toBe(900)
    await page.locator('.site-head a', { hasText: 'Claims' }).click()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    expect(await page.evaluate(() => history.scrollRestoration)).toBe('manual')
  })
})
