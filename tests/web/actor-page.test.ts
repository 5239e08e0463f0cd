import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, dispute, everyField, seed, startExplorer } from './explorer.ts'
import { listedDossier } from './listed.ts'

interface Actor {
  readonly slug: string
  readonly name: string
  readonly __typename: string
  readonly statementCounts: { itself: number; forOthers: number; byOthers: number }
  readonly participations: {
    totalCount: number
    nodes: { role: string; event: { slug: string; name: string } }[]
  }
  readonly speaksAbout: { statements: number }[]
  readonly onBehalf: { statements: number }[]
}

const roles: Readonly<Record<string, string>> = {
  INITIATOR: 'initiated it',
  PARTY: 'a party to it',
  TARGET: 'its target',
  AFFECTED: 'affected by it',
}

describe.skipIf(!hasBrowser).each([
  ['the seed', () => [seed]],
  ['a dispute', () => [dispute]],
  ['every field', () => [everyField]],
  ['a made graph', () => [listedDossier()]],
])('an actor’s page, in %s', async (_, dossiers) => {
  const { url } = await startExplorer(dossiers())
  const browser = newBrowser()
  const open = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser(), url, path)
    return page
  }
  const { actors } = await api<{ actors: { nodes: Actor[] } }>(
    url,
    `{ actors(orderBy: STATEMENTS_DESC, first: 30) { nodes {
      __typename slug name
      statementCounts { itself forOthers byOthers }
      participations(first: 20) { totalCount nodes { role event { slug name } } }
      speaksAbout(first: 12) { statements }
      onBehalf: speaksAbout(first: 12, voice: ON_BEHALF) { statements }
    } } }`,
  )
  const counts = async (slug: string) =>
    api<Record<'told' | 'proposed' | 'published', { totalCount: number }>>(
      url,
      `{ told: statements(filter: { addressee: ["${slug}"] }, first: 0) { totalCount }
         proposed: statements(filter: { addressee: ["${slug}"], review: [PROPOSED] }, first: 0) { totalCount }
         published: sources(filter: { publisher: ["${slug}"] }, first: 0) { totalCount } }`,
    )
  const go = async (page: Page, path: string, title: string) => {
    await page.evaluate((href) => {
      history.pushState(null, '', href)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await page.locator('h1', { hasText: title }).waitFor()
  }
  const section = (page: Page, title: string) =>
    page.locator('.section').filter({ has: page.getByRole('heading', { name: title }) })

  it('says how much was said in whose voice, what it took part in, was told and published', {
    timeout: 240_000,
  }, async () => {
    const page = await open(`/actor/${actors.nodes[0]?.slug}`)
    for (const { slug, name, statementCounts, participations, ...actor } of actors.nodes.slice(0, 14)) {
      await go(page, `/actor/${slug}`, name)
      const { itself, forOthers, byOthers } = statementCounts
      const said = section(page, `Said by ${name}`)
      expect(Number(await said.locator('h2 .count').innerText()), slug).toBe(itself + forOthers + byOthers)
      const text = await said.locator('.note').first().innerText()
      expect(text.includes('own voice'), slug).toBe(itself + forOthers > 0)
      if (itself + forOthers > 0) expect(text).toContain(`${itself + forOthers} in `)
      expect(text.includes('by others on'), slug).toBe(byOthers > 0)
      if (byOthers > 0) expect(text).toContain(`${byOthers} by others on`)
      expect(/on others’ behalf/.test(text), slug).toBe(forOthers > 0)
      if (actor.__typename === 'Person')
        expect(await page.locator('main').innerText()).not.toMatch(/\bits own voice\b|\bits behalf\b/)
      const bars = await section(page, 'Speaks about').locator('.number').allInnerTexts()
      expect(bars.map(Number), slug).toEqual(
        [...actor.speaksAbout, ...actor.onBehalf].map(({ statements }) => statements),
      )
      const part = section(page, 'Took part in')
      expect(await part.count(), slug).toBe(participations.totalCount > 0 ? 1 : 0)
      const lines = await part.getByRole('listitem').allInnerTexts()
      for (const [index, { role, event }] of participations.nodes.entries()) {
        expect(lines[index]).toContain(event.name)
        expect(lines[index]).toContain(roles[role])
      }
      const { told, proposed, published } = await counts(slug)
      for (const [title, { totalCount }, more] of [
        [`Told to ${name}`, told, proposed.totalCount],
        ['Published', published, 0],
      ] as const) {
        const isShown = totalCount + more > 0
        expect(await section(page, title).count(), `${slug}: ${title}`).toBe(isShown ? 1 : 0)
        if (isShown)
          expect(Number(await section(page, title).locator('h2 .count').innerText())).toBe(totalCount)
      }
    }
    await page.context().close()
  })

  it('asks one question, and names who is not spoken about', { timeout: 120_000 }, async () => {
    const { page, asked } = await watchedPage(browser(), url)
    for (const { slug, name } of actors.nodes.slice(0, 3)) {
      asked.length = 0
      await page.goto(`${url}/actor/${slug}`)
      await page.getByText(`Said by ${name}`).first().waitFor()
      // What is around it is asked for when it comes into sight.
      expect(asked.filter(({ query }) => /query Actor\b/.test(query))).toHaveLength(1)
    }
    expect(await page.locator('main').innerText()).not.toContain('speaks about it')
    await page.context().close()
  })
})

describe.skipIf(!hasBrowser)('an actor’s page', async () => {
  const { url } = await startExplorer([listedDossier()])
  const browser = newBrowser()

  it('saves what it was told, took part in, published, and whom others speak about for it', {
    timeout: 120_000,
  }, async () => {
    const { page } = await watchedPage(browser(), url)
    const rowsOf = async (slug: string, title: string) => {
      await page.goto(`${url}/actor/${slug}`)
      return JSON.parse(await textOf(await savedBy(page.getByRole('button', { name: `${title} as JSON` }))))
    }
    expect(await rowsOf('actor-3', 'Told to Anna 3')).toHaveLength(18)
    expect(await rowsOf('actor-2', 'Took part in')).toHaveLength(12)
    expect(await rowsOf('actor-1', 'Published')).toHaveLength(18)
    const about = await rowsOf('actor-0', 'Speaks about')
    expect(about.map(({ voice }: { voice: string }) => voice)).toContain('through others, on its behalf')
    await page.getByRole('link', { name: 'All 18, to be searched' }).click()
    await page.waitForURL(/\/sources\?publisher=actor-0/)
    await page.context().close()
  })
})
