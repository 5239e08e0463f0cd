import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { crowdedDossier } from './crowded.ts'
import { api, seed, startExplorer } from './explorer.ts'

/** How often the speaker speaks about each: all of all, nine of twelve, nearly all, half, and one of many. */
const COUNTS = [400, 399, 300, 352, 200, 1]
const FIGURES = [
  { low: 0, high: 0 },
  { low: 1, high: 1 },
  { low: 70, high: 70 },
  { low: 12, high: 96 },
  { low: 40 },
  { high: 25 },
  { low: 88, high: 100 },
]

/** A speaker with the counts above, each on months and with stances of its own, and the figures of one event. */
function barsDossier(): string {
  const about = COUNTS.map((count, index) => ({ count, slug: `subject-${index}` }))
  const dossier = {
    hearsay: 1,
    actors: [
      { slug: 'speaker', name: 'Speaker', type: 'PERSON' },
      ...about.map(({ slug }) => ({ slug, name: slug.replace('-', ' '), type: 'STATE' })),
    ],
    events: [{ slug: 'flood', name: 'Flood', type: 'OTHER', when: '2020' }],
    sources: [{ slug: 'notebook', kind: 'REPORT', title: 'Notebook' }],
    claims: FIGURES.map((figure, index) => ({
      slug: `toll-${index}`,
      text: `Toll ${index}.`,
      kind: 'CASUALTIES',
      event: 'flood',
      figure: { ...figure, unit: 'people' },
    })),
    statements: [
      ...about.flatMap(({ count, slug }) =>
        Array.from({ length: count }, (_, index) =>
          statement(`${slug}-${index}`, { about: [slug], saidAt: monthOf(index) }),
        ),
      ),
      ...FIGURES.map((_, index) =>
        statement(`on-toll-${index}`, { claim: `toll-${index}`, stance: 'AFFIRMS', certainty: 'CERTAIN' }),
      ),
    ],
  }
  const path = join(folder(), 'bars.json')
  writeFileSync(path, JSON.stringify(dossier))
  return path
}

/** Most in January, few in March, one in April. */
const monthOf = (index: number) =>
  `2020-0${index === 0 ? 4 : index % 10 === 0 ? 3 : index % 3 === 0 ? 2 : 1}-05`

const statement = (slug: string, rest: object) => ({
  slug,
  source: 'notebook',
  speaker: 'speaker',
  text: 'A plain remark',
  quoteType: 'INDIRECT',
  act: 'STATE',
  ...rest,
})

interface Bar {
  readonly list: string
  readonly count: number
  readonly drawn: number
  readonly track: number
}

/** The bars of the lists of counts, each with the number that stands beside it. */
const barsIn = (page: Page): Promise<Bar[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.count-bar')].map((track) => ({
      list: track.closest('section, .facet')?.querySelector('h2, h3')?.textContent ?? '',
      count: Number(track.parentElement?.querySelector('.number')?.textContent?.replaceAll(',', '')),
      drawn: track.querySelector('.fill')?.getBoundingClientRect().width ?? -1,
      track: track.getBoundingClientRect().width,
    })),
  )

/** Within a pixel, each is as much of its track as its count is of its list's largest. */
function expectTrue(bars: readonly Bar[]): void {
  expect(bars).not.toEqual([])
  for (const { list, count, drawn, track } of bars) {
    const most = Math.max(...bars.filter((bar) => bar.list === list).map((bar) => bar.count))
    expect(Math.abs(drawn - (track * count) / most), `${list}: ${count} of ${most}`).toBeLessThan(1)
    expect(track).toBeGreaterThan(40)
  }
}

interface Column {
  readonly type: string
  readonly count: number
  readonly height: number
}

/** The columns of the timeline's density, each with the count that it is called by. */
const columnsIn = (page: Page): Promise<Column[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a.column')].map((column) => ({
      type: column.classList.contains('event') ? 'event' : 'statement',
      count: Number(/\d+/.exec(column.getAttribute('aria-label') ?? '')?.[0]),
      height: column.querySelector('.size')?.getBoundingClientRect().height ?? -1,
    })),
  )

