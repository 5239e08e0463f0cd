import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, type Watched } from './browser.ts'
import { api, seed } from './explorer.ts'
import { serveWriting } from './writing.ts'

const path = join(folder(), 'merging.db')
writeGraph(path, [seed])

describe.skipIf(!hasBrowser)('merging in the explorer', async () => {
  const browser = newBrowser()
  const { url, pageOf, tokenOf } = await serveWriting(path)
  const authorization = `Bearer ${tokenOf('boris')}`

  async function record(items: string): Promise<void> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({
        query: `mutation { record(input: { ${items} }) { problems { message path } } }`,
      }),
    })
    expect(await response.json()).toEqual({ data: { record: { problems: [] } } })
  }
  await record(`
    actors: [{ slug: "us", type: STATE, name: "United States of America", description: "A state in America.",
      affiliations: [{ organization: "united-states", role: MEMBER }] }]
    claims: [{ slug: "it-was-ukraine", kind: RESPONSIBILITY, text: "Ukraine was behind the incursion into Belgorod.",
      event: "belgorod-incursion", subject: "ukraine" }]
    statements: [{ source: "news-update-belgorod", speaker: "us", text: "We know nothing.", quoteType: DIRECT, act: STATE,
      about: ["russia"] }]
  `)
  const idOf = async (kind: string, slug: string): Promise<string> =>
    (await api<{ it: { id: string } }>(url, `{ it: ${kind}(id: "${slug}") { id } }`)).it.id
  async function open(address: string, options: Parameters<typeof pageOf>[2] = {}): Promise<Watched> {
    const watched = await pageOf(browser(), 'anna', options)
    await watched.page.goto(url + address)
    return watched
  }

  it('lists likely pairs of each kind, and leads to both beside each other', async () => {
    const { page, faults } = await open('/duplicates')
    const pair = page.locator('.pairs li').filter({ hasText: 'United States of America' })
    await pair.getByText(/\d+ % likely/).waitFor()
    await pair.getByRole('link', { name: /^Compare/ }).click()
    await page.getByRole('button', { name: 'Merge them' }).waitFor()
    await page.goto(`${url}/duplicates`)
    await page.getByRole('button', { name: 'Claims' }).click()
    await page.locator('.pairs').or(page.getByText('No two claims seem to be one.')).waitFor()
    expect(faults).toEqual([])
  })

  it('offers the likely one first, shows both sides, what moves and what clashes, and swaps them', async () => {
    const { page } = await open(`/actor/united-states?merge=${await idOf('actor', 'united-states')}`)
    await page.getByRole('button', { name: 'Compare with United States of America' }).click()
    await page.getByRole('heading', { name: 'United States of America goes into United States' }).waitFor()
    const row = page.getByRole('row').filter({ hasText: 'Description' })
    await expect.poll(() => row.innerText()).toMatch(/supplies Ukraine[\s\S]*A state in America/)
    await page.getByText('1 statement by it').waitFor()
    await page.getByText('It belongs to the other. Nothing is tied to itself').waitFor()
    await page.getByRole('button', { name: 'Swap' }).click()
    await page.getByRole('heading', { name: 'United States goes into United States of America' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'United States goes into United States of America' }).waitFor()
  })

  it('says before that two of different types cannot be one', async () => {
    const { page } = await open(`/actor/bbc?merge=${await idOf('actor', 'bbc')}&with=russia`)
    await page.getByText('They are of different types').waitFor()
  })

  it('chooses any other by its name', async () => {
    const { page } = await open(`/place/bakhmut?merge=${await idOf('place', 'bakhmut')}`)
    await page.getByRole('combobox', { name: 'Another, by its name' }).fill('belgorod')
    await page.locator('.picker .suggestion').first().click()
    await page.getByRole('heading', { name: /goes into Bakhmut/ }).waitFor()
  })

  it('has nothing serious for axe, and fits a phone', async () => {
    const id = await idOf('actor', 'united-states')
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      const { page } = await open(`/actor/united-states?merge=${id}&with=us`, {
        bypassCSP: true,
        colorScheme,
        viewport: { width, height: 800 },
      })
      await page.getByText('What will clash').waitFor()
      expect(await seriousIn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

  it('makes one of two, and takes that apart again', async () => {
    const { page } = await open(`/actor/united-states?merge=${await idOf('actor', 'united-states')}&with=us`)
    await page.getByLabel('Why').fill('The same state.')
    await page.getByRole('button', { name: 'Merge them' }).click()
    await page.locator('.done').getByText('Merged.').waitFor()
    await page.waitForURL(/\/actor\/united-states\?done=revision_/)
    const { actor } = await api<{ actor: { slug: string } }>(url, '{ actor(id: "us") { slug } }')
    expect(actor.slug).toBe('united-states')
    await page
      .locator('.done')
      .getByRole('button', { name: /Take the merge apart/ })
      .click()
    await page.locator('.done').getByText('Taken apart.').waitFor()
    expect(await idOf('actor', 'us')).not.toBe(await idOf('actor', 'united-states'))
  })
})
