import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, dispute, startExplorer } from './explorer.ts'

const DAY = '2022-05-11'
const THEN = `asOf: "${DAY}"`

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its document, which no type here knows.
type Answer = any

describe.skipIf(!hasBrowser)('as of a day', async () => {
  const { url } = await startExplorer([dispute])
  const browser = newBrowser()
  const open = async (path: string): Promise<Page> => {
    const { page } = await watchedPage(browser(), url)
    await page.goto(url + path)
    await page.locator('.page[aria-busy="false"]').waitFor()
    return page
  }
  const section = (page: Page, title: string) =>
    page.locator('section.section').filter({ hasText: title }).first()
  const count = async (part: Locator) => Number(await part.locator('h2 .count').innerText())
  const hrefs = (links: Locator): Promise<string[]> =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const saysThen = async (page: Page) =>
    await expect.poll(() => page.locator('.as-of strong').innerText()).toBe('as of 11 May 2022')
  /** The query that GraphiQL is given, asked once more. */
  const answered = async (page: Page): Promise<Answer> => {
    const href = (await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href')) ?? ''
    const asked = new URLSearchParams(new URL(href, url).hash.slice(1) || new URL(href, url).search)
    const variables = JSON.parse(asked.get('variables') ?? '{}')
    expect(variables).toMatchObject({ asOf: DAY })
    return api<Answer>(url, asked.get('query') ?? '', variables)
  }

  it('the claims are those that were known, as they stood, in their file too', async () => {
    const page = await open(`/claims?asOf=${DAY}`)
    await saysThen(page)
    const { claims } = await api<Answer>(
      url,
      `{ claims(filter: { ${THEN} }, orderBy: SPEAKERS_DESC) { totalCount nodes {
        slug standing(${THEN}) speakerCount(${THEN}) sourceCount(${THEN}) assessments(${THEN}) { id }
      } } }`,
    )
    expect(claims.nodes.map(({ slug }: Answer) => slug).sort()).toEqual(['borland-did-it', 'ten-killed'])
    expect(await count(section(page, 'Claims that fit'))).toBe(claims.totalCount)
    const cards = page.locator('.cards .card')
    for (const [index, claim] of claims.nodes.entries()) {
      const text = await cards.nth(index).innerText()
      expect(text).toContain(claim.standing.toLowerCase())
      expect(text).toMatch(new RegExp(`${claim.speakerCount} speakers? .*${claim.sourceCount} source`))
      await expect.poll(() => cards.nth(index).locator('.verdict').count()).toBe(claim.assessments.length)
    }
    expect(await hrefs(cards.locator('h3 a'))).toEqual(
      claims.nodes.map(({ slug }: Answer) => `/claim/${slug}?asOf=${DAY}`),
    )
    expect((await answered(page)).claims.totalCount).toBe(claims.totalCount)
    const file = await savedBy(page.getByRole('button', { name: 'Claims that fit as JSON' }))
    expect(file.suggestedFilename()).toBe(`claims-as-of-${DAY}.json`)
    const standings = JSON.parse(await textOf(file)).map(({ standing }: Answer) => standing)
    expect(standings).toEqual(claims.nodes.map(({ standing }: Answer) => standing))
    await page.getByRole('button', { name: 'back to now' }).click()
    await expect.poll(() => cards.count()).toBeGreaterThan(2)
    expect(new URL(page.url()).search).toBe('')
  })

  it('an event has what was claimed and said of it, and its figures', async () => {
    const page = await open(`/event/raid?asOf=${DAY}`)
    await saysThen(page)
    const { event } = await api<Answer>(
      url,
      `{ event(id: "raid") {
        claims(filter: { ${THEN} }) { nodes { slug } }
        figured: claims(filter: { hasFigure: true, ${THEN} }) { nodes { positions(${THEN}) { actor { name } stance } } }
        statementsAbout(filter: { ${THEN} }) { totalCount }
      } }`,
    )
    const claimed = section(page, 'What is claimed of it')
    expect(await hrefs(claimed.locator('.lines a'))).toEqual(
      event.claims.nodes.map(({ slug }: Answer) => `/claim/${slug}?asOf=${DAY}`),
    )
    const rows = section(page, 'Figures, by who gives them').locator('tbody tr')
    const speakers = event.figured.nodes.flatMap(({ positions }: Answer) => positions)
    await expect
      .poll(() => rows.locator('td:first-child').allInnerTexts())
      .toEqual(speakers.map(({ actor }: Answer) => actor.name))
    await expect
      .poll(() => rows.locator('[data-name="Stance"]').allInnerTexts())
      .toEqual([expect.stringContaining('affirms')])
    await expect.poll(() => rows.locator('[data-name="Verdict"]').allInnerTexts()).toEqual(['never assessed'])
    expect(await count(section(page, 'Said of the event itself'))).toBe(event.statementsAbout.totalCount)
    expect((await answered(page)).event.claims.totalCount).toBe(event.claims.nodes.length)
    await claimed.getByRole('link', { name: 'With what they rest on' }).click()
    await page.waitForURL(`${url}/claims?event=raid&asOf=${DAY}`)
  })

  it('an actor has the positions it held and the statements it had made', async () => {
    const page = await open(`/actor/arland?asOf=${DAY}`)
    await saysThen(page)
    const { actor } = await api<Answer>(
      url,
      `{ actor(id: "arland") {
        positions(${THEN}) { nodes { stance claim { text standing(${THEN}) } } }
        statementCounts(${THEN}) { itself forOthers byOthers }
        statementsAbout(filter: { ${THEN} }) { totalCount }
        speaksAbout(${THEN}) { statements }
      } }`,
    )
    const lines = section(page, 'Positions').locator('.row')
    await expect.poll(() => lines.count()).toBe(actor.positions.nodes.length)
    for (const [index, { stance, claim }] of actor.positions.nodes.entries()) {
      const text = await lines.nth(index).innerText()
      for (const part of [stance.toLowerCase(), claim.text, claim.standing.toLowerCase()])
        expect(text).toContain(part)
    }
    const { itself, forOthers, byOthers } = actor.statementCounts
    expect(await count(section(page, 'Said by'))).toBe(itself + forOthers + byOthers)
    expect(await count(section(page, 'Said about'))).toBe(actor.statementsAbout.totalCount)
    const bars = section(page, 'Speaks about').locator('.bars').first().locator('.number')
    expect((await bars.allInnerTexts()).map(Number)).toEqual(
      actor.speaksAbout.map(({ statements }: Answer) => statements),
    )
    expect((await answered(page)).actor.positions.totalCount).toBe(actor.positions.nodes.length)
    expect(await hrefs(page.getByRole('link', { name: 'On its own page' }))).toEqual([
      `/graph?nodes=arland&asOf=${DAY}`,
    ])
  })

  it('the graph has the ties that rested on something known, and what they rested on', async () => {
    const page = await open(`/graph?nodes=borland&asOf=${DAY}`)
    await saysThen(page)
    const { neighborhood } = await api<Answer>(
      url,
      `{ neighborhood(of: "borland", first: 60, ${THEN}) { nodes { slug } links { type evidenceCount evidence { id } from { slug } to { slug } } } }`,
    )
    const file = await savedBy(page.getByRole('button', { name: 'Links as JSON' }))
    const drawn = JSON.parse(await textOf(file)).map(({ from, to }: Answer) => [from, to].sort().join(' '))
    const due = neighborhood.links.map(({ from, to }: Answer) => [from.slug, to.slug].sort().join(' '))
    expect(drawn.sort()).toEqual(due.sort())
    const line = page.locator('.lines p', { hasText: /^Arland speaks about Borland/ }).locator('..')
    await line.getByText('What this rests on').click()
    const { evidence } = neighborhood.links.find(
      ({ type, from, to }: Answer) =>
        type === 'SPEAKS_ABOUT' && from.slug === 'arland' && to.slug === 'borland',
    )
    await expect.poll(() => line.locator('.evidence li').count()).toBe(evidence.length)
    await page.getByRole('link', { name: 'Paths', exact: true }).click()
    await page.waitForURL((to) => to.searchParams.get('asOf') === DAY)
  })

  it('paths go over what was known, and say so where there are none', async () => {
    const { paths } = await api<Answer>(
      url,
      `{ paths(from: "arland", to: "borland", ${THEN}) { nodes { name } } none: paths(from: "daily", to: "herald", ${THEN}) { length } }`,
    )
    const page = await open(`/graph?view=paths&from=arland&to=borland&asOf=${DAY}`)
    await saysThen(page)
    await expect.poll(() => page.locator('.paths > li').count()).toBe(paths.length)
    expect((await answered(page)).paths.length).toBe(paths.length)
    await page.goto(`${url}/graph?view=paths&from=daily&to=herald&asOf=${DAY}`)
    await page.getByText('As of 11 May 2022 there was no path of at most 6 links').waitFor()
  })

  it('agreements and conflicts are by the positions of then', async () => {
    const { agreements } = await api<Answer>(
      url,
      `{ agreements(filter: { ${THEN} }) { agree conflict a { name } b { name } } }`,
    )
    const page = await open(`/graph?view=agreement&asOf=${DAY}`)
    const rows = page.locator('.pairs tbody tr')
    await expect
      .poll(() => rows.locator('td:nth-of-type(1)').allInnerTexts())
      .toEqual(agreements.map(({ agree }: Answer) => String(agree)))
    await expect
      .poll(() => rows.locator('td:nth-of-type(2)').allInnerTexts())
      .toEqual(agreements.map(({ conflict }: Answer) => String(conflict)))
  })

  it('the field refuses what is no date, and what has no end, in words', async () => {
    const page = await open('/event/raid')
    const field = page.getByRole('textbox', { name: 'As of' })
    for (const [text, words] of [
      ['yesterday', /^This is no date here\. "yesterday" is not an EDTF date/],
      ['2022/..', /^2022\/\.\. is open: give a date that has an end\.$/],
      ['2022-05-11/', /^2022-05-11\/ is open: give a date that has an end\.$/],
    ] as const) {
      await field.fill(text)
      await field.press('Tab')
      await expect.poll(() => page.getByRole('alert').innerText()).toMatch(words)
      expect(new URL(page.url()).search).toBe('')
    }
    await field.fill('2022-05')
    await field.press('Tab')
    await page.getByText('as of May 2022').waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2022-05')
  })

  it.each([
    ['/claims', '2022/..', 'asOf is 2022/.., which is open: give a date that has an end.'],
    ['/actor/arland', 'yesterday', '"yesterday" is not an EDTF date'],
    ['/event/raid', '2022-05-11/', 'asOf is 2022-05-11/, which is open: give a date that has an end.'],
    ['/graph', '2022-13-01&nodes=arland', '"2022-13-01" is not an EDTF date'],
  ])('the address of %s with %s is told what is wrong, and leads back', async (path, asOf, words) => {
    const page = await open(`${path}?asOf=${asOf}`)
    await page.getByText(words).waitFor()
    expect(await page.locator('.as-of strong').count()).toBe(0)
    await page.getByRole('button', { name: 'back to now' }).click()
    await expect.poll(() => page.getByText(words).count()).toBe(0)
    await page.locator('.page[aria-busy="false"]').waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(null)
  })
})
