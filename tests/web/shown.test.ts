import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, startExplorer } from './explorer.ts'

interface Named {
  readonly name: string
}
interface ClaimAnswer {
  readonly claim: { readonly positions: readonly { readonly actor: Named; readonly stance: string }[] }
}

describe.skipIf(!hasBrowser)('what is shown', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string) => {
    const { page } = await openPage(browser(), url, path)
    return page
  }

  it('counts what the graph counts, and lists every contested claim', async () => {
    const page = await open('/')
    const { stats, claims } = await api<{
      stats: Record<string, number>
      claims: { nodes: { text: string }[] }
    }>(
      url,
      '{ stats { actors claims statements } claims(filter: { standing: [CONTESTED] }) { nodes { text } } }',
    )
    const sizes = await page.locator('.sizes').innerText()
    for (const [name, size] of Object.entries(stats)) expect(sizes).toMatch(new RegExp(`${name}\\s+${size}`))
    for (const { text } of claims.nodes) expect(await page.locator('h3', { hasText: text }).count()).toBe(1)
  })

  it('puts each position into the column of its stance', async () => {
    const page = await open('/claim/bakhmut-captured')
    const { claim } = await api<ClaimAnswer>(
      url,
      '{ claim(id: "bakhmut-captured") { positions { stance actor { name } } } }',
    )
    for (const { actor, stance } of claim.positions)
      await expect.poll(() => page.locator(`.side.${stance.toLowerCase()}`).innerText()).toContain(actor.name)
  })

  it('has all of a list of moderate length in the page, for whoever searches in it', async () => {
    const page = await open('/event/belgorod-incursion')
    const section = page.locator('.section', { has: page.getByRole('heading', { name: /What is claimed/ }) })
    const total = Number(await section.locator('h2 .count').innerText())
    expect(total).toBeGreaterThan(20)
    await expect.poll(() => section.getByRole('listitem').count()).toBe(total)
  })

  it('shows how a claim stood before anybody spoke', async () => {
    const page = await open('/claim/seventy-attackers-killed')
    await page.getByRole('slider').fill('0')
    await page.getByText('Who stood where').waitFor()
    expect(page.url()).toContain('asOf=2023-05-23')
    await expect.poll(() => page.locator('.side.affirms').innerText()).toContain('Nobody then.')
    await page.reload()
    await page.getByText('Who stood where').waitFor()
  })

  it('opens the statements behind a cell of the matrix', async () => {
    const page = await open('/matrix')
    const { statements } = await api<{ statements: { totalCount: number } }>(
      url,
      '{ statements(filter: { by: ["russia"], about: ["ukraine"] }) { totalCount } }',
    )
    await page.getByRole('link', { name: /^Russia about Ukraine: / }).click()
    const section = page.locator('#statements')
    // It lies below what was clicked: eye and keyboard are taken there.
    const top = () => section.evaluate((part) => part.getBoundingClientRect().top)
    await expect.poll(top).toBeLessThan(600)
    expect(await section.evaluate((part) => part === document.activeElement)).toBe(true)
    await section.locator('.statement').first().waitFor()
    await expect.poll(() => section.locator('.statement').count()).toBe(statements.totalCount)
  })

  it('saves a list as CSV and as JSON', async () => {
    const page = await open('/actor/russia')
    const button = (format: string) => page.getByRole('button', { name: `Said by Russia as ${format}` })
    const csv = await savedBy(button('CSV'))
    expect(csv.suggestedFilename()).toBe('said-by-russia.csv')
    const text = await textOf(await savedBy(button('JSON')))
    const { statements } = await api<{ statements: { totalCount: number } }>(
      url,
      '{ statements(filter: { onBehalfOf: ["russia"] }) { totalCount } }',
    )
    expect(JSON.parse(text)).toHaveLength(statements.totalCount)
  })

  it('saves the graph as SVG and PNG', async () => {
    const page = await open('/graph?nodes=ukraine')
    for (const format of ['SVG', 'PNG']) {
      const button = page.locator('.drawing-tools').getByRole('button', { name: format })
      const file = await savedBy(button)
      expect(file.suggestedFilename()).toBe(`graph.${format.toLowerCase()}`)
    }
  })
})
