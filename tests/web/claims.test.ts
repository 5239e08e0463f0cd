import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, startExplorer } from './explorer.ts'

interface Assessment {
  readonly verdict: string
  readonly method: string | null
}
interface Claims {
  readonly nodes: readonly { readonly slug: string; readonly assessments?: readonly Assessment[] }[]
}

const question = (name: string) =>
  readFileSync(new URL(`../../schema/questions/${name}.graphql`, import.meta.url), 'utf8')
/** What a verdict reads: what somebody looked into and could not verify is not what nobody looked into. */
const WORDS: Readonly<Record<string, string>> = { VERIFIED: 'Verified', UNVERIFIED: 'Not verified' }
const slugsOf = ({ nodes }: Claims) => nodes.map(({ slug }) => slug)

describe.skipIf(!hasBrowser)('the claims', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser(), url, path)
    return page
  }
  const claimsBy = async (args: string) =>
    (
      await api<{ claims: Claims }>(
        url,
        `{ claims(${args}) { nodes { slug assessments { verdict method } } } }`,
      )
    ).claims
  const cards = (page: Page) => page.locator('.cards .card')
  const count = async (page: Page) => Number(await page.locator('.section .count').innerText())
  /** All of the list, however many pages it has. */
  const listed = async (page: Page): Promise<string[]> => {
    const more = page.getByRole('button', { name: /^Show more/ })
    while ((await more.count()) > 0) {
      const before = await cards(page).count()
      await more.click()
      await expect.poll(() => cards(page).count()).toBeGreaterThan(before)
    }
    const links = await cards(page).locator('h3 a').all()
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
    return hrefs.map((href) => href?.replace('/claim/', '') ?? '')
  }
  /** Once they have come. */
  const shows = async (page: Page, claims: Claims | undefined) => {
    const expected = claims ? slugsOf(claims).sort() : []
    expect(expected.length).toBeGreaterThan(0)
    await expect.poll(() => count(page)).toBe(expected.length)
    expect((await listed(page)).sort()).toEqual(expected)
  }

  it('says what rests on a single source, and what only on parties to the event', {
    timeout: 60_000,
  }, async () => {
    const answer = await api<Record<string, Claims>>(url, question('06-resting-on-little'))
    const page = await open('/claims')
    expect(await count(page)).toBe(42)
    await page.getByRole('link', { name: 'Resting on a single source' }).click()
    await page.waitForURL(/\?singleSource=true$/)
    await shows(page, answer.singleSource)
    await page.getByRole('link', { name: 'Affirmed by parties only' }).click()
    await page.waitForURL(/\?partiesOnly=true$/)
    await page.getByRole('combobox', { name: 'About an event' }).fill('Belgorod incursion')
    await page.getByRole('option', { name: 'Belgorod incursion' }).first().click()
    await page.waitForURL(/event=belgorod-incursion/)
    await shows(page, answer.partiesOnly)
    await page.getByRole('button', { name: /^Not only about/ }).click()
    await page.waitForURL(/\?partiesOnly=true$/)
  })

  it('says what the BBC verified, what it could not, and how', async () => {
    const answer = await api<Record<string, Claims>>(url, question('07-what-was-verified'))
    const page = await open('/actor/bbc')
    await page.getByRole('link', { name: /that it assessed/ }).click()
    await page.waitForURL(/\/claims\?assessor=bbc$/)
    await page.getByRole('button', { name: /^Verified/ }).click()
    await page.waitForURL(/verdict=VERIFIED/)
    await shows(page, answer.verified)
    for (const { slug, assessments = [] } of answer.verified?.nodes ?? []) {
      const card = cards(page).filter({ has: page.locator(`h3 a[href="/claim/${slug}"]`) })
      for (const { method } of assessments)
        await expect.poll(() => card.innerText()).toContain(`Verified by BBC: ${method}`)
    }
    await page.getByRole('link', { name: 'Not verified' }).click()
    await page.waitForURL(/\?verdict=UNVERIFIED$/)
    await shows(page, answer.unverified)
  })

  it('keeps every filter in its address, and restores it from there', { timeout: 60_000 }, async () => {
    const page = await open('/claims')
    await page.getByLabel('Order').selectOption('TEXT')
    await page.getByLabel('Kind').selectOption('CASUALTIES')
    await page.getByLabel('Resting on').selectOption('true')
    await page.getByLabel('Affirmed by').selectOption('true')
    await page.getByRole('button', { name: 'Asserted' }).click()
    await page.getByRole('button', { name: /^Not verified/ }).click()
    await page.getByRole('searchbox', { name: 'Words' }).fill('attackers')
    await page.getByRole('searchbox', { name: 'Words' }).press('Enter')
    await page.getByRole('combobox', { name: 'Assessed by an actor' }).fill('BBC')
    await page.getByRole('option', { name: /BBC/ }).first().click()
    await page.waitForURL(/assessor=bbc/)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      order: 'TEXT',
      kind: 'CASUALTIES',
      singleSource: 'true',
      partiesOnly: 'true',
      standing: 'ASSERTED',
      verdict: 'UNVERIFIED',
      text: 'attackers',
      assessor: 'bbc',
    })
    const claims = await claimsBy(`orderBy: TEXT, filter: {
      kind: [CASUALTIES], singleSource: true, partiesOnly: true, standing: [ASSERTED], verdict: [UNVERIFIED],
      text: "attackers", assessor: ["bbc"] }`)
    expect(claims.nodes.length).toBeGreaterThan(0)
    await page.reload()
    await page.getByRole('button', { name: 'Not only assessed by BBC' }).waitFor()
    await expect.poll(() => listed(page)).toEqual(slugsOf(claims))
    for (const [label, value] of [
      ['Order', 'TEXT'],
      ['Kind', 'CASUALTIES'],
      ['Resting on', 'true'],
      ['Affirmed by', 'true'],
    ] as const)
      expect(await page.getByLabel(label).inputValue(), label).toBe(value)
    await expect.poll(() => page.getByRole('searchbox', { name: 'Words' }).inputValue()).toBe('attackers')
    await expect
      .poll(() => page.locator('.chip[aria-pressed="true"]').allInnerTexts())
      .toEqual(['Asserted', expect.stringMatching(/^Not verified \d+$/)])
  })

  it('are parted by what was found of them, those that nobody looked into included', {
    timeout: 60_000,
  }, async () => {
    const page = await open('/claims')
    const chips = () =>
      page
        .getByRole('group', { name: 'What was found' })
        .getByRole('button')
        .evaluateAll((buttons) =>
          buttons.map((button) => /^(.*\D) (\d+)$/.exec(button.textContent ?? '')?.slice(1)),
        )
    const found = async () =>
      Object.fromEntries(((await chips()) as [string, string][]).map(([name, size]) => [name, Number(size)]))
    const never = async (filter: string) =>
      (await claimsBy(`filter: { assessed: false, ${filter} }, first: 500`)).nodes.length
    expect(await found()).toEqual({
      Verified: 1,
      'Partly verified': 0,
      'Not verified': 20,
      Disputed: 0,
      Refuted: 0,
      'Never assessed': await never(''),
    })
    expect(Object.values(await found()).reduce((sum, size) => sum + size)).toBe(42)
    await page.getByRole('button', { name: /^Never assessed/ }).click()
    await page.waitForURL(/\?assessed=false$/)
    await shows(page, await claimsBy('filter: { assessed: false }, first: 500'))
    // The other filters narrow the counts as well; what was found is one choice.
    await page.getByLabel('Kind').selectOption('SUPPORT')
    await expect.poll(async () => (await found())['Never assessed']).toBe(await never('kind: [SUPPORT]'))
    await page.getByRole('button', { name: /^Not verified/ }).click()
    await page.waitForURL((address) => address.search === '?kind=SUPPORT&verdict=UNVERIFIED')
  })

  it('marks the ready list that is shown, and no other', async () => {
    const page = await open('/claims?verdict=UNVERIFIED')
    const current = page.getByRole('navigation', { name: 'Ready lists' }).locator('[aria-current]')
    await expect.poll(() => current.allInnerTexts()).toEqual(['Not verified'])
    await page.getByLabel('Kind').selectOption('INTENT')
    await expect.poll(() => current.count()).toBe(0)
  })

  it.each(['SPEAKERS_DESC', 'STATEMENTS_DESC', 'TEXT'])('lists them in the order %s', async (order) => {
    const page = await open(`/claims?order=${order}`)
    expect(await listed(page)).toEqual(slugsOf(await claimsBy(`orderBy: ${order}, first: 100`)))
  })

  it('writes the whole list to its files, with what was found and how', async () => {
    const all = await open('/claims')
    await expect.poll(() => cards(all).count()).toBe(24)
    const file = async (page: Page, format: string) =>
      textOf(
        await savedBy(
          page.getByRole(format === 'CSV' ? 'link' : 'button', {
            name: new RegExp(`^(All claims|Claims that fit) as ${format}`),
          }),
        ),
      )
    expect(JSON.parse(await file(all, 'JSON'))).toHaveLength(42)
    expect((await file(all, 'CSV')).trimEnd().split('\r\n')).toHaveLength(43)
    const rows = JSON.parse(await file(await open('/claims?assessor=bbc&verdict=VERIFIED'), 'JSON'))
    expect(rows).toMatchObject([
      {
        claim: 'fsb-building-damaged',
        sources: 1,
        assessments: "bbc: VERIFIED (The BBC's own verification; the report does not say by what means.)",
      },
    ])
  })

  it('says so where nothing is left, and where the address names nobody', async () => {
    const page = await open('/claims?text=zeppelin')
    await page.getByText('No claim is left by these filters.').waitFor()
    await page.goto(`${url}/claims?assessor=nobody`)
    await page.getByRole('heading', { name: 'Not found' }).waitFor()
  })

  it('are led to from the start, as are all other nouns', async () => {
    const page = await open('/')
    const links = page.locator('.sizes a')
    const hrefs = await Promise.all((await links.all()).map((link) => link.getAttribute('href')))
    expect(hrefs).toEqual([
      '/actors',
      '/places',
      '/events',
      '/sources',
      '/claims',
      '/statements',
      '/assessments',
    ])
    await links.nth(4).click()
    await page.getByRole('heading', { name: 'All claims' }).waitFor()
    await expect.poll(() => page.locator('.site-head [aria-current]').innerText()).toBe('Claims')
  })

  it('that an actor assessed stand on its page, and nothing on that of one who assessed none', async () => {
    const { nodes } = await claimsBy('filter: { assessor: ["bbc"] }, first: 6')
    const page = await open('/actor/bbc')
    const section = page.locator('.section', { hasText: 'Assessments by BBC' })
    const rows = section.locator('.row')
    await expect.poll(() => rows.count()).toBe(nodes.length)
    for (const [index, { slug, assessments = [] }] of nodes.entries()) {
      await expect.poll(() => rows.nth(index).locator('a').getAttribute('href')).toBe(`/claim/${slug}`)
      await expect.poll(() => rows.nth(index).innerText()).toContain(assessments[0]?.method)
      await expect
        .poll(() => rows.nth(index).locator('b').innerText())
        .toBe(WORDS[assessments[0]?.verdict ?? ''])
    }
    const file = await savedBy(section.getByRole('button', { name: 'Assessments by BBC as JSON' }))
    expect(JSON.parse(await textOf(file))).toHaveLength(21)
    const other = await open('/actor/russia')
    expect(await other.getByText('Assessments by').count()).toBe(0)
  })
})
