import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { drag, linksIn, openDrawing, savedSvg } from './drawing.ts'
import { api, startExplorer } from './explorer.ts'

const sides = fileURLToPath(new URL('../dossiers/sides.yaml', import.meta.url))

/** The links that are drawn over a node which is not their own end, by the drawn paths themselves. */
const crossings = (page: Page): Promise<string[]> =>
  page.locator('.canvas > svg').evaluate((svg) => {
    const nodes = [...svg.querySelectorAll<SVGPathElement>('.whole path.node')].map((node) => {
      const { width, height } = node.getBBox()
      const { e: x, f: y } = (node.transform.baseVal.consolidate() as SVGTransform).matrix
      return { slug: node.dataset.node, x, y, radius: Math.min(width, height) / 2 }
    })
    return [...svg.querySelectorAll<SVGPathElement>('.whole path[data-link]')].flatMap((path) => {
      const { link, from, to } = path.dataset
      const others = nodes.filter(({ slug }) => slug !== from && slug !== to)
      const length = path.getTotalLength()
      const points = Array.from({ length: Math.ceil(length) }, (_, at) => path.getPointAtLength(at))
      return others
        .filter(({ x, y, radius }) => points.some((point) => Math.hypot(point.x - x, point.y - y) < radius))
        .map(({ slug }) => `${link} over ${slug}`)
    })
  })

describe.skipIf(!hasBrowser)('the lines of a drawing', async () => {
  const [{ url }, disputed] = await Promise.all([startExplorer(), startExplorer([sides])])
  const browser = newBrowser()
  const open = async (path: string, options = {}, base = url): Promise<Page> => {
    const { page } = await watchedPage(browser(), base, options)
    await openDrawing(page, base + path)
    return page
  }

  it.each([
    '/graph?nodes=ukraine',
    '/graph?nodes=belgorod-incursion',
    '/graph?nodes=ukraine,russia,belgorod-attackers',
    '/graph?nodes=russian-volunteer-corps&zoom=0,0,40',
    '/graph?view=agreement',
    '/graph?view=paths&from=suspilne&to=ukraine&first=20',
  ])('are led past every node that they do not touch: %s', async (path) => {
    for (const options of [{}, { viewport: { width: 390, height: 844 } }]) {
      const page = await open(path, options)
      await expect.poll(() => page.locator('.whole path[data-link]').count()).toBeGreaterThan(3)
      expect(await crossings(page)).toEqual([])
    }
  })

  it('are led around a node that the reader puts in their way', async () => {
    const page = await open('/graph?nodes=ukraine')
    await drag(page, 'bbc', -160, -90)
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^bbc:/)
    await page.mouse.move(5, 5)
    await page.locator('.canvas .whole').waitFor()
    expect(await crossings(page)).toEqual([])
  })

  it('say in which role each takes part in an event', async () => {
    const page = await open('/graph?nodes=crossing', {}, disputed.url)
    const drawn = await page.locator('.canvas .line-word').allTextContents()
    const words = {
      INITIATOR: 'initiator of',
      TARGET: 'target of',
      PARTY: 'party to',
      AFFECTED: 'affected by',
    }
    const { event } = await api<{
      event: { name: string; participants: { role: keyof typeof words; actor: { name: string } }[] }
    }>(disputed.url, '{ event(id: "crossing") { name participants { role actor { name } } } }')
    expect(drawn.filter((word) => !word.includes('against')).sort()).toEqual(
      event.participants.map(({ role }) => words[role]).sort(),
    )
    const listed = (await page.getByRole('listitem').allInnerTexts()).join('\n')
    for (const { role, actor } of event.participants)
      expect(listed).toContain(`${actor.name} ${words[role]} ${event.name}`)
    expect(listed).toContain('East affected by the same event as The Envoy')
  })

  it('say who told whom', async () => {
    const page = await open('/graph?nodes=envoy', {}, disputed.url)
    expect(linksIn(await savedSvg(page))).toContainEqual(
      expect.objectContaining({ type: 'TOLD', from: 'envoy', to: 'gazette' }),
    )
    await page.getByRole('listitem').filter({ hasText: 'The Envoy told The Gazette' }).waitFor()
  })

  it.each(['/graph?view=agreement', '/graph?nodes=north'])(
    'of two who both agree and conflict are one, with a look and words of its own: %s',
    async (path) => {
      const page = await open(path, {}, disputed.url)
      const svg = await savedSvg(page)
      const between = linksIn(svg).filter(
        ({ type, from, to }) => /SIDE/.test(type) && [from, to].sort().join() === 'north,south',
      )
      expect(between.map(({ type }) => type)).toEqual(['MIXED_SIDES'])
      expect(svg).toContain('1 with, 1 against</text>')
      expect(svg).toContain('sometimes with, sometimes against</text>')
      const [, mixed] = /(<path data-link="MIXED_SIDES[^>]*>)/.exec(svg) ?? []
      const [, same] = /(<path data-link="SAME_SIDE[^>]*>)/.exec(svg) ?? []
      expect(mixed).toContain('stroke-dasharray')
      expect(same).not.toContain('stroke-dasharray')
      await page.locator('.legend').getByText('sometimes with, sometimes against 1').waitFor()
    },
  )

  it('of two who both agree and conflict rest on the claims of either side', async () => {
    const page = await open('/graph?nodes=north', {}, disputed.url)
    const line = page.getByRole('listitem').filter({ hasText: 'same side on 1 claim, opposite on 1' })
    await line.getByText('What this rests on').click()
    await line.locator('details a').nth(1).waitFor()
    const hrefs = await line.locator('details a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(hrefs).toEqual(['/claim/river-was-crossed', '/claim/north-began'])
  })

  it('leave out a mixed pair only with both of its sides', async () => {
    const page = await open('/graph?nodes=north', {}, disputed.url)
    const typesDrawn = async () => [...new Set(linksIn(await savedSvg(page)).map(({ type }) => type))]
    await page.getByRole('button', { name: /^on the same side as/ }).click()
    await expect.poll(typesDrawn).not.toContain('SAME_SIDE')
    expect(await typesDrawn()).toContain('MIXED_SIDES')
    await page.getByRole('button', { name: /^on the opposite side of/ }).click()
    await expect.poll(typesDrawn).not.toContain('MIXED_SIDES')
  })

  it('stand in files with their role, their weight and both counts', async () => {
    const page = await open('/graph?nodes=north', {}, disputed.url)
    const file = await savedBy(page.getByRole('button', { name: 'Links as JSON' }))
    expect(JSON.parse(await textOf(file))).toEqual(
      expect.arrayContaining([
        {
          link: 'PARTICIPATES_IN',
          role: 'INITIATOR',
          from: 'north',
          fromName: 'North',
          to: 'crossing',
          toName: 'Crossing of the river',
          weight: 1,
          agree: null,
          conflict: null,
        },
        expect.objectContaining({ link: 'MIXED_SIDES', weight: 2, agree: 1, conflict: 1 }),
      ]),
    )
  })
})
