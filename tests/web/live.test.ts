import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { seed } from './explorer.ts'
import { serveWriting } from './writing.ts'

const path = join(folder(), 'live.db')
writeGraph(path, [seed])

describe.skipIf(!hasBrowser)('a page that is open', async () => {
  const browser = newBrowser()
  const { url, pageOf, tokenOf } = await serveWriting(path)
  const authorization = `Bearer ${tokenOf('boris')}`

  async function record(mutation: string): Promise<void> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: `mutation { done: ${mutation} { problems { message } } }` }),
    })
    expect(await response.json()).toEqual({ data: { done: { problems: [] } } })
  }

  it('says how many changes there were, and takes them in with its place and what is typed', async () => {
    const { page, faults } = await pageOf(browser(), 'anna', { viewport: { width: 1280, height: 500 } })
    await page.goto(`${url}/claim/ukraine-behind-incursion`)
    await page.getByRole('link', { name: 'Edit', exact: true }).first().click()
    await page.locator('form.editor').waitFor()
    await page.locator('form.editor').getByLabel('Why').fill('Not yet sent')
    await page.evaluate(() => scrollTo(0, 400))
    const before = await page.evaluate(() => scrollY)
    const notice = page.locator('.live').getByRole('button')

    await record('recordClaim(input: { slug: "ukraine-behind-incursion", kind: OTHER })')
    await notice.getByText('1 change since you opened this').waitFor()
    await record(`recordStatement(input: { source: "news-update-belgorod", speaker: "bbc", text: "It was not Ukraine.",
      quoteType: INDIRECT, act: DENY, claim: "ukraine-behind-incursion", stance: DENIES, certainty: CERTAIN })`)
    await notice.getByText('2 changes since you opened this').waitFor()
    await record('recordActor(input: { slug: "nato", description: "Something else." })')

    await notice.click()
    await expect.poll(() => notice.count()).toBe(0)
    await page.getByText('Other · claim').waitFor()
    await page.getByText('It was not Ukraine.').first().waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(before)
    await expect.poll(() => page.locator('form.editor').getByLabel('Why').inputValue()).toBe('Not yet sent')
    expect(faults).toEqual([])
  })

  it('does not count what was done on it', async () => {
    const { page } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/place/bakhmut`)
    await page.getByRole('link', { name: 'Edit', exact: true }).first().click()
    await page.locator('form.editor').getByLabel('Description').fill('A town.')
    await page.locator('form.editor').getByRole('button', { name: 'Save' }).click()
    await page.locator('.lead').getByText('A town.').waitFor()
    await record('recordPlace(input: { slug: "bakhmut", iso3166_2: "UA-14" })')
    await page.locator('.live').getByText('1 change since you opened this').waitFor()
  })
})
