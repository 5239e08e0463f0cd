import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { hasBrowser, newBrowser, type Watched } from './browser.ts'
import { dispute, seed } from './explorer.ts'
import { serveWriting } from './writing.ts'

const path = join(folder(), 'editing.db')
writeGraph(path, [seed, dispute])

const form = (page: Page) => page.locator('form.editor')

describe.skipIf(!hasBrowser)('editing in the explorer', async () => {
  const browser = newBrowser()
  const { url, pageOf } = await serveWriting(path)

  async function open(address: string, options: Parameters<typeof pageOf>[2] = {}): Promise<Watched> {
    const watched = await pageOf(browser(), 'anna', options)
    await watched.page.goto(url + address)
    return watched
  }
  const sentInputs = ({ asked }: Watched) =>
    asked.flatMap(({ query, variables }) => (/^mutation Record/.test(query) ? [variables] : []))

  it('changes what was changed, and nothing else; says so, and undoes it', async () => {
    const watched = await open('/actor/bbc')
    const { page, faults } = watched
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await form(page).getByLabel('Description').fill('A broadcaster in Britain.')
    await form(page).getByLabel('Why').fill('Shorter.')
    await form(page).getByRole('button', { name: 'Save' }).click()
    await page.locator('.done').getByText('Written.').waitFor()
    await page.locator('.lead').getByText('A broadcaster in Britain.').waitFor()
    expect(sentInputs(watched)).toEqual([
      {
        input: { id: expect.stringMatching(/^actor_/), description: 'A broadcaster in Britain.' },
        note: 'Shorter.',
        expectedRevision: expect.stringMatching(/^revision_/),
      },
    ])
    await page
      .locator('.done')
      .getByRole('button', { name: /Undo this/ })
      .click()
    await expect.poll(() => page.locator('.lead').count()).toBeLessThanOrEqual(1)
    await expect.poll(() => page.getByText('A broadcaster in Britain.').count()).toBe(0)
    expect(faults).toEqual([])
  })
})
