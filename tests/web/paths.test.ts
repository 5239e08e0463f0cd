import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { linksIn, openDrawing, savedSvg } from './drawing.ts'
import { api, startExplorer } from './explorer.ts'

interface Path {
  readonly length: number
  readonly nodes: readonly { readonly name: string }[]
  readonly links: readonly { readonly type: string }[]
}

const PATHS = `query ($from: ID!, $to: ID!, $through: [LinkType!], $maxLength: Int, $first: Int) {
  paths(from: $from, to: $to, through: $through, maxLength: $maxLength, first: $first) {
    length nodes { name } links { type }
  }
}`

describe.skipIf(!hasBrowser)('paths and agreement', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string) => {
    const { page } = await openPage(browser(), url, path)
    return page
  }
  const ask = async (variables: object) => (await api<{ paths: Path[] }>(url, PATHS, variables)).paths

  it('lists the paths that the API finds, in its order, and saves them', async () => {
    const page = await open('/graph?view=paths&from=ukraine&to=united-states')
    const paths = await ask({ from: 'ukraine', to: 'united-states' })
    expect(paths.length).toBeGreaterThan(1)
    const shown = await page.locator('.paths h3').allInnerTexts()
    expect(shown).toHaveLength(paths.length)
    paths.forEach(({ nodes }, index) => {
      expect(shown[index]).toContain(nodes.map(({ name }) => name).join(' – '))
    })
    const button = page.getByRole('button', { name: 'paths as JSON' })
    const file = await savedBy(button)
    expect(file.suggestedFilename()).toBe('paths.json')
    expect(JSON.parse(await textOf(file))).toHaveLength(paths.reduce((sum, { length }) => sum + length, 0))
  })

  it('goes by no type of link that the legend leaves out', async () => {
    const { page } = await watchedPage(browser(), url)
    await openDrawing(page, `${url}/graph?view=paths&from=ukraine&to=russia&without=SPEAKS_ABOUT&max=2`)
    const rest = ['AFFILIATED', 'PARTICIPATES_IN', 'PARTICIPATES_WITH', 'SAME_SIDE', 'OPPOSITE_SIDE']
    const through = ['TOLD', 'QUOTED_VIA', ...rest]
    const paths = await ask({ from: 'ukraine', to: 'russia', through, maxLength: 2 })
    const types = (all: readonly { readonly type: string }[]) =>
      [...new Set(all.map(({ type }) => type))].sort()
    expect(types(linksIn(await savedSvg(page)))).toEqual(types(paths.flatMap(({ links }) => links)))
  })

  it('says so where there is no path, and offers to look further', async () => {
    const page = await open(
      '/graph?view=paths&from=ukraine&to=united-states&max=1&without=SPEAKS_ABOUT,PARTICIPATES_WITH',
    )
    await page.getByText('There is no path of at most 1 link between Ukraine and United States').waitFor()
    await page.getByRole('button', { name: 'Over all types of links' }).click()
    await page.getByRole('button', { name: 'With up to 10 links' }).click()
    await page.locator('.paths h3').first().waitFor()
    expect(new URL(page.url()).searchParams.get('max')).toBe('10')
  })

  it('lets both ends be chosen by name, by keyboard alone', async () => {
    const page = await open('/graph?view=paths')
    const choose = async (label: string, typed: string) => {
      await page.getByRole('combobox', { name: label }).focus()
      await page.keyboard.type(typed)
      await page.getByRole('option', { name: typed }).first().waitFor()
      await page.keyboard.press('Enter')
    }
    await choose('From which actor?', 'Matthew')
    await page.waitForURL(/from=matthew-miller/)
    await choose('To which actor?', 'NATO')
    await page.waitForURL(/to=nato/)
    await page.locator('.paths h3').first().waitFor()
  })

  it('is reached from a node', async () => {
    const page = await open('/graph?nodes=ukraine')
    await page.getByRole('link', { name: 'Paths from here: BBC' }).click()
    await page.waitForURL(/view=paths&from=bbc/)
    await page.getByRole('button', { name: 'From BBC: choose another' }).waitFor()
  })

  it('lists pairs by how often they agree or conflict, and the claims behind it', async () => {
    const page = await open('/graph?view=agreement&order=conflict')
    const { agreements } = await api<{ agreements: { agree: number; conflict: number }[] }>(
      url,
      '{ agreements(first: 200) { agree conflict } }',
    )
    const figures = await page.locator('.pairs tbody tr td:nth-child(3)').allInnerTexts()
    expect(figures.map(Number)).toEqual(agreements.map(({ conflict }) => conflict).sort((a, b) => b - a))
    await page.getByRole('link', { name: 'Claims of Russia and Ukraine' }).click()
    const claims = page.locator('#claims')
    await claims.getByRole('link', { name: 'Russia has captured Bakhmut.' }).waitFor()
    await expect
      .poll(() => claims.locator('.stances').first().innerText())
      .toMatch(/Russia\s+\+\s+affirms\s*, Ukraine\s+−\s+denies/)
  })

  it('draws a link the wider, the more claims it stands for, and leaves out pairs with fewer', async () => {
    const { page } = await watchedPage(browser(), url)
    await openDrawing(page, `${url}/graph?view=agreement`)
    const widthOf = (svg: string, from: string, to: string) => {
      const [, width] =
        new RegExp(`data-from="${from}" data-to="${to}".*?stroke-width="([\\d.]+)"`, 's').exec(svg) ?? []
      return Number(width)
    }
    const svg = await savedSvg(page)
    const [two, one] = [
      widthOf(svg, 'russian-volunteer-corps', 'liberty-of-russia-legion'),
      widthOf(svg, 'russia', 'news-update'),
    ]
    expect(two).toBeGreaterThan(one)
    await page.getByLabel('Claims in common, at least').fill('2')
    await page.keyboard.press('Enter')
    await page.waitForURL(/min=2/)
    const { agreements } = await api<{ agreements: object[] }>(url, '{ agreements(minClaims: 2) { agree } }')
    await expect.poll(() => page.locator('.pairs tbody tr').count()).toBe(agreements.length)
  })
})
