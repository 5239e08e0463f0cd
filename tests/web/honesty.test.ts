import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { hostile, startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('what is not as it should be', async () => {
  const { url } = await startExplorer([hostile])
  const empty = await startExplorer([])
  const browser = newBrowser()

  it('is shown as text, whatever markup and scripts a source holds', async () => {
    const { page, faults } = await watchedPage(browser(), url)
    await page.goto(`${url}/source/hostile`)
    await page.locator('.source-text').waitFor()
    await expect.poll(() => page.locator('h1').innerText()).toContain('<script>window.ran = 1</script>')
    await expect
      .poll(() => page.locator('.text').innerText())
      .toContain("<img src=x onerror='window.ran = 3'>")
    for (const path of [
      '/',
      '/claim/they-did-it',
      '/actor/speaker',
      '/timeline',
      '/matrix',
      '/graph?nodes=speaker',
    ]) {
      await page.goto(url + path)
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate('window.ran'), path).toBeUndefined()
    }
    expect(faults).toEqual([])
  })

  it('marks spans that overlap, and what is only proposed', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(`${url}/source/hostile`)
    await page.locator('.span.overlap').waitFor()
    await expect.poll(() => page.locator('.span.overlap').innerText()).toBe('did it')
    await expect.poll(() => page.locator('.span.proposed').innerText()).toBe('He said')
    await expect.poll(() => page.locator('.statement.proposed').innerText()).toContain('proposed')
    await page.locator('.span.overlap').click()
    await page.waitForURL(/statement=statement_/)
    await expect.poll(() => page.locator('.span.denies').count()).toBe(1)
  })

  it('has a view of its own for an address that leads nowhere', async () => {
    const { page } = await watchedPage(browser(), url)
    for (const path of ['/nowhere', '/actor/nobody', '/claim/nothing', '/graph?nodes=nobody']) {
      await page.goto(url + path)
      await page.getByRole('heading', { name: 'Not found' }).waitFor()
    }
  })

  it('says that a question was refused', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(`${url}/claim/they-did-it?asOf=yesterday`)
    await page.getByRole('heading', { name: 'This question was refused' }).waitFor()
  })

  it('shows an empty graph as empty', async () => {
    const { page, faults } = await watchedPage(browser(), empty.url)
    await page.goto(empty.url)
    await page.getByText('No claim in this graph is contested.').waitFor()
    await page.goto(`${empty.url}/matrix`)
    await page.getByText('No statements are left').waitFor()
    expect(faults).toEqual([])
  })

  it('says that the connection is lost, and goes on when it is back', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(url)
    await page.getByText('Contested claims').waitFor()
    await page.route('**/graphql', (route) => route.abort())
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page.getByRole('heading', { name: 'The connection is lost' }).waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Without a date').waitFor()
  })
})
