import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { api, dispute, everyField, seed, startExplorer } from './explorer.ts'

interface Line {
  readonly words: string
  readonly look: string
  readonly names: readonly string[]
  readonly more: number
}

/** The lines of each card of a list of claims, by the claim's address. */
const cardsIn = (page: Page): Promise<[href: string, lines: Line[]][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.cards .card')].map((card) => [
      card.querySelector('a')?.getAttribute('href') ?? '',
      [...card.querySelectorAll('.positions li')].map((line) => ({
        words: line.querySelector('.stance')?.lastElementChild?.textContent ?? '',
        look: line.querySelector('.stance')?.className ?? '',
        names: [...line.querySelectorAll('a')].map((link) => link.textContent ?? ''),
        more: Number(/and ([\d,]+) more/.exec(line.textContent ?? '')?.[1] ?? 0),
      })),
    ]),
  )

interface Column {
  readonly words: string
  readonly count: number
  readonly names: readonly string[]
  readonly marks: readonly string[]
}

/** The columns of a claim's page. */
const columnsIn = (page: Page): Promise<Column[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.side')].map((side) => ({
      words: (side.querySelector('h3')?.firstChild?.textContent ?? '').toLowerCase(),
      count: Number(side.querySelector('.count')?.textContent),
      names: [...side.querySelectorAll('.position .position-head .speaker')].map(
        (link) => link.textContent ?? '',
      ),
      marks: [...side.querySelectorAll('.position-head .stance')].map((mark) => mark.className),
    })),
  )

/** To another page as a link would lead there, without loading the explorer anew. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    history.pushState(null, '', href)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.locator('.page[aria-busy="false"] h1').waitFor()
}

const looks: Readonly<Record<string, string>> = {
  affirms: 'stance affirms',
  'doubts or leaves open': 'stance uncommitted',
  denies: 'stance denies',
}

interface Held {
  readonly nodes: readonly { side: string; stance: string; certainty: string; claim: { slug: string } }[]
}

describe.skipIf(!hasBrowser).each([
  ['the seed', seed],
  ['a dispute', dispute],
  ['every field', everyField],
])('on which side somebody is, in %s', async (_, dossier) => {
  const { url } = await startExplorer([dossier])
  const browser = newBrowser()
  const open = async (path: string) => {
    const { page } = await openPage(browser(), url, path)
    return page
  }

  it('is said by the card of each claim as by its page', { timeout: 240_000 }, async () => {
    const page = await open('/claims')
    const more = page.getByRole('button', { name: /^Show more/ })
    if ((await more.count()) > 0) await more.click()
    const { stats } = await api<{ stats: { claims: number } }>(url, '{ stats { claims } }')
    await expect.poll(async () => (await cardsIn(page)).length).toBe(stats.claims)
    for (const [href, lines] of await cardsIn(page)) {
      await go(page, href)
      const columns = (await columnsIn(page)).filter(({ count }) => count > 0)
      expect(
        lines.map(({ words }) => words),
        href,
      ).toEqual(columns.map(({ words }) => words))
      for (const [index, { words, names, more: others, look }] of lines.entries()) {
        const column = columns[index] as Column
        expect(look, href).toBe(looks[words])
        expect(names.length + others, href).toBe(column.count)
        expect(column.names.slice(0, names.length), href).toEqual(names)
        expect(new Set(column.marks), href).toEqual(new Set([look]))
      }
    }
    await page.close()
  })

  it('is said on the page of each actor as on those of the claims', { timeout: 240_000 }, async () => {
    const { actors } = await api<{ actors: { nodes: { slug: string; positions: Held }[] } }>(
      url,
      '{ actors(first: 100) { nodes { slug positions(first: 30) { nodes { side stance certainty claim { slug } } } } } }',
    )
    const page = await open('/claims')
    const doubting = actors.nodes.filter(({ positions }) =>
      positions.nodes.some(({ side }) => side === 'DOUBTS'),
    )
    expect(doubting.length).toBeGreaterThan(0)
    for (const { slug, positions } of doubting.slice(0, 6)) {
      await go(page, `/actor/${slug}`)
      for (const { side, stance, claim } of positions.nodes) {
        const row = page
          .locator('.rows .row', { has: page.locator(`a[href="/claim/${claim.slug}"]`) })
          .first()
        const words = await row.locator('.stance').innerText()
        expect(words.includes('doubts'), words).toBe(side === 'DOUBTS' && stance === 'DENIES')
        expect(words.includes('leaves open'), words).toBe(stance === 'UNCOMMITTED')
      }
      await go(page, `/actor/${slug}?side=DOUBTS`)
      const section = page.locator('.section', { has: page.getByRole('heading', { name: /^Positions/ }) })
      const kept = positions.nodes.filter(({ side }) => side === 'DOUBTS').length
      await expect.poll(async () => Number(await section.locator('h2 .count').innerText())).toBe(kept)
      await go(page, `/actor/${slug}?stance=UNCOMMITTED`)
      await expect.poll(async () => Number(await section.locator('h2 .count').innerText())).toBe(kept)
    }
    await page.close()
  })
})

describe.skipIf(!hasBrowser)(
  'a claim that is contested although nobody stands under those who deny it',
  async () => {
    const { url } = await startExplorer([seed])
    const browser = newBrowser()

    it('says what contests it', { timeout: 120_000 }, async () => {
      const { claims } = await api<{
        claims: {
          nodes: { slug: string; denials: { totalCount: number }; certain: { totalCount: number } }[]
        }
      }>(
        url,
        `{ claims(filter: { standing: [CONTESTED] }, first: 100) { nodes {
        slug
        denials: positionPage(stance: [DENIES], first: 0) { totalCount }
        certain: positionPage(side: [DENIES], first: 0) { totalCount }
      } } }`,
      )
      const { page } = await watchedPage(browser(), url)
      await page.goto(`${url}/claims`)
      const found = new Set<string>()
      for (const { slug, denials, certain } of claims.nodes) {
        await go(page, `/claim/${slug}`)
        const lead = await page.locator('.head .lead').innerText()
        const how = certain.totalCount > 0 ? 'sides' : denials.totalCount > 0 ? 'unsure' : 'others'
        expect(lead.includes('by who denies it without being certain'), slug).toBe(how === 'unsure')
        expect(lead.includes('by what contradicts it'), slug).toBe(how === 'others')
        found.add(how)
      }
      expect([...found].sort()).toEqual(['others', 'sides', 'unsure'])
      await page.close()
    })
  },
)
