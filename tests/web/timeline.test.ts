import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { crowdedDossier } from './crowded.ts'
import { savedBy, textOf } from './download.ts'
import { api, dispute, startExplorer } from './explorer.ts'
import { scrolled, telephone, touch } from './touch.ts'

interface Timeline {
  readonly timeline: { readonly totalCount: number; readonly nodes: readonly { node: { id: string } }[] }
}

const TIMELINE = `query ($from: EDTF, $until: EDTF, $about: [ID!], $types: [NodeType!], $filter: StatementFilter) {
  timeline(from: $from, until: $until, about: $about, types: $types, filter: $filter, first: 300) {
    totalCount
    nodes { node { id } }
  }
}`

describe.skipIf(!hasBrowser)('the timeline', async () => {
  const { url } = await startExplorer()
  const crowded = await startExplorer([crowdedDossier()])
  const small = await startExplorer([dispute])
  const browser = newBrowser()
  const open = async (path: string, base = url, options = {}): Promise<Page> => {
    const { page } = await openPage(browser(), base, path, { ...options, last: '.chart svg' })
    return page
  }
  const window = (page: Page) => {
    const { searchParams } = new URL(page.url())
    return { from: searchParams.get('from'), until: searchParams.get('until') }
  }
  const spanOf = (page: Page) => {
    const { from, until } = window(page)
    return Date.parse(until ?? '') - Date.parse(from ?? '')
  }
  const saved = async <Row>(page: Page, name: string): Promise<Row[]> =>
    JSON.parse(await textOf(await savedBy(page.getByRole('button', { name: `${name} as JSON` }))))
  const listed = async (page: Page, name = 'In this time') =>
    (await saved<{ node: string }>(page, name)).map(({ node }) => node)
  const expected = async (variables: object, base = url) => {
    const { timeline } = await api<Timeline>(base, TIMELINE, variables)
    return timeline.nodes.map(({ node }) => node.id)
  }
  const boxOf = async (page: Page, what: string | Locator) => {
    const part = typeof what === 'string' ? page.locator(what) : what
    // A telephone shows it once somebody has scrolled to it.
    await part.scrollIntoViewIfNeeded()
    const box = await part.boundingBox()
    if (!box) throw new Error(`There is no ${what}.`)
    return box
  }
  const pinch = (page: Page, y: number) => {
    const apart = [30, 45, 60, 90]
    return touch(page, ...[-1, 1].map((side) => apart.map((by) => [195 + side * by, y] as const)))
  }
  const MAY = 'from=2023-05-20T00:00:00Z&until=2023-05-26T00:00:00Z'

  it('zooms with the wheel about the pointer, and shows what the API has for that time', async () => {
    const page = await open(`/timeline?${MAY}`)
    const before = spanOf(page)
    const box = await page.locator('.chart').boundingBox()
    if (!box) throw new Error('There is no chart.')
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2)
    await page.keyboard.down('Control')
    for (let notch = 0; notch < 5; notch++) await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await expect.poll(() => spanOf(page)).toBeLessThan(before)
    await page.waitForLoadState('networkidle')
    const at = (share: number) => Date.parse(window(page).from ?? '') + share * spanOf(page)
    expect(at(1 / 3) - Date.parse('2023-05-22T00:00:00Z')).toBeLessThan(3_600_000)
    await expect.poll(() => listed(page)).toEqual(await expected(window(page)))
  })

  it('moves and zooms by keyboard, from years to hours', async () => {
    const page = await open(`/timeline?${MAY}`)
    await page.locator('.chart').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => window(page).from).toBe('2023-05-21T12:00:00Z')
    for (let step = 0; step < 12; step++) await page.keyboard.press('-')
    await expect.poll(() => spanOf(page)).toBeGreaterThan(10 * 365 * 86_400_000)
    for (let step = 0; step < 30; step++) await page.keyboard.press('+')
    await expect.poll(() => spanOf(page)).toBe(3_600_000)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => listed(page)).toEqual(await expected(window(page)))
  })

  it('goes where it is told by a date', async () => {
    const page = await open(`/timeline?${MAY}`)
    await page.getByLabel('to', { exact: true }).fill('2023-05-23')
    await page.getByLabel('to', { exact: true }).press('Enter')
    await expect.poll(() => window(page).until).toBe('2023-05-24T00:00:00Z')
    expect(window(page).from).toBe('2023-05-20T00:00:00Z')
    await page.getByLabel('From', { exact: true }).fill('2023-05')
    await page.getByLabel('From', { exact: true }).press('Enter')
    await expect.poll(() => window(page).from).toBe('2023-05-01T00:00:00Z')
    // What cannot be leaves it as it is.
    await page.getByLabel('From', { exact: true }).fill('2024')
    await page.getByLabel('From', { exact: true }).press('Enter')
    expect(window(page).from).toBe('2023-05-01T00:00:00Z')
  })

  it('draws what is dated approximately unlike what is dated to the day', async () => {
    const page = await open(`/timeline?${MAY}`)
    const { timeline } = await api<{ timeline: { nodes: { when: string }[] } }>(
      url,
      `{ timeline(from: "2023-05-20", until: "2023-05-25", first: 300) { nodes { when } } }`,
    )
    const about = timeline.nodes.filter(({ when }) => /[~?%]/.test(when))
    expect(about.length).toBeGreaterThan(0)
    expect(about.length).toBeLessThan(timeline.nodes.length)
    await expect.poll(() => page.locator('.span.about').count()).toBe(about.length)
  })

  it('zooms by two fingers', async () => {
    const page = await open(`/timeline?${MAY}`, url, telephone)
    const before = spanOf(page)
    const { y } = await boxOf(page, '.chart')
    await pinch(page, y + 60)
    await expect.poll(() => spanOf(page) / before).toBeCloseTo(1 / 3, 1)
  })

  it('zooms by two fingers also where what is below them goes out of sight', async () => {
    const page = await open('/timeline?from=2023-05-21T12:12:04Z&until=2023-05-27T12:12:04Z', url, telephone)
    const before = spanOf(page)
    const name = page.locator('.bar-link text', { hasText: 'Belgorod incursion' })
    const { y, height } = await boxOf(page, name)
    await pinch(page, y + height / 2)
    await expect.poll(() => spanOf(page) / before).toBeCloseTo(1 / 3, 1)
    expect(await name.count()).toBe(0)
  })

  it('leaves to the page one finger that goes up, and moves with one that goes sideways', async () => {
    const page = await open(`/timeline?${MAY}`, url, telephone)
    const { y, height } = await boxOf(page, '.axis-band')
    const middle = y + height / 2
    const before = await page.evaluate(() => scrollY)
    await touch(page, [
      [300, middle],
      [299, middle - 40],
      [280, middle - 120],
    ])
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50)
    expect(window(page).from).toBe('2023-05-20T00:00:00Z')
    // The page goes on for a while after the finger: what is measured before it rests is elsewhere then.
    await scrolled(page)
    const band = await boxOf(page, '.axis-band')
    await touch(page, [
      [300, band.y + 5],
      [260, band.y + 6],
      [235, band.y + 5],
    ])
    // A sixth of six days.
    await expect
      .poll(() => Date.parse(window(page).from ?? ''))
      .toBeGreaterThan(Date.parse('2023-05-20T20:00'))
    expect(spanOf(page)).toBe(6 * 86_400_000)
  })

  it('zooms in by a double click, about the pointer', async () => {
    const page = await open(`/timeline?${MAY}`)
    const { x, y, width, height } = await boxOf(page, '.axis-band')
    await page.mouse.dblclick(x + width / 3, y + height / 2)
    await expect.poll(() => spanOf(page)).toBe(3 * 86_400_000)
    const from = Date.parse(window(page).from ?? '')
    expect(Math.abs(from - Date.parse('2023-05-21T00:00:00Z'))).toBeLessThan(3_600_000)
  })

  it('drags without following the link under the pointer', async () => {
    const page = await open(`/timeline?${MAY}`)
    const box = await page.locator('.bar-link text').first().boundingBox()
    if (!box) throw new Error('There is no bar.')
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + 65, box.y + 5, { steps: 3 })
    await page.mouse.up()
    await expect.poll(() => window(page).from).not.toBe('2023-05-20T00:00:00Z')
    expect(new URL(page.url()).pathname).toBe('/timeline')
  })

  it('filters by what it is about and by type, in the address', async () => {
    const page = await open(`/timeline?${MAY}`)
    await page.getByRole('combobox', { name: 'About an actor' }).focus()
    await page.keyboard.type('Matthew')
    await page.getByRole('option', { name: 'Matthew' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/about=matthew-miller/)
    await page.getByRole('button', { name: 'Statements', exact: true }).click()
    await page.waitForURL(/types=EVENT/)
    const asked = { ...window(page), about: ['matthew-miller'], types: ['EVENT'] }
    await expect.poll(() => listed(page)).toEqual(await expected(asked))
    await page.getByRole('button', { name: 'Not only about Matthew Miller' }).click()
    await expect.poll(() => page.url()).not.toContain('about=')
  })

  it('filters what was said by speaker and stance, in the address, and leaves the events', async () => {
    const page = await open(`/timeline?${MAY}`)
    const before = await listed(page)
    await page.getByRole('combobox', { name: 'Said by an actor' }).focus()
    await page.keyboard.type('Matthew')
    await page.getByRole('option', { name: 'Matthew' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/by=matthew-miller/)
    const by = { ...window(page), filter: { by: ['matthew-miller'] } }
    await expect.poll(() => listed(page)).toEqual(await expected(by))
    const [spoken, events] = [
      await expected({ ...by, types: ['STATEMENT'] }),
      await expected({ ...by, types: ['EVENT'] }),
    ]
    expect([spoken.length, events.length].every((count) => count > 0 && count < before.length)).toBe(true)
    await page.getByRole('button', { name: 'denies' }).click()
    await page.waitForURL(/stance=DENIES/)
    const filter = { by: ['matthew-miller'], stance: ['DENIES'] }
    await expect.poll(() => listed(page)).toEqual(await expected({ ...window(page), filter }))
    await page.getByRole('button', { name: 'Not only said by Matthew Miller' }).click()
    await expect.poll(() => page.url()).not.toContain('by=')
    await expect
      .poll(() => listed(page))
      .toEqual(await expected({ ...window(page), filter: { stance: ['DENIES'] } }))
  })

  it('says by name what an address filters by, and holds the undated to it', async () => {
    const page = await open('/timeline?by=riders&onBehalfOf=riders&event=raid&source=daily-may', small.url)
    for (const chip of [
      'said by Free Riders',
      'said on behalf of Free Riders',
      'on Raid on Lviv',
      'in What happened in May',
    ])
      await expect.poll(() => page.getByRole('button', { name: `Not only ${chip}` }).count()).toBe(1)
    const filter = { by: ['riders'], onBehalfOf: ['riders'], event: ['raid'], source: ['daily-may'] }
    const all = await expected({ filter }, small.url)
    const dated = await expected({ filter, from: '../..' }, small.url)
    expect((await listed(page, 'Without a date')).toSorted()).toEqual(
      all.filter((id) => !dated.includes(id)).toSorted(),
    )
    await expect.poll(() => page.locator('.lines').getByText('As to the bridge').count()).toBe(1)
    expect(await page.getByText('newsroom').count()).toBe(0)
    const link = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href')
    expect(decodeURIComponent(link ?? '')).toContain('daily-may')
  })

  it('says so where a filter leaves nothing', async () => {
    const { page } = await watchedPage(browser(), small.url)
    await page.goto(`${small.url}/timeline?types=STATEMENT&by=ministry&stance=DENIES`)
    await page.getByText('Nothing passes these filters').waitFor()
  })

  it('keeps in sight how much has no date', async () => {
    const page = await open('/timeline')
    const { all, dated } = await api<Record<'all' | 'dated', { totalCount: number }>>(
      url,
      '{ all: timeline { totalCount } dated: timeline(from: "../..") { totalCount } }',
    )
    const heading = page.getByRole('heading', { name: /^Without a date/ })
    await expect.poll(() => heading.innerText()).toMatch(new RegExp(`${all.totalCount - dated.totalCount}$`))
  })

  it('counts by time what is too much to show one by one, and shows each on zooming in', async () => {
    const page = await open('/timeline', crowded.url)
    await page.getByText('too many to show one by one').waitFor()
    // Whatever has a date is in sight.
    const { timeline } = await api<Timeline>(crowded.url, TIMELINE, { from: '0000' })
    expect(timeline.totalCount).toBeGreaterThan(280)
    await expect.poll(() => page.getByText(`280 of ${timeline.totalCount} are listed`).count()).toBe(1)
    const bins = await saved<{ from: string; until: string; statements: number }>(
      page,
      'How many there are, by time',
    )
    expect(bins.length).toBeGreaterThanOrEqual(40)
    const statements = bins.reduce((sum, bin) => sum + bin.statements, 0)
    const asked = { from: '0000', types: ['STATEMENT'] }
    expect(statements).toBe((await api<Timeline>(crowded.url, TIMELINE, asked)).timeline.totalCount)
    await page
      .getByRole('link', { name: /^Zoom to [1-9]\d* statements/ })
      .first()
      .click()
    await page.locator('.bar-link').first().waitFor()
    await expect.poll(() => listed(page)).toEqual(await expected(window(page), crowded.url))
  })

  it('counts by time what is filtered, and keeps the filter in every column', async () => {
    const page = await open(
      '/timeline?by=herald&types=STATEMENT&from=2021-01-01&until=2023-06-01',
      crowded.url,
    )
    await page.getByText('too many to show one by one').waitFor()
    const asked = {
      filter: { by: ['herald'] },
      types: ['STATEMENT'],
      from: '2021-01-01',
      until: '2023-06-01T00:00:00Z',
    }
    const { timeline } = await api<Timeline>(crowded.url, TIMELINE, asked)
    const bins = await saved<{ events: number; statements: number }>(page, 'How many there are, by time')
    expect(bins.reduce((sum, bin) => sum + bin.statements, 0)).toBe(timeline.totalCount)
    expect(bins.some(({ events }) => events > 0)).toBe(false)
    const columns = page.locator('a.column')
    await expect.poll(() => columns.count()).toBe(bins.filter(({ statements }) => statements > 0).length)
    for (const href of await columns.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect(href).toContain('by=herald&types=STATEMENT')
    const link = await page.locator('.crowded').getByRole('link', { name: 'GraphiQL' }).getAttribute('href')
    expect(decodeURIComponent(link ?? '')).toMatch(/"by":\W*"herald"/)
    await page.goto(`${crowded.url}/timeline?by=court&types=STATEMENT`)
    await page.getByText('Nothing passes these filters').waitFor()
  })

  it('lays no name over another', async () => {
    for (const width of [1280, 390]) {
      const page = await open('/timeline', url, { viewport: { width, height: 900 } })
      const overlaps = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.bar-link text')].map((text) =>
          text.getBoundingClientRect(),
        )
        return boxes.filter((a, index) =>
          boxes.some(
            (b, other) =>
              other > index &&
              a.left < b.right &&
              b.left < a.right &&
              a.top + 3 < b.bottom &&
              b.top + 3 < a.bottom,
          ),
        ).length
      })
      expect(overlaps).toBe(0)
    }
  })
})
