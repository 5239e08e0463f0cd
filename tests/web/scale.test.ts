import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { busiestPages } from '../../bench/explorer/busiest.ts'
import { scroll, visit } from '../../bench/explorer/visit.ts'
import { syntheticGraph } from '../../bench/generate.ts'
import { folder } from '../graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { serveExplorer } from './explorer.ts'

const STATEMENTS = 20_000
/** The matrix of fifty by fifty is the page that has most. */
const ELEMENTS = 6_000
const BYTES = 150_000

/** The first statement that is in the window, and where. */
const inSight = (page: Page): Promise<[id: string, top: number]> =>
  page.evaluate(`[...document.querySelectorAll('.statement')]
    .map((element) => [element.id, element.getBoundingClientRect().top])
    .find(([, top]) => top > 0)`)

/** How far the button moves while somebody scrolls to it, once the next ones are there. */
async function fallAfterMore(button: HTMLElement): Promise<number> {
  const end = () => button.getBoundingClientRect().top + scrollY
  const frames = async (count: number) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  }
  const before = end()
  button.click()
  while (end() === before) await frames(1)
  const first = end()
  button.scrollIntoView()
  await frames(20)
  return Math.abs(end() - first)
}

/** Large enough that nothing would fit as a whole, for whoever asked for all of it. */
describe.skipIf(!hasBrowser)('on a graph of many statements', async () => {
  const path = syntheticGraph({ statements: STATEMENTS, seed: 1 }, join(folder(), 'graph.db'))
  const pages = busiestPages(path)
  const [claim, actor] = ['claim with most positions', 'actor that says most'].map(
    (which) => pages.find(({ what }) => what === which)?.path ?? '',
  )
  const { url } = await serveExplorer(path)
  const browser = newBrowser()
  const opened = (): Promise<Page> => browser().newPage({ viewport: { width: 1280, height: 900 } })

  it('asks two questions for each page, of 150 kB, and keeps it bounded', { timeout: 120_000 }, async () => {
    const left = [...pages]
    // Three at a time: each waits until it rests.
    const tab = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const page = await opened()
        const { requests, bytes, elements } = await visit(page, url + next.path)
        expect(requests, next.what).toBeLessThanOrEqual(2)
        expect(bytes, next.what).toBeLessThanOrEqual(BYTES)
        expect(elements, next.what).toBeLessThanOrEqual(ELEMENTS)
        await page.close()
      }
    }
    await Promise.all([tab(), tab(), tab()])
  })

  it('fills every cell of a matrix of fifty by fifty', async () => {
    const page = await opened()
    await visit(page, `${url}/matrix`)
    await page.getByText('50 speakers by 50 subjects').waitFor()
    await expect.poll(() => page.locator('.matrix tbody tr').count()).toBe(50)
    await expect.poll(() => page.locator('.matrix tbody td').count()).toBe(2500)
    await page.close()
  })

  it('goes on with each side of a claim, and counts what has not come yet', async () => {
    const page = await opened()
    await visit(page, `${url}${claim}`)
    const side = page.locator('.side.affirms')
    const total = Number(await side.locator('.count').innerText())
    expect(total).toBeGreaterThan(20)
    await expect.poll(() => side.locator('.position').count()).toBe(20)
    await side.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(() => side.locator('.block').count()).toBe(Math.ceil(Math.min(total, 70) / 30))
    await page.close()
  })

  it('keeps in the page of a long list only what is near the window, and what is in sight in its place', {
    timeout: 60_000,
  }, async () => {
    const page = await opened()
    await visit(page, `${url}${actor}`)
    const list = page.locator('.section', { has: page.getByText('Said about') }).last()
    for (let more = 0; more < 12; more++) {
      await list.getByRole('button', { name: /^Show more/ }).click()
      await expect.poll(() => list.locator('.block').count()).toBe(Math.ceil((15 + 50 * (more + 1)) / 30))
    }
    const before = await page.evaluate('document.querySelectorAll("*").length')
    expect(before).toBeLessThan(ELEMENTS)
    await page.evaluate('scrollTo(0, 0)')
    expect(await scroll(page)).toBeLessThan(ELEMENTS)
    for (let step = 0; step < 10; step++) {
      const [id, top] = await inSight(page)
      await page.mouse.wheel(0, -500)
      await page.waitForTimeout(150)
      const moved = (await page.locator(`[id="${id}"]`).boundingBox())?.y ?? 0
      expect(Math.round(moved - top)).toBe(500)
    }
    await page.close()
  })

  it('lets what follows a list stand still once the next ones are there', async () => {
    const page = await opened()
    await visit(page, `${url}${actor}`)
    const list = page.locator('.section', { has: page.getByText('Said about') }).last()
    await list.getByRole('button', { name: /^Show more/ }).click()
    await expect.poll(() => list.locator('.block').count()).toBe(3)
    const moved = await list.getByRole('button', { name: /^Show more/ }).evaluate(fallAfterMore)
    expect(moved).toBeLessThan(1)
    await page.close()
  })

  it('writes all of a list to its file, and not only what has come', { timeout: 60_000 }, async () => {
    const page = await opened()
    await visit(page, url)
    const section = page.locator('.section', { has: page.getByRole('heading', { name: 'Contested claims' }) })
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      section.getByRole('button', { name: 'Contested claims as JSON' }).click(),
    ])
    let text = ''
    for await (const chunk of await file.createReadStream()) text += chunk
    const claims = new Set((JSON.parse(text) as { claim: string }[]).map((row) => row.claim))
    expect(claims.size).toBe(Number((await section.locator('.count').innerText()).replaceAll(',', '')))
    await page.close()
  })
})
