import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { api, dispute } from './explorer.ts'
import { longReport } from './long-report.ts'
import { serveWriting } from './writing.ts'

const CHOSEN = '.review-card[aria-current="true"]'
const chosen = (page: Page) => page.locator(CHOSEN)
const form = (page: Page) => page.getByRole('form', { name: 'Edit the statement' })
const openCount = async (page: Page): Promise<number> =>
  Number.parseInt((await page.locator('.counts').textContent()) ?? '', 10)

function writtenGraph(): string {
  const path = join(folder(), 'two.db')
  writeGraph(path, [dispute])
  return path
}

/**
 * Asked for by HEARSAY_TWO_PEOPLE=1 alone: on a busy machine one of some twenty keys in a row is lost now and then, and it is
 * not known yet whether the page or the browser loses it.
 */
const isAsked = hasBrowser && process.env.HEARSAY_TWO_PEOPLE === '1'

describe.skipIf(!isAsked)('two people at work', async () => {
  const browser = newBrowser()
  const { url, pageOf } = await serveWriting(writtenGraph())

  /** Decides about what is chosen, and waits until the next is. */
  async function decided(page: Page, ...keys: readonly string[]): Promise<void> {
    const before = await openCount(page)
    for (const key of keys) await page.keyboard.press(key)
    await expect.poll(() => openCount(page)).toBe(before - 1)
    // The count is told before the form has gone, which would take the next key for what is typed into it.
    await form(page).waitFor({ state: 'detached' })
    if (before > 1) await page.locator(`${CHOSEN} .review-actions .main:enabled`).waitFor()
  }

  /** “It” is the ministry of the sentence before. */
  async function mendSpeaker(page: Page): Promise<void> {
    await page.keyboard.press('e')
    await form(page).waitFor()
    await page.keyboard.type('Ministry of Arland')
    await page.getByRole('option', { name: 'Ministry of Arland', exact: false }).first().waitFor()
    await decided(page, 'ArrowDown', 'Enter', 'Control+Enter')
  }

  /** The words that were marked leave out the verb. */
  async function mendSpan(page: Page): Promise<void> {
    await page.keyboard.press('e')
    await form(page).getByRole('button', { name: 'Begin a word earlier' }).press('Enter')
    await decided(page, 'Control+Enter')
  }

  async function review(page: Page): Promise<{ keys: number; right: number }> {
    let [keys, right] = [0, 0]
    while ((await openCount(page)) > 0) {
      const text = (await chosen(page).textContent()) ?? ''
      if (text.includes('nine soldiers')) await mendSpeaker(page)
      else if (text.includes('fire at the depot')) await mendSpan(page)
      else if (text.includes('The weather')) await decided(page, 'r')
      else {
        await decided(page, 'a')
        keys += 1
        right += 1
      }
    }
    return { keys, right }
  }

  const statement = async (words: string) => {
    const { statements } = await api<{ statements: { nodes: Record<string, unknown>[] } }>(
      url,
      `query ($text: String!) { statements(filter: { text: $text, source: ["night-on-the-heights"], review: [ACCEPTED, REJECTED] }) {
        nodes { review speaker { slug } span { exact } } } }`,
      { text: words },
    )
    return statements.nodes[0]
  }

  it('read, keep, review, mend, undo and race each other, and lose nothing', async () => {
    const anna = await pageOf(browser(), 'anna')
    const ben = await pageOf(browser(), 'ben')
    await ben.page.goto(`${url}/claim/bridge-fell`)
    await expect.poll(() => ben.page.locator('.lead .standing').textContent()).toBe('open')

    await anna.page.goto(`${url}/read?published=2024-11-05`)
    await anna.page.locator('#report').fill(longReport)
    await anna.page.keyboard.press('Control+Enter')
    await anna.page.getByRole('button', { name: 'Keep as a source' }).press('Enter')
    await anna.page.getByRole('heading', { name: 'Night on the Heights', level: 1 }).waitFor()
    await chosen(anna.page).locator('.review-actions').waitFor()

    const { keys, right } = await review(anna.page)
    expect(right).toBeGreaterThan(15)
    expect(keys).toBeLessThanOrEqual(2 * right)
    expect(await statement('nine soldiers')).toMatchObject({
      review: 'ACCEPTED',
      speaker: { slug: 'ministry' },
    })
    expect(await statement('fire at the depot')).toMatchObject({
      span: { exact: 'accused Arland of the fire at the depot' },
    })
    expect(await statement('weather')).toMatchObject({ review: 'REJECTED' })

    await ben.page.getByRole('button', { name: /since you opened this/ }).press('Enter')
    await expect.poll(() => ben.page.locator('.lead .standing').textContent()).toBe('contested')

    // Anna takes back what she did last; Ben, who has the review open, is slower about the same statement.
    await anna.page.keyboard.press('u')
    await expect.poll(() => openCount(anna.page)).toBe(1)
    await ben.page.goto(`${url}/review/night-on-the-heights`)
    await chosen(ben.page).locator('.review-actions').waitFor()
    await ben.page.keyboard.press('e')
    await form(ben.page).getByLabel('What was said').fill('It will stay dry.')
    await decided(anna.page, 'r')
    await ben.page.keyboard.press('Control+Enter')
    const conflict = ben.page.getByRole('alert').filter({ hasText: 'anna changed this' })
    await conflict.getByRole('button', { name: 'Keep mine on top' }).press('Enter')
    await expect.poll(() => ben.page.locator('.told').textContent()).toContain('Accepted.')
    expect(await statement('stay dry')).toMatchObject({ review: 'ACCEPTED' })
    expect([...anna.faults, ...ben.faults]).toEqual([])
  }, 120_000)
})
