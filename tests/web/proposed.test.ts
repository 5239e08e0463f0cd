import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { api, serveExplorer, startExplorer } from './explorer.ts'
import { writeProposedGraph } from './proposed-graph.ts'

/** A count of the API under the path that leads to it, such as `{ stats { proposals } }`. */
async function countOf(url: string, query: string): Promise<number> {
  let value: unknown = await api(url, query)
  while (typeof value === 'object' && value !== null) value = Object.values(value)[0]
  return Number(value)
}

const statements = (filter: string) =>
  `{ statements(filter: { ${filter}, review: [PROPOSED] }) { totalCount } }`
const list = (field: string, filter: string) =>
  `{ ${field}(filter: { ${filter}${filter && ', '}review: [PROPOSED] }) { totalCount } }`

/** A page, the address that its link leads to, and the question whose answer the link must say. */
const links: readonly (readonly [page: string, href: string, query: string])[] = [
  [
    '/search?q=zeppelin*',
    '/search?q=zeppelin*&review=PROPOSED',
    '{ search(text: "zeppelin*", review: [PROPOSED]) { totalCount } }',
  ],
  [
    '/search?q=zeppelin&types=STATEMENT',
    '/search?q=zeppelin&types=STATEMENT&review=PROPOSED',
    statements('text: "zeppelin"'),
  ],
  ['/', '/statements?review=PROPOSED', '{ stats { proposals } }'],
  ['/', '/sources?withProposals=true', '{ sources(filter: { withProposals: true }) { totalCount } }'],
  ['/actor/arland', '/statements?by=arland&review=PROPOSED', statements('by: ["arland"]')],
  ['/actor/arland', '/statements?onBehalfOf=arland&review=PROPOSED', statements('onBehalfOf: ["arland"]')],
  ['/actor/arland', '/statements?about=arland&review=PROPOSED', statements('about: ["arland"]')],
  ['/actor/arland', '/events?participant=arland&review=PROPOSED', list('events', 'participant: ["arland"]')],
  [
    '/actor/ministry',
    '/actors?affiliatedWith=ministry&review=PROPOSED',
    list('actors', 'affiliatedWith: ["ministry"]'),
  ],
  [
    '/actor/zeppelin-crew',
    '/statements?by=zeppelin-crew&review=PROPOSED',
    statements('by: ["zeppelin-crew"]'),
  ],
  [
    '/claim/zeppelin-fell',
    '/statements?claim=zeppelin-fell&review=PROPOSED',
    statements('claim: ["zeppelin-fell"]'),
  ],
  ['/event/raid', '/claims?event=raid&review=PROPOSED', list('claims', 'event: ["raid"]')],
  ['/event/raid', '/statements?event=raid&review=PROPOSED', statements('event: ["raid"]')],
  [
    '/event/zeppelin-flight',
    '/statements?about=zeppelin-flight&review=PROPOSED',
    statements('about: ["zeppelin-flight"]'),
  ],
  ['/place/lviv', '/events?place=lviv&review=PROPOSED', list('events', 'place: ["lviv"]')],
  [
    '/place/zeppelin-field',
    '/statements?about=zeppelin-field&review=PROPOSED',
    statements('about: ["zeppelin-field"]'),
  ],
  ['/source/daily-may', '/source/daily-may?review=PROPOSED', statements('source: ["daily-may"]')],
  ['/actors', '/actors?review=PROPOSED', list('actors', '')],
  [
    '/actors?types=ARMED_GROUP',
    '/actors?types=ARMED_GROUP&review=PROPOSED',
    list('actors', 'types: [ARMED_GROUP]'),
  ],
  ['/events', '/events?review=PROPOSED', list('events', '')],
  ['/places', '/places?review=PROPOSED', list('places', '')],
  ['/claims', '/claims?review=PROPOSED', list('claims', '')],
  ['/statements', '/statements?review=PROPOSED', list('statements', '')],
  ['/statements?by=arland', '/statements?by=arland&review=PROPOSED', statements('by: ["arland"]')],
]

