import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { api, dispute } from './explorer.ts'
import { longReport as aLongReport } from './long-report.ts'
import { serveWriting } from './writing.ts'

/** With somebody in it who is not known yet. */
const longReport = aLongReport.replace(
  '\n\nThe weather',
  ' Lena Farrow, a colonel, said that the ferry would run again.$&',
)

const chosen = (page: Page) => page.locator('.review-card[aria-current="true"]')
const form = (page: Page) => page.getByRole('form', { name: 'Edit the statement' })
const openCount = async (page: Page): Promise<number> =>
  Number.parseInt((await page.locator('.counts').textContent()) ?? '', 10)

function writtenGraph(): string {
  const path = join(folder(), 'two.db')
  writeGraph(path, [dispute])
  return path
}

describe.skipIf(!hasBrowser)('two people at work', async () => {
  const browser = newBrowser()
  const { url, pageOf } = await serveWriting(writtenGraph())

  /** Each key at once after the one before it: what is written is not waited for. */
  async function press(page: Page, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key)
  }

  /** “It” is the ministry of the sentence before. */
  async function mendSpeaker(page: Page): Promise<void> {
    await page.keyboard.press('e')
    await form(page).waitFor()
    await page.keyboard.type('Ministry of Arland')
    await page.getByRole('option', { name: 'Ministry of Arland', exact: false }).first().waitFor()
    await press(page, 'ArrowDown', 'Enter', 'Control+Enter')
  }

  /** The colonel is somebody who is known already. */
  async function mapActor(page: Page): Promise<void> {
    await press(page, 'w')
    await page.getByRole('combobox', { name: /^Somebody else who is known/ }).focus()
    await page.keyboard.type('Anna M')
    await page
      .getByRole('option', { name: /Anna Müller/ })
      .first()
      .waitFor()
    await press(page, 'ArrowDown', 'Enter', 'a')
  }

  /** The words that were marked leave out the verb. */
  async function mendSpan(page: Page): Promise<void> {
    await page.keyboard.press('e')
    await form(page).getByRole('button', { name: 'Begin a word earlier' }).press('Enter')
    await press(page, 'Control+Enter')
  }

  async function review(page: Page): Promise<{ keys: number; right: number }> {
    let [keys, right] = [0, 0]
    while ((await page.locator('.review-card.proposed').count()) > 0) {
      const text = (await chosen(page).textContent()) ?? ''
      if (text.includes('nine soldiers')) await mendSpeaker(page)
      else if (text.includes('fire at the depot')) await mendSpan(page)
      else if (text.includes('Lena Farrow')) await mapActor(page)
      else if (text.includes('The weather')) await press(page, 'r')
      else {
        await press(page, 'a')
        keys += 1
        right += 1
      }
    }
    await expect.poll(() => openCount(page)).toBe(0)
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

  /** Who is behind each of these names, and how much they say. */
  const saidBy = async (...slugs: readonly string[]) => {
    const fields = slugs.map(
      (slug, index) => `a${index}: actor(id: "${slug}") { slug statements(first: 0) { totalCount } }`,
    )
    const actors = await api<Record<string, { slug: string; statements: { totalCount: number } }>>(
      url,
      `{ ${fields.join(' ')} }`,
    )
    return Object.values(actors).map(({ slug, statements }) => ({ slug, said: statements.totalCount }))
  }

  it('read, keep, review, mend, map, race, merge and undo, and lose nothing', async () => {
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
    expect(await statement('ferry would run')).toMatchObject({
      review: 'ACCEPTED',
      speaker: { slug: 'anna-muller' },
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
    await press(anna.page, 'r')
    await expect.poll(() => openCount(anna.page)).toBe(0)
    await ben.page.keyboard.press('Control+Enter')
    const conflict = ben.page.getByRole('alert').filter({ hasText: 'anna changed this' })
    await conflict.getByRole('button', { name: 'Keep mine on top' }).press('Enter')
    await expect.poll(() => ben.page.locator('.told').textContent()).toContain('Accepted.')
    expect(await statement('stay dry')).toMatchObject({ review: 'ACCEPTED' })

    // Ben makes one of two papers, Anna sees it on the page that she has open, and takes it apart.
    const before = await saidBy('herald', 'the-herald')
    await anna.page.goto(`${url}/actor/herald`)
    await anna.page.getByRole('heading', { name: 'Émile’s Herald', level: 1 }).waitFor()
    await ben.page.goto(`${url}/actor/herald`)
    await ben.page.getByRole('link', { name: 'Merge', exact: false }).first().press('Enter')
    await ben.page.getByRole('combobox', { name: 'Another, by its name' }).focus()
    await ben.page.keyboard.type('The Herald')
    await ben.page.locator('.picker .suggestion').first().waitFor()
    await press(ben.page, 'ArrowDown', 'Enter')
    await ben.page.getByRole('heading', { name: 'The Herald goes into Émile’s Herald' }).waitFor()
    await ben.page.getByRole('button', { name: 'Merge them' }).press('Enter')
    await ben.page.locator('.done').getByText('Merged.').waitFor()
    const merged = await saidBy('herald', 'the-herald')
    expect(merged.map(({ slug }) => slug)).toEqual(['herald', 'herald'])
    expect(merged[0]?.said).toBe((before[0]?.said ?? 0) + (before[1]?.said ?? 0))
    await anna.page.getByRole('button', { name: /since you opened this/ }).press('Enter')
    await anna.page
      .getByText(/run out of blood/)
      .first()
      .waitFor()
    await anna.page.getByRole('link', { name: 'History', exact: true }).first().press('Enter')
    await anna.page
      .getByRole('button', { name: /Take the merge apart/ })
      .first()
      .press('Enter')
    await expect.poll(() => saidBy('herald', 'the-herald')).toEqual(before)
    expect([...anna.faults, ...ben.faults]).toEqual([])
  }, 120_000)
})
