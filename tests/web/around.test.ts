import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, type Watched, watchedPage } from './browser.ts'
import { openDrawing, savedSvg } from './drawing.ts'
import { api, startExplorer } from './explorer.ts'

interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const NINTH = 'Border villages of the Belgorod Region'
const PHONE = { viewport: { width: 390, height: 844 } }

/** How far from each edge of the frame the drawing begins, all of it or its names, and how high the frame is. */
function edgesOf(page: Page, what: string): Promise<Edges & { readonly height: number }> {
  return page.locator('.canvas > svg').evaluate((svg, selector) => {
    const frame = svg.getBoundingClientRect()
    const boxes = [...svg.querySelectorAll(selector)].map((element) => element.getBoundingClientRect())
    const least = (distance: (box: DOMRect) => number) => Math.min(...boxes.map(distance))
    return {
      left: least((box) => box.left - frame.left),
      right: least((box) => frame.right - box.right),
      top: least((box) => box.top - frame.top),
      bottom: least((box) => frame.bottom - box.bottom),
      height: frame.height,
    }
  }, what)
}

describe.skipIf(!hasBrowser)('the graph around nodes', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string, options = {}): Promise<Watched> => {
    const watched = await watchedPage(browser(), url, options)
    await openDrawing(watched.page, url + path)
    return watched
  }

  it('has the names of its nodes for a title', async () => {
    const { page } = await open('/graph?nodes=ukraine,russian-volunteer-corps')
    expect(await page.title()).toContain('Around Ukraine, Russian Volunteer Corps')
  })

  it('steps back from a selected node only where that is drawn', async () => {
    const { page } = await open('/graph?nodes=ukraine&selected=bbc&withoutKinds=MediaOutlet')
    await expect.poll(() => page.locator('.canvas .whole').count()).toBe(1)
    await page.getByRole('button', { name: /^media outlet/ }).click()
    await page.locator('.canvas .far').waitFor()
    await page.getByRole('complementary', { name: 'Selected node' }).waitFor()
  })

  it('begins with a node that is chosen by its name, and takes in others', async () => {
    const { page } = await watchedPage(browser(), url)
    const choose = async (label: string, name: string) => {
      await page.getByRole('combobox', { name: label, exact: true }).fill(name)
      await page.getByRole('option', { name }).first().waitFor()
      await page.keyboard.press('Enter')
    }
    await page.goto(`${url}/graph`)
    await choose('An actor, event or place', 'Matthew')
    await page.waitForURL(/nodes=matthew-miller$/)
    await choose('Add an actor, event or place', 'Bakhmut')
    await page.waitForURL(/nodes=matthew-miller,[a-z-]*bakhmut/)
  })

  it('names a ninth node that was chosen by its name', async () => {
    const { actors, events } = await api<Record<'actors' | 'events', { nodes: { slug: string }[] }>>(
      url,
      '{ actors(orderBy: STATEMENTS_DESC, first: 6) { nodes { slug } } events(first: 2) { nodes { slug } } }',
    )
    const slugs = [...actors.nodes, ...events.nodes].map(({ slug }) => slug)
    const { page } = await open(`/graph?nodes=${slugs.join()}`)
    await page.getByRole('combobox', { name: 'Add an actor, event or place' }).fill(NINTH)
    await page.getByRole('option', { name: `place ${NINTH}` }).click()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(`make room for ${NINTH}?`)
  })

  it('leads from a link to both of its ends, and asks what it rests on when that is opened', async () => {
    const { page, asked } = await open('/graph?nodes=ukraine')
    const link = page
      .getByRole('listitem')
      .filter({ hasText: 'Russia speaks about Ukraine' })
      .filter({ hasText: /^Russia/ })
    const ends = link.getByRole('link')
    expect(await ends.evaluateAll((all) => all.map((end) => end.getAttribute('href')))).toEqual([
      '/actor/russia',
      '/actor/ukraine',
    ])
    const before = asked.length
    await link.getByText('What this rests on').click()
    const { statements } = await api<{ statements: { totalCount: number; nodes: { id: string }[] } }>(
      url,
      '{ statements(filter: { by: ["russia"], about: ["ukraine"] }, orderBy: SAID_DESC, first: 10) { totalCount nodes { id } } }',
    )
    await link.getByText(`${statements.totalCount} statements`, { exact: true }).waitFor()
    expect(asked.length).toBe(before + 1)
    const addresses = await link
      .locator('details a')
      .evaluateAll((all) => all.map((end) => end.getAttribute('href')))
    expect(addresses).toEqual(statements.nodes.map(({ id }) => `/statement/${id}`))
  })

  it('says of every other type of link what it rests on as well', async () => {
    const { page, faults } = await open('/graph?nodes=ukraine&without=SPEAKS_ABOUT,AFFILIATED')
    for (const words of ['the same event as', 'on the same side as', 'on the opposite side of']) {
      const link = page.getByRole('listitem').filter({ hasText: words }).first()
      await link.getByText('What this rests on').click()
      await link.locator('details a').first().waitFor()
    }
    expect(faults).toEqual([])
  })

  it('puts links of a type under one heading, with their number', async () => {
    const { page } = await open('/graph?nodes=ukraine')
    const { neighborhood } = await api<{ neighborhood: { links: { type: string }[] } }>(
      url,
      '{ neighborhood(of: "ukraine", first: 60) { links { type } } }',
    )
    const said = neighborhood.links.filter(({ type }) => type === 'SPEAKS_ABOUT').length
    await page.getByRole('heading', { name: `Speaks about ${said}` }).waitFor()
  })

  it('fills a frame that stands upright, and one that lies, and cuts no name', async () => {
    for (const options of [PHONE, {}]) {
      const { page } = await open('/graph?nodes=ukraine', options)
      const nodes = await page.locator('.canvas .node').count()
      await expect.poll(() => page.locator('.canvas text.name').count()).toBe(nodes)
      const { left, right, top, bottom, height } = await edgesOf(page, '.node, .name')
      expect(Math.max(left, right)).toBeLessThan(120)
      expect(height - top - bottom).toBeGreaterThan(height * 0.7)
      expect(Math.min(...Object.values(await edgesOf(page, '.name')))).toBeGreaterThanOrEqual(0)
    }
  })

  it('saves the same picture from every frame, and finds a node where another frame put it', async () => {
    const path = '/graph?nodes=ukraine&at=bbc:250,-120'
    const { page: phone } = await open(path, PHONE)
    const { page: desk } = await open(path)
    expect(await savedSvg(phone)).toBe(await savedSvg(desk))
  })
})
