import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { savedBy, tableIn, textOf } from './download.ts'
import { api, startExplorer } from './explorer.ts'
import { listedDossier } from './listed.ts'

interface List {
  readonly name: string
  /** What is asked of each node, and by which address it is found in the list. */
  readonly node: string
  readonly hrefOf: (node: never) => string
  /** What the address holds, and what the API is asked for. */
  readonly asked: readonly (readonly [address: string, args: string])[]
  readonly nothing: string
  readonly none: string
}

const under = (path: string) =>
  (({ slug }: { slug: string }) => `/${path}/${slug}`) as (node: never) => string

const lists: readonly List[] = [
  {
    name: 'actors',
    node: 'slug',
    hrefOf: under('actor'),
    asked: [
      ['', ''],
      ['order=STATEMENTS_DESC', 'orderBy: STATEMENTS_DESC'],
      ['types=PERSON', 'filter: { types: [PERSON] }'],
      ['types=STATE&types=ARMED_GROUP', 'filter: { types: [STATE, ARMED_GROUP] }'],
      ['kind=MILITARY', 'filter: { kind: [MILITARY] }'],
      ['kind=COMPANY&kind=OTHER', 'filter: { kind: [COMPANY, OTHER] }'],
      ['role=SPOKESPERSON', 'filter: { role: [SPOKESPERSON] }'],
      ['affiliatedWith=actor-0', 'filter: { affiliatedWith: ["actor-0"] }'],
      ['affiliatedWith=actor-0&role=LEADER', 'filter: { affiliatedWith: ["actor-0"], role: [LEADER] }'],
      ['name=Anna', 'filter: { name: "Anna" }'],
      ['name=Anna&types=STATE&types=nonsense', 'filter: { name: "Anna", types: [STATE] }'],
    ],
    nothing: 'name=zeppelin',
    none: 'actor',
  },
  {
    name: 'places',
    node: 'slug',
    hrefOf: under('place'),
    asked: [
      ['', ''],
      ['partOf=place-0', 'filter: { partOf: ["place-0"] }'],
      ['precision=EXACT', 'filter: { precision: [EXACT] }'],
      [
        'precision=REGION&precision=COUNTRY&partOf=place-1',
        'filter: { precision: [REGION, COUNTRY], partOf: ["place-1"] }',
      ],
      ['name=Village 7', 'filter: { name: "Village 7" }'],
    ],
    nothing: 'name=zeppelin',
    none: 'place',
  },
  {
    name: 'events',
    node: 'slug',
    hrefOf: under('event'),
    asked: [
      ['', 'orderBy: WHEN_DESC'],
      ['order=WHEN', 'orderBy: WHEN'],
      ['types=AID', 'orderBy: WHEN_DESC, filter: { types: [AID] }'],
      ['participant=actor-2', 'orderBy: WHEN_DESC, filter: { participant: ["actor-2"] }'],
      [
        'place=place-1&participant=actor-3',
        'orderBy: WHEN_DESC, filter: { place: ["place-1"], participant: ["actor-3"] }',
      ],
      ['from=2012&until=2015-06', 'orderBy: WHEN_DESC, filter: { when: { from: "2012", until: "2015-06" } }'],
      ['name=Fair', 'orderBy: WHEN_DESC, filter: { name: "Fair" }'],
    ],
    nothing: 'from=1066&until=1067',
    none: 'event',
  },
  {
    name: 'sources',
    node: 'slug',
    hrefOf: under('source'),
    asked: [
      ['', 'orderBy: PUBLISHED_DESC'],
      ['order=PUBLISHED', 'orderBy: PUBLISHED'],
      ['kind=POST&kind=REPORT', 'orderBy: PUBLISHED_DESC, filter: { kind: [POST, REPORT] }'],
      ['publisher=actor-2', 'orderBy: PUBLISHED_DESC, filter: { publisher: ["actor-2"] }'],
      ['until=2013', 'orderBy: PUBLISHED_DESC, filter: { published: { until: "2013" } }'],
      [
        'from=2014&kind=ARTICLE',
        'orderBy: PUBLISHED_DESC, filter: { published: { from: "2014" }, kind: [ARTICLE] }',
      ],
      ['text=Diary', 'orderBy: PUBLISHED_DESC, filter: { text: "Diary" }'],
    ],
    nothing: 'text=zeppelin',
    none: 'source',
  },
  {
    name: 'assessments',
    node: 'claim { slug }',
    hrefOf: (({ claim }: { claim: { slug: string } }) => `/claim/${claim.slug}`) as (node: never) => string,
    asked: [
      ['', 'orderBy: DATE_DESC'],
      ['order=DATE', 'orderBy: DATE'],
      ['verdict=VERIFIED', 'filter: { verdict: [VERIFIED] }'],
      ['verdict=UNVERIFIED&verdict=REFUTED', 'filter: { verdict: [UNVERIFIED, REFUTED] }'],
      ['assessor=actor-5', 'filter: { assessor: ["actor-5"] }'],
      ['event=event-1&verdict=DISPUTED', 'filter: { event: ["event-1"], verdict: [DISPUTED] }'],
      ['claim=claim-7', 'filter: { claim: ["claim-7"] }'],
      ['credibility=FOUR', 'filter: { credibility: [FOUR] }'],
      ['from=2011&until=2014', 'filter: { date: { from: "2011", until: "2014" } }'],
    ],
    nothing: 'from=1066&until=1067',
    none: 'assessment',
  },
]

