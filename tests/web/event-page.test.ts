import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, dispute, everyField, seed, startExplorer } from './explorer.ts'
import { listedDossier } from './listed.ts'

interface Figured {
  readonly slug: string
  readonly figure: { low: number | null; high: number | null; unit: string }
  readonly assessments: readonly { verdict: string; assessor: { name: string } }[]
  readonly positions: readonly { actor: { name: string } }[]
}

const figured = `slug figure { low high unit } assessments { verdict assessor { name } } positions { actor { name } }`

/** The cells of a table of figures, as they can be read. */
const cellsIn = (page: Page): Promise<string[][]> =>
  page
    .locator('.records tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    )

const figureText = ({ low, high }: Figured['figure']) =>
  low === null
    ? `up to ${high}`
    : high === null
      ? `at least ${low}`
      : low === high
        ? String(low)
        : `${low}–${high}`

describe.skipIf(!hasBrowser).each([
  ['the seed', () => [seed]],
  ['a dispute', () => [dispute]],
  ['every field', () => [everyField]],
])('an event’s page, in %s', async (_, dossiers) => {
  const { url } = await startExplorer(dossiers())
  const browser = newBrowser()
  const { events } = await api<{ events: { nodes: { slug: string; name: string }[] } }>(
    url,
    '{ events(first: 100) { nodes { slug name } } }',
  )

  it('counts what is said of it and on its claims apart, and has each figure in a line of its own', {
    timeout: 240_000,
  }, async () => {
    const { page } = await watchedPage(browser(), url)
    for (const { slug, name } of events.nodes) {
      const answer = await api<
        Record<'of' | 'on' | 'both', { totalCount: number }> & { event: { claims: { nodes: Figured[] } } }
      >(
        url,
        `{ of: statements(filter: { about: ["${slug}"] }, first: 0) { totalCount }
           on: statements(filter: { event: ["${slug}"] }, first: 0) { totalCount }
           both: statements(filter: { event: ["${slug}"], about: ["${slug}"] }, first: 0) { totalCount }
           event(id: "${slug}") { claims(filter: { hasFigure: true }, first: 100) { nodes { ${figured} } } } }`,
      )
      await page.goto(`${url}/event/${slug}`)
      await page.locator('h1', { hasText: name }).waitFor()
      const count = async (title: string) =>
        Number(await page.getByRole('heading', { name: title }).locator('.count').innerText())
      expect(await count('Said of the event itself'), slug).toBe(answer.of.totalCount)
      expect(await count('Said on its claims'), slug).toBe(answer.on.totalCount)
      const text = await page.locator('main').innerText()
      expect(text.includes('above as well'), slug).toBe(answer.both.totalCount > 0)
      const wanted = answer.event.claims.nodes.flatMap(({ figure, positions, assessments }) => {
        const verdicts = assessments.map(({ assessor }) => assessor.name)
        const names = positions.length > 0 ? positions.map(({ actor }) => actor.name) : ['nobody yet']
        return names.map((speaker) => ({ speaker, figure: figureText(figure), unit: figure.unit, verdicts }))
      })
      const cells = await cellsIn(page)
      const key = ([speaker, figure, unit]: readonly (string | undefined)[]) => `${speaker} ${figure} ${unit}`
      expect(cells.map(key).sort(), slug).toEqual(
        wanted.map((one) => key([one.speaker, one.figure, one.unit])).sort(),
      )
      for (const { speaker, figure, unit, verdicts } of wanted) {
        const row = cells.find((cell) => key(cell) === key([speaker, figure, unit]))
        if (verdicts.length === 0) expect(row?.[4]).toBe('never assessed')
        for (const assessor of verdicts) expect(row?.[4]).toContain(assessor)
      }
    }
    await page.context().close()
  })
})

describe.skipIf(!hasBrowser)('the figures of an event', async () => {
  const { url } = await startExplorer([listedDossier()])
  const browser = newBrowser()
  const open = async (path: string, width = 1280) => {
    return openPage(browser(), url, path, { viewport: { width, height: 900 }, last: '.records tbody tr' })
  }
  const column = async (page: Page, index: number) => (await cellsIn(page)).map((cells) => cells[index] ?? '')

  it('are sorted by any column, up and down, in the address', { timeout: 120_000 }, async () => {
    const { page, asked } = await open('/event/event-1')
    expect(asked).toHaveLength(1)
    const written = await cellsIn(page)
    const low = (text: string) => Number(/\d+/.exec(text)?.[0])
    const sort = (name: string) => page.locator('.records').getByRole('button', { name }).click()
    await sort('Figure')
    const up = (await column(page, 1)).map(low)
    expect(up).toEqual([...up].sort((a, b) => a - b))
    expect(new URL(page.url()).searchParams.get('figures')).toBe('figure')
    await sort('Figure')
    expect((await column(page, 1)).map(low)).toEqual([...up].reverse())
    await expect.poll(() => page.locator('th[aria-sort="descending"]').innerText()).toContain('Figure')
    await sort('Figure')
    expect(await cellsIn(page)).toEqual(written)
    for (const [name, index] of [
      ['Speaker', 0],
      ['Of what', 2],
      ['Verdict', 4],
    ] as const) {
      await sort(name)
      const shown = (await column(page, index)).filter((text) => text !== 'never assessed')
      expect(shown, name).toEqual([...shown].sort((a, b) => a.localeCompare(b, 'en')))
    }
    await page.goto(`${url}/event/event-1?figures=-speaker`)
    await page.locator('.records tbody tr').first().waitFor()
    const names = await column(page, 0)
    expect(names).toEqual([...names].sort((a, b) => b.localeCompare(a, 'en')))
    expect(asked.length).toBe(2)
    await page.context().close()
  })

  it('are saved with who gives them, when, and what was found', async () => {
    const { page } = await open('/event/event-1')
    const rows = JSON.parse(
      await textOf(await savedBy(page.getByRole('button', { name: 'Figures, by who gives them as JSON' }))),
    )
    expect(rows).toHaveLength((await cellsIn(page)).length)
    expect(Object.keys(rows[0])).toEqual(
      expect.arrayContaining(['actor', 'low', 'high', 'unit', 'assessments', 'saidAt', 'claim', 'statement']),
    )
    await page.context().close()
  })

  it('can be read on a telephone, each cell called by its column', async () => {
    const { page } = await open('/event/event-1', 390)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    const first = page.locator('.records td').first()
    expect(await first.evaluate((cell) => getComputedStyle(cell, '::before').content)).toBe('"Speaker"')
    await page.context().close()
  })

  it('are named in the list of claims', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(`${url}/claims?order=TEXT`)
    const card = page.locator('.card', { has: page.locator('a[href="/claim/claim-10"]') })
    await expect.poll(() => card.locator('.weight').innerText()).toContain('Casualties: 10–15 people')
    await page.context().close()
  })
})
