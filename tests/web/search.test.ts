import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, startExplorer } from './explorer.ts'

interface Counted {
  readonly totalCount: number
}
interface Count {
  readonly facet: string
  readonly value: string
  readonly count: number
}

describe.skipIf(!hasBrowser)('the search', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string) => {
    const { page } = await openPage(browser(), url, path)
    return page
  }
  const search = (text: string, types?: string[]) =>
    api<{ search: Counted & { nodes: { snippet: string; node: { id: string } }[] } }>(
      url,
      `query ($text: String!, $types: [NodeType!]) {
        search(text: $text, types: $types, first: 500) { totalCount nodes { snippet node { id } } }
      }`,
      { text, types },
    ).then((data) => data.search)
  const counts = async (filter: object) => {
    const { facets, statements } = await api<{ facets: Count[]; statements: Counted }>(
      url,
      `query ($filter: StatementFilter) {
        facets(filter: $filter, by: [SPEAKER, STANCE, MONTH]) { facet value count }
        statements(filter: $filter) { totalCount }
      }`,
      { filter },
    )
    return { facets, total: statements.totalCount }
  }
  const countIn = async (page: Page, heading: string) =>
    Number(
      await page
        .getByRole('heading', { name: new RegExp(`^${heading}`) })
        .locator('.count')
        .innerText(),
    )
  const choose = (page: Page, value: RegExp) => page.locator('.facet button', { hasText: value }).click()
  const figures = async (page: Page) =>
    (await page.locator('.facet .number').allInnerTexts()).map(Number).sort((a, b) => a - b)
  const sorted = (facets: readonly Count[]) => facets.map(({ count }) => count).sort((a, b) => a - b)

  it('lists all that has the words, to the last, with the words marked', async () => {
    const page = await open('/search?q=russia*')
    const { totalCount, nodes } = await search('russia*')
    expect(totalCount).toBeGreaterThan(30)
    expect(await countIn(page, 'Results')).toBe(totalCount)
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(() => page.locator('.hit-row').count()).toBe(nodes.length)
    await expect.poll(() => page.locator('.hit-row mark').count()).toBeGreaterThanOrEqual(nodes.length)
    await page
      .locator('.hit-row', { hasText: /^claim/ })
      .first()
      .getByRole('link')
      .click()
    await page.waitForURL(/\/claim\//)
  })

  it('keeps some kinds only, in the address', async () => {
    const page = await open('/search?q=bel*')
    await page.getByRole('button', { name: 'Places' }).click()
    await page.getByRole('button', { name: 'Events' }).click()
    const { totalCount } = await search('bel*', ['PLACE', 'EVENT'])
    await expect.poll(() => page.locator('.hit-row').count()).toBe(totalCount)
    await page.reload()
    await expect.poll(() => page.locator('.hit-row').count()).toBe(totalCount)
    const kinds = new Set(await page.locator('.hit-row .kind').allInnerTexts())
    expect([...kinds].sort()).toEqual(['event', 'place'])
  })

  it('counts the statements by speaker, stance and month', async () => {
    const page = await open('/search?q=weapon*')
    const { facets, total } = await counts({ text: 'weapon*' })
    expect(new Set(facets.map(({ facet }) => facet)).size).toBeGreaterThan(1)
    expect(await countIn(page, 'Statements, counted')).toBe(total)
    expect(await figures(page)).toEqual(sorted(facets))
    const file = await textOf(
      await savedBy(page.getByRole('button', { name: 'Statements, counted as JSON' })),
    )
    expect(
      (JSON.parse(file) as { value: string; statements: number }[]).map(({ value, statements }) => [
        value,
        statements,
      ]),
    ).toEqual(facets.map(({ value, count }) => [value, count]))
  })

  it('lists and saves the statements of a speaker, and counts no others', async () => {
    const page = await open('/search?q=russia*')
    await choose(page, /^Russia\s*\d+$/)
    const { total, facets } = await counts({ text: 'russia*', by: ['russia'] })
    await expect.poll(() => page.locator('.results .statement').count()).toBe(total)
    expect(await figures(page)).toEqual(sorted(facets))
    const text = await textOf(await savedBy(page.getByRole('button', { name: 'Statements as JSON' })))
    const speakers = (JSON.parse(text) as { speaker: string }[]).map(({ speaker }) => speaker)
    expect(speakers).toEqual(Array.from({ length: total }, () => 'russia'))
  })

  it('narrows by month and by stance, and takes either back', async () => {
    const page = await open('/search?q=weapon*')
    const text = 'weapon*'
    const said = { from: '2023-05', until: '2023-05' }
    const [all, inMay, denied] = await Promise.all(
      [{ text }, { text, said }, { text, said, stance: ['DENIES'] }].map(counts),
    )
    const isListed = (of: { total: number } | undefined) =>
      expect.poll(() => page.locator('.results .statement').count()).toBe(of?.total)
    await choose(page, /May 2023/)
    await isListed(inMay)
    await choose(page, /denies/)
    await isListed(denied)
    await page.reload()
    await isListed(denied)
    await page.getByRole('button', { name: 'Not only denies' }).click()
    await isListed(inMay)
    await page.getByRole('button', { name: 'Not only said May 2023' }).click()
    await isListed(all)
    // What was said on a day not known was said by the day its source appeared, which is in May as well.
    expect(inMay?.total).toBe(all?.total)
    expect(denied?.total).toBeLessThan(inMay?.total ?? 0)
  })

  it('saves all results, and not only those shown', async () => {
    const page = await open('/search?q=russia*')
    const text = await textOf(await savedBy(page.getByRole('button', { name: 'Results as JSON' })))
    expect(JSON.parse(text)).toHaveLength((await search('russia*')).totalCount)
  })

  it.each([
    ['belgrod', 'Nothing has “belgrod”. Shown: belgorod', 'belgorod'],
    ['Bakhm', 'Nothing has “Bakhm”. Shown: Bakhm*', 'Bakhm*'],
  ])('shows what comes nearest where nothing has the words, and says so: %s', async (text, notice, words) => {
    const page = await open(`/search?q=${encodeURIComponent(text)}`)
    const { totalCount } = await search(words)
    expect(totalCount).toBeGreaterThan(0)
    expect(await countIn(page, 'Results')).toBe(totalCount)
    await expect.poll(() => page.locator('.notice').innerText()).toBe(notice)
    await page.locator('.notice').getByRole('link', { name: words }).click()
    await page.waitForURL((address) => address.searchParams.get('q') === words)
    await expect.poll(() => page.locator('.notice').count()).toBe(0)
    expect(await countIn(page, 'Results')).toBe(totalCount)
  })

  it.each([
    ['Miller FSB zeppelins', 'Miller FSB'],
    ['who claimed the raid on Belgorod', 'claimed raid Belgorod'],
  ])('shows what has some of the words where nothing has all, and says so: %s', async (text, words) => {
    const page = await open(`/search?q=${encodeURIComponent(text)}`)
    await expect
      .poll(() => page.locator('.notice').innerText())
      .toBe(`Nothing has all of “${text}”. Shown: what has some of ${words}`)
    await expect.poll(() => page.locator('.hit-row').count()).toBe((await search(text)).nodes.length)
  })

  it('offers what comes nearest where statements are listed', async () => {
    const page = await open('/search?q=belgrod&types=STATEMENT')
    await page.locator('.empty').getByRole('link', { name: 'belgorod' }).click()
    await page.waitForURL(/q=belgorod$/)
    await expect.poll(() => page.locator('.hit-row').count()).toBeGreaterThan(0)
  })

  it.each([
    '/search?q=xyzzyqwert',
    '/search?q=xyzzyqwert&types=STATEMENT',
    '/search?q=%3Cb%3Exyzzyqwert%3C/b%3E',
  ])('offers nothing where nothing comes near: %s', async (path) => {
    const page = await open(path)
    await page.locator('main').getByText('Nothing has these words.').waitFor()
    expect(await page.locator('.empty a').count()).toBe(0)
    expect(await page.locator('main b').count()).toBe(0)
  })

  it('shows what the server says of a date that is none', async () => {
    const page = await open('/search?q=russia&from=yesterday')
    await page.getByRole('heading', { name: 'This question was refused' }).waitFor()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('yesterday')
  })
})