describe.skipIf(!hasBrowser)('the list of', async () => {
  const { url } = await startExplorer([listedDossier()])
  const empty = await startExplorer([])
  const browser = newBrowser()
  const open = async (address: string) => {
    const watched = await watchedPage(browser(), url)
    await watched.page.goto(address)
    await watched.page.locator('.page[aria-busy="false"] .section').waitFor()
    return watched
  }
  /** To another address of the same page. */
  const go = async (page: Page, path: string) => {
    await page.evaluate((href) => {
      history.pushState(null, '', href)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
  }
  const hrefs = (page: Page): Promise<string[]> =>
    page
      .locator('.record p:first-child > .speaker')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  /** The same of the file that the list has a link to. */
  const hrefsInFile = async (page: Page, { name }: List): Promise<string[]> => {
    const link = page.getByRole('link', { name: / as CSV$/ })
    const file = await fetch(url + (await link.getAttribute('href')))
    const column = name === 'assessments' ? 'claim' : name.replace(/s$/, '')
    return tableIn(await file.text()).map((row) => `/${column}/${row[column]}`)
  }
  const count = async (page: Page) => Number(await page.locator('.section h2 .count').innerText())
  const expected = async ({ name, node, hrefOf }: List, args: string): Promise<string[]> => {
    const answer = await api<Record<string, { nodes: never[] }>>(
      url,
      `{ ${name}(${args}${args && ', '}first: 500) { nodes { ${node} } } }`,
    )
    return (answer[name]?.nodes ?? []).map(hrefOf)
  }

  it.each(lists)(
    '$name is what the API lists, by every filter and order that its address may hold',
    {
      timeout: 180_000,
    },
    async (list) => {
      const { page, faults } = await open(`${url}/${list.name}`)
      for (const [address, args] of list.asked) {
        const wanted = await expected(list, args)
        expect(wanted.length, args).toBeGreaterThan(0)
        await go(page, `/${list.name}?${address}`)
        await expect.poll(() => count(page), { message: address }).toBe(wanted.length)
        await expect
          .poll(async () => (await hrefs(page)).slice(0, 9), { message: address })
          .toEqual(wanted.slice(0, 9))
        const more = page.getByRole('button', { name: /^Show more/ })
        for (let pages = 0; pages < 3 && (await more.count()) > 0; pages++) {
          const before = (await hrefs(page)).length
          await more.click()
          await expect.poll(async () => (await hrefs(page)).length).toBeGreaterThan(before)
        }
        expect(await hrefs(page), address).toEqual(wanted)
        expect(await hrefsInFile(page, list), `the file of ${address}`).toEqual(wanted)
      }
      expect(faults).toEqual([])
      await page.context().close()
    },
  )

  it.each(lists)(
    '$name shows a first page, asked for with one question, and saves all of it',
    {
      timeout: 120_000,
    },
    async (list) => {
      const { page, asked } = await open(`${url}/${list.name}`)
      const all = await expected(list, list.asked[0]?.[1] ?? '')
      expect(asked).toHaveLength(1)
      expect(await hrefs(page)).toEqual(all.slice(0, 30))
      const csv = await textOf(await savedBy(page.getByRole('link', { name: `All ${list.name} as CSV` })))
      expect(tableIn(csv)).toHaveLength(all.length)
      const rows = JSON.parse(
        await textOf(await savedBy(page.getByRole('button', { name: `All ${list.name} as JSON` }))),
      )
      expect(rows).toHaveLength(all.length)
      const [address = ''] = list.asked.at(-1) ?? []
      await go(page, `/${list.name}?${address}`)
      const kept = await expected(list, list.asked.at(-1)?.[1] ?? '')
      await expect.poll(() => count(page)).toBe(kept.length)
      const fit = page.getByRole('button', { name: / that fit as JSON$/ })
      expect(JSON.parse(await textOf(await savedBy(fit)))).toHaveLength(kept.length)
      await page.context().close()
    },
  )

  it.each(lists)('$name says why it is empty', async ({ name, none, nothing }) => {
    const { page } = await open(`${url}/${name}?${nothing}`)
    await page.getByText(`No ${none} is left by these filters.`).waitFor()
    await page.goto(`${empty.url}/${name}`)
    await page
      .getByText(name === 'assessments' ? 'was assessed yet' : `No ${none} is in this graph yet.`)
      .waitFor()
    await page.context().close()
  })

  it('each noun is reached from the start by its count, and from anywhere by the foot', {
    timeout: 120_000,
  }, async () => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(url)
    await page.locator('.sizes').waitFor()
    const sizes = await page
      .locator('.sizes div')
      .evaluateAll((parts) =>
        parts.map(
          (part) =>
            [
              part.querySelector('a')?.getAttribute('href') ?? '',
              Number(part.querySelector('dd')?.textContent?.replaceAll(',', '')),
            ] as const,
        ),
      )
    for (const { name } of lists) {
      const size = sizes.find(([href]) => href === `/${name}`)?.[1]
      await page.goto(`${url}/timeline`)
      await page
        .locator('.site-foot')
        .getByRole('link', { name: new RegExp(`^${name}$`, 'i') })
        .click()
      await page.locator('.page[aria-busy="false"] .section').waitFor()
      expect(new URL(page.url()).pathname).toBe(`/${name}`)
      expect(await count(page)).toBe(size)
    }
    await page.context().close()
  })

  it('actors is filtered by hand, and the address keeps it', { timeout: 60_000 }, async () => {
    const { page } = await open(`${url}/actors`)
    await page.getByLabel('Order').selectOption('STATEMENTS_DESC')
    await page.getByRole('button', { name: 'Organization' }).click()
    await page.getByLabel('Kind of organization').selectOption('MILITARY')
    await page.getByRole('searchbox', { name: 'Name' }).fill('Bertil')
    await page.getByRole('searchbox', { name: 'Name' }).press('Enter')
    await page.waitForURL(/name=Bertil/)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      order: 'STATEMENTS_DESC',
      types: 'ORGANIZATION',
      kind: 'MILITARY',
      name: 'Bertil',
    })
    const slugs = await expected(
      lists[0] as List,
      'orderBy: STATEMENTS_DESC, filter: { types: [ORGANIZATION], kind: [MILITARY], name: "Bertil" }',
    )
    await expect.poll(() => hrefs(page)).toEqual(slugs)
    await page.reload()
    await page.locator('.page[aria-busy="false"] .section').waitFor()
    expect(await hrefs(page)).toEqual(slugs)
    await expect.poll(() => page.getByLabel('Kind of organization').inputValue()).toBe('MILITARY')
    await page.context().close()
  })

  it('assessments takes an assessor by name and a time, and gives either back', {
    timeout: 60_000,
  }, async () => {
    const { page } = await open(`${url}/assessments`)
    await page.getByRole('combobox', { name: 'By an actor' }).fill('Cecilia 5')
    await page.getByRole('option', { name: 'Cecilia 5' }).first().click()
    await page.waitForURL(/assessor=actor-5/)
    await page.getByLabel('Made from').fill('2012')
    await page.getByLabel('Made from').press('Enter')
    await page.waitForURL(/from=2012/)
    const both = await expected(lists[4] as List, 'filter: { assessor: ["actor-5"], date: { from: "2012" } }')
    await expect.poll(() => count(page)).toBe(both.length)
    await page.getByRole('button', { name: 'Not only by Cecilia 5' }).click()
    const one = await expected(lists[4] as List, 'filter: { date: { from: "2012" } }')
    await expect.poll(() => count(page)).toBe(one.length)
    await page.context().close()
  })
})
