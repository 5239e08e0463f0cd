import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { api, seed } from './explorer.ts'
import { serveWriting } from './writing.ts'

const path = join(folder(), 'history.db')
writeGraph(path, [seed])

describe.skipIf(!hasBrowser)('the history in the explorer', async () => {
  const browser = newBrowser()
  const { url, pageOf, tokenOf } = await serveWriting(path)
  const { authorization } = { authorization: `Bearer ${tokenOf('boris')}` }

  async function record(mutation: string): Promise<string> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({
        query: `mutation { done: ${mutation} { revision { id } problems { message } } }`,
      }),
    })
    const { data } = (await response.json()) as {
      data: { done: { revision: { id: string }; problems: object[] } }
    }
    expect(data.done.problems).toEqual([])
    return data.done.revision.id
  }

  const first = await record(
    'recordActor(input: { slug: "bbc", description: "First.", affiliations: [{ organization: "russia", role: MEMBER }] }, note: "A try.")',
  )
  const second = await record('recordActor(input: { slug: "bbc", description: "Second." })')

  it('tells who did what, when and why, with fields before and after, and nodes as links', async () => {
    const { page, faults } = await openPage(browser(), url, '/history', { last: '.revision' })
    const entry = page.getByRole('article').filter({ hasText: 'A try.' })
    await entry.getByRole('heading', { name: 'Written by boris' }).waitFor()
    await entry.getByRole('link', { name: 'BBC', exact: true }).waitFor()
    await entry.getByRole('link', { name: 'Russia', exact: true }).waitFor()
    const description = entry.locator('.differences-list > div').filter({ hasText: 'Description' })
    await expect.poll(() => description.locator('del').innerText()).toContain('British public broadcaster')
    await expect.poll(() => description.locator('ins').innerText()).toBe('First.')
    expect(await page.getByRole('button', { name: /Undo/ }).count()).toBe(0)
    await entry.getByRole('link', { name: 'boris' }).click()
    await page.waitForURL(/\?by=user_/)
    await expect.poll(() => page.getByRole('article').count()).toBe(2)
    expect(faults).toEqual([])
  })

  it('is led to by each node’s page, with what became of that node alone', async () => {
    const { page } = await openPage(browser(), url, '/actor/bbc')
    await page.getByRole('navigation', { name: 'This actor' }).getByRole('link', { name: 'History' }).click()
    await page.getByRole('heading', { name: 'BBC', level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('article').count()).toBe(3)
    await page.getByRole('article').last().getByText('Imported by').waitFor()
    await expect.poll(() => page.getByRole('article').last().locator('.change').count()).toBe(1)
  })

  it('takes a revision back, and says why it does not', async () => {
    const { page } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/history?revision=${first}`)
    await page.getByRole('button', { name: /Undo this/ }).click()
    await page.locator('.problem').getByText(second).waitFor()
    // Nothing was typed that could be kept: there is no button that does nothing.
    expect(await page.locator('.problem').getByRole('button').count()).toBe(0)
    await page.goto(`${url}/history`)
    const latest = page
      .getByRole('article')
      .filter({ has: page.getByRole('link', { name: second, exact: true }) })
    await latest.getByRole('button', { name: /Undo this/ }).click()
    await page.getByRole('article').first().getByText('takes back').waitFor()
    const { actor } = await api<{ actor: object }>(url, '{ actor(id: "bbc") { description } }')
    expect(actor).toEqual({ description: 'First.' })
  })

  it('asks once more before many changes are taken back', async () => {
    const { page } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/history?revision=revision_1`)
    await page.getByRole('button', { name: /^Undo this/ }).click()
    await page.getByRole('button', { name: /^Really undo all \d+ changes/ }).waitFor()
  })

  it('has nothing serious for axe', async () => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      const options = { bypassCSP: true, colorScheme, viewport: { width, height: 800 } }
      const { page } = await openPage(browser(), url, '/history', { ...options, last: '.revision' })
      expect(await seriousIn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
})
