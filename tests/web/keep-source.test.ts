import { describe, expect, it } from 'vitest'
import { seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { api } from './explorer.ts'
import { writeProposedGraph } from './proposed-graph.ts'
import { serveWriting } from './writing.ts'

const report = `Flood in Borland

Borland said that the dam had burst. Arland denied that it was behind the flood.
`

describe.skipIf(!hasBrowser)('keeping a report that is read', async () => {
  const browser = newBrowser()
  const { url, pageOf } = await serveWriting(writeProposedGraph())

  it('tells whoever may not write what would help, and stores nothing', async () => {
    const { page } = await openPage(browser(), url, '/')
    await page.goto(`${url}/read`)
    await page.locator('#report').fill(report)
    await page.keyboard.press('Control+Enter')
    await page.getByText('To keep this as a source, and to accept what it proposes, sign in').waitFor()
    expect(await page.getByRole('button', { name: 'Keep as a source' }).count()).toBe(0)
  })

  it('takes no address that is none, keeps what is typed, and leads to the review', async () => {
    const { page, faults } = await pageOf(browser(), 'anna', { bypassCSP: true })
    await page.goto(`${url}/read?published=2024-05-01`)
    await page.locator('#report').fill(report)
    await page.keyboard.press('Control+Enter')
    await page.getByLabel('Address').fill('not an address')
    await page.getByLabel('Title').fill('The flood')
    await page.getByRole('button', { name: 'Keep as a source' }).click()
    await page.locator('input:invalid').waitFor()
    await page.reload()
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('The flood')
    await page.getByText('What you typed is still here').waitFor()
    expect(await seriousIn(page)).toEqual([])
    await page.getByLabel('Address').fill('https://example.org/flood')
    await page.getByRole('combobox', { name: 'Publisher' }).fill('Daily')
    await page.getByRole('option', { name: /The Daily/ }).click()
    await page.getByRole('button', { name: 'Keep as a source' }).click()
    await page.getByRole('heading', { name: 'The flood', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/review/the-flood')
    await page.locator('.review-card').first().waitFor()
    const { source } = await api<{ source: Record<string, unknown> }>(
      url,
      '{ source(id: "the-flood") { title url publishedAt publisher { slug } statements(filter: { review: [PROPOSED] }) { totalCount } } }',
    )
    expect(source).toEqual({
      title: 'The flood',
      url: 'https://example.org/flood',
      publishedAt: '2024-05-01',
      publisher: { slug: 'daily' },
      statements: { totalCount: 2 },
    })
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([])
    expect(faults).toEqual([])
  })

  it('leads to the same review where the text is known already', async () => {
    const { page } = await pageOf(browser(), 'ben')
    await page.goto(`${url}/read`)
    await page.locator('#report').fill(report)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Keep as a source' }).click()
    await page.getByRole('heading', { name: 'The flood', level: 1 }).waitFor()
  })
})
