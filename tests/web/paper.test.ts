import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { crowdedDossier } from './crowded.ts'
import { api, seed, startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('on paper', async () => {
  const { url } = await startExplorer([seed, crowdedDossier()])
  const browser = newBrowser()
  const open = async (path: string) => {
    const { page } = await openPage(browser(), url, path)
    return page
  }

  it.each(['/', '/claims', '/matrix', '/timeline', '/actor/russia', '/claim/ukraine-behind-incursion'])(
    '%s has nothing to press, and keeps what is read',
    async (path) => {
      const page = await open(path)
      await page.emulateMedia({ media: 'print' })
      const controls = await page
        .locator('button, input, select, .site-head nav a, .export, .page-foot a')
        .evaluateAll((all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length)
      expect(controls).toBe(0)
      await expect.poll(() => page.locator('h1').first().isVisible()).toBe(true)
    },
  )

  it('stands the whole of the matrix, in the width of the sheet', async () => {
    const page = await open('/matrix')
    const { grid } = await api<{ grid: { counts: number[][] } }>(url, '{ grid(first: 50) { counts } }')
    const cells = grid.counts.flat().filter((count) => count > 0).length
    await page.setViewportSize({ width: 720, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    // A window's rows come first, and the others with the next frames.
    await expect.poll(() => page.locator('.matrix .cell').count()).toBe(cells)
    const { scrolls, right } = await page.locator('.matrix-scroll').evaluate((frame) => ({
      scrolls: getComputedStyle(frame).overflowX,
      right: Math.max(
        ...[...frame.querySelectorAll('.cell')].map((cell) => cell.getBoundingClientRect().right),
      ),
    }))
    expect(scrolls).toBe('visible')
    expect(right).toBeLessThanOrEqual(1000)
    const printed = await page
      .locator('.matrix .cell')
      .first()
      .evaluate((cell) => getComputedStyle(cell).getPropertyValue('print-color-adjust'))
    expect(printed).toBe('exact')
  })

  it('stands all of a list that was fetched, and how much more there is', async () => {
    const page = await open('/source/chronicle')
    const shown = () => page.locator('.words').count()
    // Of those that were fetched, the page holds what is near the window.
    const fetched = () => page.locator('.rest-on-paper').last().textContent()
    for (let count = 0; count < 2; count++) {
      const before = await fetched()
      await page
        .getByRole('button', { name: /^Show more/ })
        .last()
        .click()
      await expect.poll(fetched).not.toBe(before)
    }
    await page.evaluate(() => scrollTo(0, 0))
    const total = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      const [, first, all] =
        /The first ([\d,]+) of ([\d,]+);/.exec(document.querySelector('.rest-on-paper')?.textContent ?? '') ??
        []
      return { first: Number(first), all: Number(all), drawn: document.querySelectorAll('.words').length }
    })
    expect(total.all).toBe(400)
    expect(total.drawn).toBe(total.first)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect.poll(shown).toBeLessThanOrEqual(total.drawn)
  })
})

describe.skipIf(!hasBrowser)('in colours of the reader’s own', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  it.each([
    [
      'a pressed chip',
      '/claims?standing=ASSERTED',
      '.chip[aria-pressed="true"]',
      '.chip[aria-pressed="false"]',
    ],
    [
      'the page in the menu',
      '/claims',
      '.site-head nav a[aria-current]',
      '.site-head nav a:not([aria-current])',
    ],
    ['a bar', '/actor/russia', '.fill', '.section'],
  ])('%s is told from the others', async (_, path, chosen, other) => {
    const { page } = await watchedPage(browser(), url, { forcedColors: 'active' })
    await page.goto(url + path)
    await page.locator('.page[aria-busy="false"]').waitFor()
    const background = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await background(chosen)).not.toBe(await background(other))
  })
})

describe.skipIf(!hasBrowser)('on a phone', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()

  it.each([
    ['/claims', '.card'],
    ['/matrix', '.matrix'],
    ['/timeline', '.timeline, .density, .chart'],
  ])('%s folds its filters, so that the list is in sight', async (path, list) => {
    const { page } = await watchedPage(browser(), url, { viewport: { width: 390, height: 844 } })
    await page.goto(url + path)
    await page.locator('.page[aria-busy="false"]').waitFor()
    expect(await page.locator('form.filters').isVisible()).toBe(false)
    expect((await page.locator(list).first().boundingBox())?.y).toBeLessThan(844)
    await page.locator('summary', { hasText: 'Filters' }).click()
    await expect.poll(() => page.locator('form.filters').isVisible()).toBe(true)
  })

  it('says how many of the filters are chosen', async () => {
    const { page } = await watchedPage(browser(), url, { viewport: { width: 390, height: 844 } })
    await page.goto(`${url}/claims?kind=CASUALTIES&standing=ASSERTED&standing=DENIED`)
    await page.locator('.page[aria-busy="false"]').waitFor()
    await expect.poll(() => page.locator('summary').first().innerText()).toMatch(/Filters\s*2 chosen/)
  })
})