interface Drawn {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** The figures and the ticks of their axis, by where they are drawn. */
const figuresIn = (page: Page): Promise<{ figures: Drawn[]; ticks: Drawn[]; track: Drawn }> =>
  page.evaluate(() => {
    const drawn = (element: Element, text: string) => {
      const { left, right } = element.getBoundingClientRect()
      return { text, left, right }
    }
    return {
      figures: [...document.querySelectorAll('.figure')].map((figure) =>
        drawn(
          figure,
          figure.closest('.figures > ul > li')?.querySelector('.figure-claim a')?.textContent ?? '',
        ),
      ),
      ticks: [...document.querySelectorAll('.axis span')].map((tick) => drawn(tick, tick.textContent ?? '')),
      track: drawn(document.querySelector('.track') as Element, ''),
    }
  })

const middle = ({ left, right }: Drawn) => (left + right) / 2

/** An end that nobody gives is the axis's. */
function expectOnAxis({ figures, ticks, track }: Awaited<ReturnType<typeof figuresIn>>): void {
  const [first, last] = [ticks[0], ticks.at(-1)] as [Drawn, Drawn]
  const scale = (middle(last) - middle(first)) / (Number(last.text) - Number(first.text))
  const at = (value: number) => middle(first) + (value - Number(first.text)) * scale
  expect(figures).toHaveLength(FIGURES.length)
  for (const { text, left, right } of figures) {
    const { low, high } = FIGURES[Number(/\d+/.exec(text)?.[0])] as { low?: number; high?: number }
    expect(Math.abs(left - (low === undefined ? track.left : at(low))), `${text} begins`).toBeLessThan(1)
    expect(Math.abs(right - (high === undefined ? track.right : at(high))), `${text} ends`).toBeLessThan(1)
  }
}

const views = [
  { width: 1280, media: 'screen' },
  { width: 390, media: 'screen' },
  { width: 390, media: 'print' },
  { width: 1280, media: 'print' },
] as const

describe.skipIf(!hasBrowser)(
  'drawn in true proportion, on wide and narrow screens and in print',
  async () => {
    const { url } = await startExplorer([barsDossier()])
    const crowded = await startExplorer([crowdedDossier()])
    const real = await startExplorer([seed])
    const browser = newBrowser()

    /** Measures a page in every view, once what is measured is there. */
    async function inEachView(address: string, awaited: string, measure: (page: Page) => Promise<void>) {
      const page = await browser().newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(address)
      await page.locator(awaited).first().waitFor()
      for (const { width, media } of views) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ media })
        // What is drawn by its frame's width is drawn anew.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))
        await measure(page)
      }
      await page.close()
    }

    it('are the tallies of an actor, one of many and all of all among them', async () => {
      await inEachView(`${url}/actor/speaker`, '.count-bar', async (page) => {
        const bars = await barsIn(page)
        expect(bars.map(({ count }) => count)).toEqual([...COUNTS].sort((a, b) => b - a))
        expectTrue(bars)
      })
      await inEachView(`${url}/actor/subject-3`, '.count-bar', async (page) => {
        expect((await barsIn(page)).map(({ count }) => count)).toEqual([352])
        expectTrue(await barsIn(page))
      })
    })

    it.each(['news-update', 'bbc', 'united-states'])(
      'are the tallies of %s, as the graph has them',
      async (slug) => {
        const { actor } = await api<{ actor: Record<string, { statements: number }[]> }>(
          real.url,
          `{ actor(id: "${slug}") { speaksAbout(first: 12) { statements } spokenAboutBy(first: 12) { statements } } }`,
        )
        const counts = [...(actor.speaksAbout ?? []), ...(actor.spokenAboutBy ?? [])].map(
          ({ statements }) => statements,
        )
        await inEachView(`${real.url}/actor/${slug}`, '.count-bar', async (page) => {
          const bars = await barsIn(page)
          expect(bars.map(({ count }) => count)).toEqual(expect.arrayContaining(counts))
          expectTrue(bars)
        })
      },
    )

    it('are the counts of a search by facet', async () => {
      const { facets } = await api<{ facets: { count: number }[] }>(
        url,
        '{ facets(filter: { text: "remark" }, by: [MONTH]) { count } }',
      )
      await inEachView(`${url}/search?q=remark`, '.facet', async (page) => {
        const bars = await barsIn(page)
        const months = bars.filter(({ list }) => list === 'By month').map(({ count }) => count)
        expect(months.sort()).toEqual(facets.map(({ count }) => count).sort())
        expectTrue(bars)
      })
    })

    it('are the columns of a crowded timeline', async () => {
      await inEachView(`${crowded.url}/timeline`, 'a.column', async (page) => {
        const columns = await columnsIn(page)
        for (const type of ['event', 'statement']) {
          const those = columns.filter((column) => column.type === type)
          const most = Math.max(...those.map(({ count }) => count))
          const highest = Math.max(...those.map(({ height }) => height))
          expect(those.length).toBeGreaterThan(2)
          expect(highest).toBeGreaterThan(80)
          for (const { count, height } of those)
            expect(Math.abs(height - (highest * count) / most), `${count} of ${most}`).toBeLessThan(0.5)
        }
      })
    })

    it('are the bars of a timeline, each as long as what it stands for lasts', async () => {
      const { events } = await api<{
        events: { nodes: { slug: string; earliest: string | null; latest: string | null }[] }
      }>(real.url, '{ events { nodes { slug earliest latest } } }')
      await inEachView(`${real.url}/timeline?types=EVENT`, '.bar-link', async (page) => {
        const widths = await page.evaluate(() =>
          [...document.querySelectorAll('.bar-link')].map(
            (link) =>
              [
                link.getAttribute('href'),
                link.querySelector('.span')?.getBoundingClientRect().width,
              ] as const,
          ),
        )
        const lasting = events.nodes.flatMap(({ slug, earliest, latest }) => {
          const width = widths.find(([href]) => href === `/event/${slug}`)?.[1]
          return earliest && latest && width !== undefined
            ? { width, time: Date.parse(latest) - Date.parse(earliest) }
            : []
        })
        const longest = lasting.reduce((a, b) => (a.time > b.time ? a : b))
        expect(lasting.length).toBeGreaterThan(3)
        for (const { width, time } of lasting)
          expect(Math.abs(width - (longest.width * time) / longest.time)).toBeLessThan(1)
      })
    })

    it('are the figures of an event, with both their ends on the axis', async () => {
      await inEachView(`${url}/claim/toll-0`, '.figures', async (page) => expectOnAxis(await figuresIn(page)))
    })
  },
)