describe.skipIf(!hasBrowser)('what is proposed', async () => {
  const { url } = await serveExplorer(writeProposedGraph())
  const browser = newBrowser()
  const open = async (path: string) => {
    const watched = await watchedPage(browser(), url)
    await watched.page.goto(url + path)
    await watched.page.locator('.page[aria-busy="false"] .section').first().waitFor()
    return watched
  }
  /** To another page without loading the explorer anew. */
  const goTo = async (page: Page, path: string) => {
    await page.evaluate((href) => {
      history.pushState(null, '', href)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await page.locator('.page[aria-busy="false"] .section').first().waitFor()
  }

  it('is counted on each page that leaves it out, with a way to where as many are listed', {
    timeout: 120_000,
  }, async () => {
    const { page } = await open('/')
    for (const [path, href, query] of links) {
      const count = await countOf(url, query)
      expect(count, query).toBeGreaterThan(0)
      await goTo(page, path)
      const link = page.locator(`main a[href="${href}"]`).first()
      const told = async () => Number.parseInt(await link.innerText(), 10)
      await expect.poll(told, { message: `${path} ${href}` }).toBe(count)
      await link.click()
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(href)
      const listed = () =>
        href.startsWith('/source/')
          ? page.locator('.statement').count()
          : page.locator('.page[aria-busy="false"] .section h2 .count').first().innerText()
      await expect.poll(async () => Number(await listed()), { message: href }).toBe(count)
    }
    await page.context().close()
  })

  it('is told apart from what is accepted, in the lists that hold both', async () => {
    const review = 'review=ACCEPTED&review=PROPOSED'
    const { page } = await open(`/actors?${review}`)
    for (const noun of ['actors', 'events', 'places', 'claims', 'statements']) {
      await goTo(page, `/${noun}?${review}`)
      const tags = page.locator('main .tag.proposed', { hasText: 'not yet accepted' })
      const count = await countOf(url, list(noun, ''))
      await expect.poll(() => tags.count(), { message: noun }).toBe(count)
    }
    await page.context().close()
  })

  it('and what is accepted are counted each by itself above the statements of a source', async () => {
    const { page } = await open('/source/daily-may')
    const ofSource = (review: string) =>
      countOf(
        url,
        `{ source(id: "daily-may") { statements(filter: { review: [${review}] }) { totalCount } } }`,
      )
    const [accepted, proposed] = [await ofSource('ACCEPTED'), await ofSource('PROPOSED')]
    const heading = page.locator('h2', { hasText: 'Statements' })
    await expect
      .poll(() => heading.innerText())
      .toMatch(new RegExp(`^Statements\\s*${accepted}\\s*${proposed} proposed$`))
    await expect.poll(() => page.locator('.statement').count()).toBe(accepted + proposed)
    await page.getByRole('button', { name: 'Accepted', exact: true }).click()
    await expect.poll(() => page.locator('.statement').count()).toBe(accepted)
    await page.getByRole('button', { name: 'Accepted', exact: true }).click()
    await page.getByRole('button', { name: 'Proposed', exact: true }).click()
    await expect.poll(() => page.locator('.statement').count()).toBe(proposed)
    expect(new URL(page.url()).search).toBe('?review=PROPOSED')
    await page.context().close()
  })

  it('says on its own page what that means, and what is accepted says nothing of it', async () => {
    const { statements } = await api<{ statements: { nodes: { id: string }[] } }>(
      url,
      '{ statements(filter: { review: [PROPOSED] }, first: 1) { nodes { id } } }',
    )
    const { page } = await open('/actor/zeppelin-crew')
    const of = {
      actor: 'zeppelin-crew',
      event: 'zeppelin-flight',
      place: 'zeppelin-field',
      claim: 'zeppelin-fell',
    }
    for (const [noun, slug] of [...Object.entries(of), ['statement', statements.nodes[0]?.id]]) {
      await goTo(page, `/${noun}/${slug}`)
      await page.getByRole('note').getByText(`This ${noun} is proposed, not yet accepted.`).waitFor()
    }
    for (const path of ['/actor/arland', '/event/raid', '/place/lviv', '/claim/ten-killed']) {
      await goTo(page, path)
      expect(await page.getByRole('note').count(), path).toBe(0)
    }
    await page.context().close()
  })

  it('is not mentioned where there is none', async () => {
    const other = await startExplorer()
    const { page } = await watchedPage(browser(), other.url)
    for (const path of [
      '/',
      '/actor/russia',
      '/event/belgorod-incursion',
      '/claims',
      '/source/news-update-belgorod',
    ]) {
      await page.goto(other.url + path)
      await page.locator('.page[aria-busy="false"] .section').first().waitFor()
      expect(await page.locator('main .tag.proposed, main .waiting').allInnerTexts(), path).toEqual([])
    }
    await page.context().close()
  })
})
