import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { drag, linksIn, nodesIn, openDrawing, placeOf, placesIn, savedSvg } from './drawing.ts'
import { api, startExplorer } from './explorer.ts'

interface Neighborhood {
  readonly nodes: readonly { readonly slug: string }[]
  readonly links: readonly { readonly type: string }[]
}

const NEIGHBORHOOD = `query ($of: ID!) {
  neighborhood(of: $of, first: 60) { nodes { slug } links { type } }
}`

describe.skipIf(!hasBrowser)('the graph', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string): Promise<Page> => {
    const { page } = await watchedPage(browser(), url)
    await openDrawing(page, url + path)
    return page
  }
  const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

  it('shows what the API says lies around a node, drawn, listed and saved alike', async () => {
    const page = await open('/graph?nodes=ukraine')
    const { neighborhood } = await api<{ neighborhood: Neighborhood }>(url, NEIGHBORHOOD, { of: 'ukraine' })
    const slugs = neighborhood.nodes.map(({ slug }) => slug).sort()
    const svg = await savedSvg(page)
    expect(nodesIn(svg).sort()).toEqual(slugs)
    expect(linksIn(svg)).toHaveLength(neighborhood.links.length)
    const button = page.getByRole('button', { name: 'Nodes as JSON' })
    const file = await savedBy(button)
    const listed = JSON.parse(await textOf(file)) as { node: string }[]
    expect(listed.map(({ node }) => node).sort()).toEqual(slugs)
  })

  it('draws the links between the same two nodes apart', async () => {
    const links = linksIn(await savedSvg(await open('/graph?nodes=ukraine,russia')))
    const between = links.filter(({ from, to }) => [from, to].sort().join() === 'russia,ukraine')
    expect(between.length).toBeGreaterThan(2)
    expect(new Set(links.map(({ path }) => path)).size).toBe(links.length)
    // Neither do those that point opposite ways lie on each other: their middles differ.
    const middles = between.map(({ path }) => /Q(\S+ \S+)/.exec(path)?.[1])
    expect(new Set(middles).size).toBe(between.length)
  })

  it('saves arrows, dashes, double lines and a legend as well', async () => {
    const svg = await savedSvg(await open('/graph?nodes=ukraine'))
    expect(svg).toContain('stroke-dasharray')
    for (const word of ['speaks about', 'on the opposite side of', 'armed group', 'media outlet'])
      expect(svg).toContain(`${word}</text>`)
    const arrows = [...svg.matchAll(/class="arrows" d="([^"]+)"/g)].map(
      ([, path = '']) => path.split('Z').length - 1,
    )
    const directed = ['TOLD', 'QUOTED_VIA', 'SPEAKS_ABOUT', 'AFFILIATED', 'PARTICIPATES_IN']
    const links = linksIn(svg).filter(({ type }) => directed.includes(type))
    expect(arrows.reduce((sum, count) => sum + count, 0)).toBe(links.length)
  })

  it('draws the same picture from the same address, wherever and however it is reached', async () => {
    const first = await savedSvg(await open('/graph?nodes=ukraine,russia'))
    expect(await savedSvg(await open('/graph?nodes=ukraine,russia'))).toBe(first)
    const page = await open('/graph?nodes=ukraine')
    await page.getByRole('button', { name: 'Expand Russia', exact: true }).click()
    await page.waitForURL(/nodes=ukraine,russia/)
    await expect.poll(() => savedSvg(page)).toBe(first)
  })

  it('leaves in its place what is there when a node is expanded', async () => {
    const before = placesIn(await savedSvg(await open('/graph?nodes=ukraine')))
    const after = placesIn(await savedSvg(await open('/graph?nodes=ukraine,russia')))
    expect(after.size).toBeGreaterThan(before.size)
    for (const [slug, place] of before) expect(after.get(slug), slug).toBe(place)
  })

  it('pins what was dragged in the address, until positions are reset', async () => {
    const page = await open('/graph?nodes=ukraine')
    const untouched = await savedSvg(page)
    await drag(page, 'bbc', 60, -40)
    await expect.poll(() => param(page, 'at')).toMatch(/^bbc:-?\d+,-?\d+$/)
    const dragged = await savedSvg(page)
    expect(dragged).not.toBe(untouched)
    await openDrawing(page, page.url())
    expect(await savedSvg(page)).toBe(dragged)
    expect(await savedSvg(await open(new URL(page.url()).pathname + new URL(page.url()).search))).toBe(
      dragged,
    )
    await page.getByRole('button', { name: 'Reset positions' }).click()
    await expect.poll(() => param(page, 'at')).toBeNull()
    expect(await savedSvg(page)).toBe(untouched)
  })

  it('filters by the legend, and keeps the filter in the address', async () => {
    const page = await open('/graph?nodes=ukraine')
    await page.getByRole('button', { name: /^speaks about/ }).click()
    await expect.poll(() => param(page, 'without')).toBe('SPEAKS_ABOUT')
    const types = new Set(linksIn(await savedSvg(page)).map(({ type }) => type))
    expect(types.has('SPEAKS_ABOUT')).toBe(false)
    expect(types.size).toBeGreaterThan(1)
    await page.getByRole('button', { name: /^media outlet/ }).click()
    await expect.poll(() => param(page, 'withoutKinds')).toBe('MediaOutlet')
    expect(nodesIn(await savedSvg(page))).not.toContain('bbc')
    await openDrawing(page, page.url())
    expect(nodesIn(await savedSvg(page))).not.toContain('bbc')
  })

  it('says who a node is that is clicked, and leaves it out when asked to', async () => {
    const page = await open('/graph?nodes=ukraine')
    const { x, y } = await placeOf(page, 'bbc')
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
    const panel = page.getByRole('complementary', { name: 'Selected node' })
    await expect.poll(() => panel.getByRole('heading').innerText()).toBe('BBC')
    await expect
      .poll(() => panel.getByRole('link', { name: 'Open its page' }).getAttribute('href'))
      .toBe('/actor/bbc')
    expect(param(page, 'selected')).toBe('bbc')
    await panel.getByRole('button', { name: 'Leave out BBC' }).click()
    await expect.poll(() => param(page, 'leftOut')).toBe('bbc')
    expect(nodesIn(await savedSvg(page))).not.toContain('bbc')
    await page.getByRole('button', { name: 'Bring back BBC' }).click()
    await expect.poll(async () => nodesIn(await savedSvg(page))).toContain('bbc')
  })

  it('expands by a double click, and by keyboard from the list', async () => {
    const page = await open('/graph?nodes=ukraine')
    const { x, y } = await placeOf(page, 'russia')
    await page.mouse.dblclick(x, y)
    await page.waitForURL(/nodes=ukraine,russia/)
    await page.getByRole('button', { name: 'Expand BBC' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/nodes=ukraine,russia,bbc/)
    expect(param(page, 'zoom')).toBeNull()
  })

  it('moves with the hand, and zooms in by a double click beside the nodes', async () => {
    const page = await open('/graph?nodes=ukraine&zoom=0,0,100')
    const box = await page.locator('.canvas').boundingBox()
    if (!box) throw new Error('There is no drawing.')
    const [x, y] = [box.x + 12, box.y + 12]
    const before = await placeOf(page, 'ukraine')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 60, y + 40, { steps: 3 })
    await page.mouse.up()
    await expect.poll(() => param(page, 'zoom')).toMatch(/^-\d+,-\d+,100$/)
    const after = await placeOf(page, 'ukraine')
    expect(Math.hypot(after.x - before.x - 60, after.y - before.y - 40)).toBeLessThan(3)
    await page.mouse.dblclick(x, y)
    await expect.poll(() => param(page, 'zoom')).toMatch(/,200$/)
    expect(param(page, 'nodes')).toBe('ukraine')
  })

  it('leaves the wheel to the page for whoever reads on', async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(`${url}/actor/ukraine`)
    await page.getByRole('heading', { name: 'Neighborhood' }).scrollIntoViewIfNeeded()
    const drawing = page.locator('.canvas[data-ready="true"]')
    await drawing.waitFor()
    await drawing.evaluate((element) => element.scrollIntoView())
    const { x, y } = (await drawing.boundingBox()) ?? { x: 0, y: 0 }
    const before = await page.evaluate(() => scrollY)
    await page.mouse.move(x + 20, y + 20)
    await page.mouse.wheel(0, -200)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before - 200)
    expect(param(page, 'zoom')).toBeNull()
  })

  it('zooms by wheel and by button, and shows all again', async () => {
    const page = await open('/graph?nodes=ukraine')
    const { x, y } = await placeOf(page, 'ukraine')
    await page.mouse.move(x, y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -300)
    await page.keyboard.up('Control')
    await expect.poll(() => param(page, 'zoom')).toMatch(/^-?\d+,-?\d+,\d+$/)
    // The point under the pointer stays under it.
    const after = await placeOf(page, 'ukraine')
    expect(Math.hypot(after.x - x, after.y - y)).toBeLessThan(4)
    const zoom = param(page, 'zoom')
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => param(page, 'zoom')).not.toBe(zoom)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => param(page, 'zoom')).toBeNull()
  })

  it('asks which node shall make room for a ninth', async () => {
    const { actors } = await api<{ actors: { nodes: { slug: string; name: string }[] } }>(
      url,
      '{ actors(orderBy: STATEMENTS_DESC, first: 8) { nodes { slug name } } }',
    )
    const slugs = actors.nodes.map(({ slug }) => slug)
    const page = await open(`/graph?nodes=${slugs.join(',')}`)
    await page
      .getByRole('button', { name: /^Expand / })
      .first()
      .click()
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.innerText()).toContain('8 nodes are expanded')
    expect(param(page, 'nodes')).toBe(slugs.join(','))
    await alert.getByRole('button', { name: `Exchange ${actors.nodes[2]?.name}`, exact: true }).click()
    await expect.poll(() => param(page, 'nodes')).not.toContain(`,${slugs[2]},`)
    expect(param(page, 'nodes')?.split(',')).toHaveLength(8)
  })

  it('names saved pictures after their view', async () => {
    const views = [
      ['/graph?view=agreement', 'agreement'],
      ['/graph?view=paths&from=ukraine&to=bbc', 'paths'],
    ] as const
    for (const [path, name] of views) {
      const page = await open(path)
      for (const format of ['SVG', 'PNG']) {
        const button = page.locator('.drawing-tools').getByRole('button', { name: format })
        const file = await savedBy(button)
        expect(file.suggestedFilename()).toBe(`${name}.${format.toLowerCase()}`)
      }
    }
  })
})
