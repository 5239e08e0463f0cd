import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { openWriter } from '../engine.ts'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { savedBy, tableIn, textOf } from './download.ts'
import { dropOn } from './dropped.ts'
import { api, serveExplorer } from './explorer.ts'
import { serveWriting } from './writing.ts'

const ROWS = 500
const outlets = ['Morning Post', 'Evening Herald', 'Radio Nord', 'The Ferryman']
const deeds = ['said it', 'denied it', 'accused them']
const sides = ['yes', 'no', 'unclear']
const nth = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const two = (number: number): string => String(number).padStart(2, '0')

const rows = Array.from({ length: ROWS }, (_, index) => ({
  outlet: nth(outlets, index),
  speaker: `Speaker ${index % 25}`,
  day: `${two(1 + (index % 28))}.${two(1 + (index % 9))}.2023`,
  words: `“The dam broke, and it was night ${index}”, they said`,
  claim: `Bridge ${index % 20} was hit`,
  stance: nth(sides, index),
  deed: nth(deeds, index),
}))
const table = [
  'outlet,speaker,day,words,claim,stance,deed',
  ...rows.map((row) =>
    Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(),
  ),
].join('\n')

interface Counts {
  readonly stats: Readonly<Record<string, number>>
  readonly denied: { readonly totalCount: number }
}
const countsIn = (url: string) =>
  api<Counts>(
    url,
    `{ stats { actors claims events places sources statements assessments }
       denied: statements(filter: { act: [DENY] }, first: 0) { totalCount } }`,
  )

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const toImports = (page: Page) => page.getByRole('link', { name: 'In and out' }).press('Enter')

describe.skipIf(!hasBrowser)('half an hour with a table', async () => {
  const path = join(folder(), 'graph.db')
  writeGraph(path, [])
  const { url, pageOf } = await serveWriting(path)
  const browser = newBrowser()

  async function lookAndImport(page: Page) {
    await button(page, 'Look at what would come').press('Enter')
    await titled(page, /nodes would come$/).waitFor()
    await button(page, 'Import').press('Enter')
    await titled(page, 'Imported').waitFor()
  }

  it('comes in, is looked at, is undone, comes in mended, and goes out whole', async () => {
    const { page, faults } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/import`)
    await page.getByLabel('Drop a file here').waitFor()
    await dropOn(page, { name: 'dam.csv', text: table })
    await titled(page, 'What this table says').waitFor()
    await lookAndImport(page)
    expect((await countsIn(url)).stats).toMatchObject({ statements: ROWS, claims: 20, actors: 29 })

    // A statement's page says that all of them only stated it: what they did by it was left out.
    await page.getByRole('link', { name: 'statements', exact: true }).press('Enter')
    await titled(page, 'All statements').waitFor()
    await page.locator('.statements a[href^="/statement/"]').first().press('Enter')
    await titled(page, 'Chain of attribution').waitFor()
    await page
      .locator('main')
      .getByText(/The dam broke, and it was night \d+/)
      .first()
      .waitFor()
    expect((await countsIn(url)).denied.totalCount).toBe(0)

    await toImports(page)
    await page.getByRole('link', { name: 'see what it changed, or undo it' }).press('Enter')
    await page.getByRole('button', { name: /^Undo this/ }).press('Enter')
    await page.getByRole('button', { name: /^Really undo all/ }).press('Enter')
    await expect
      .poll(async () => Object.values((await countsIn(url)).stats).every((size) => size === 0))
      .toBe(true)

    // The file and its mapping are still there.
    await toImports(page)
    await page.getByLabel('What deed is').selectOption({ label: 'Statement: what is done by saying it' })
    for (const [deed, word] of [
      ['said it', 'State'],
      ['denied it', 'Deny'],
      ['accused them', 'Accuse'],
    ] as const)
      await page
        .getByRole('group', { name: 'What its words mean' })
        .getByLabel(new RegExp(`^${deed}`))
        .selectOption(word.toUpperCase())
    await lookAndImport(page)
    const mended = await countsIn(url)
    const denials = rows.filter(({ deed }) => deed === 'denied it').length
    expect(mended).toMatchObject({
      stats: { statements: ROWS, claims: 20, actors: 29 },
      denied: { totalCount: denials },
    })

    const csv = tableIn(await textOf(await savedBy(page.getByRole('link', { name: 'statements.csv' }))))
    expect(csv.map(({ statementText }) => statementText).sort()).toEqual(
      rows.map(({ words }) => words).sort(),
    )
    const dossier = await savedBy(page.getByRole('link', { name: 'Dossier (YAML)' }))
    const [file, copy] = [join(folder(), 'taken-out.yaml'), join(folder(), 'copy.db')]
    await dossier.saveAs(file)
    const writer = openWriter(copy)
    importDossiers(writer, [file])
    writer.close()
    const other = await serveExplorer(copy)
    expect(await countsIn(other.url)).toEqual(mended)
    expect(await saidIn(other.url)).toEqual(await saidIn(url))
    expect(faults).toEqual([])
  }, 120_000)

  /** The first statements of a graph, by whom they are, when, of what and how. */
  const saidIn = (at: string) =>
    api(
      at,
      `{ statements(orderBy: SAID, first: 200) { nodes {
        text act stance certainty saidAt speaker { slug name } claim { slug text } source { slug title publisher { name } } } } }`,
    )
})
