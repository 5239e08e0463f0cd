import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, type Watched, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { dropOn } from './dropped.ts'
import { api, everyField } from './explorer.ts'
import { serveWriting } from './writing.ts'

const dossier = readFileSync(everyField, 'utf8')
const cities = 'city,inhabitants\nKharkiv,1421125\nLviv,717273\n'
const bundle = JSON.stringify({
  type: 'bundle',
  id: 'bundle--0b5dcdb0-6f4c-4a35-9c0f-3d5d9d1c1a10',
  objects: [
    {
      type: 'identity',
      spec_version: '2.1',
      id: 'identity--3a5a1e0c-5d6f-4d4f-8a77-0c4f6c0a5f11',
      created: '2023-01-01T00:00:00.000Z',
      modified: '2023-01-01T00:00:00.000Z',
      name: 'Harbour Watch',
      identity_class: 'organization',
    },
    {
      type: 'malware',
      spec_version: '2.1',
      id: 'malware--4b1c7a52-93cf-4d5a-8f3c-9f8f8f7c6b22',
      created: '2023-01-01T00:00:00.000Z',
      modified: '2023-01-01T00:00:00.000Z',
      name: 'Barnacle',
      is_family: true,
    },
  ],
})

const mappingOfCities = `hearsay: mapping
items:
  - section: places
    fields:
      name: city
      precision: =LOCALITY
`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  )
const wholeMapping = (page: Page) => page.getByText('The whole mapping as text')

describe.skipIf(!hasBrowser)('the page where files come in', async () => {
  const path = join(folder(), 'graph.db')
  writeGraph(path, [])
  const { url, pageOf } = await serveWriting(path)
  const browser = newBrowser()

  async function open(options: Parameters<typeof pageOf>[2] = {}): Promise<Watched> {
    const watched = await pageOf(browser(), 'anna', options)
    await watched.page.goto(`${url}/import`)
    await titled(watched.page, 'One table, as CSV').waitFor()
    return watched
  }
  const sizes = () =>
    api<{ stats: Record<string, number> }>(url, '{ stats { actors places statements } }').then(
      ({ stats }) => stats,
    )

  it('tells whoever may not write what would help, and lets everybody take the graph out', async () => {
    const { page, faults } = await watchedPage(browser(), url)
    await page.goto(`${url}/import`)
    await page.getByText('To import a file, sign in.').waitFor()
    expect(await page.locator('input[type="file"]').count()).toBe(0)
    const { formats, tables } = (await (await fetch(`${url}/export`)).json()) as Record<
      string,
      { address: string }[]
    >
    const links = await page
      .locator('.formats a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links).toEqual([...(formats ?? []), ...(tables ?? [])].map(({ address }) => address))
    expect(await seriousIn(page)).toEqual([])
    const reader = await pageOf(browser(), 'rita', { role: 'READER' })
    await reader.page.goto(`${url}/import`)
    await reader.page.getByText(/To import a file, you need the role of an editor/).waitFor()
    expect([...faults, ...reader.faults]).toEqual([])
  }, 60_000)

  it('is reached from the start of an empty graph, from the foot and from what can be added', async () => {
    const { page } = await pageOf(browser(), 'anna')
    await page.goto(url)
    for (const name of ['Bring a file in', 'In and out']) {
      await page.getByRole('link', { name }).press('Enter')
      await titled(page, 'In and out').waitFor()
      await page.goBack()
      // What is pressed before the start is drawn again would be closed by it.
      await page.getByRole('link', { name: 'Bring a file in' }).waitFor()
    }
    await page.getByText('New', { exact: true }).press('Enter')
    await page.getByRole('link', { name: 'from a file' }).press('Enter')
    await titled(page, 'In and out').waitFor()
  }, 60_000)

  it('tells each problem with its line, writes nothing, and takes the mended file', async () => {
    const { page, faults } = await open({ viewport: { width: 320, height: 800 }, colorScheme: 'dark' })
    const broken = dossier.replace('precision: LOCALITY', 'precision: LOCALTY')
    const line = broken.split('\n').findIndex((text) => text.includes('LOCALTY')) + 1
    const choose = (text: string) =>
      page
        .locator('#file-to-import')
        .setInputFiles({ name: 'river.yaml', mimeType: '', buffer: Buffer.from(text) })
    await choose(broken)
    await titled(page, '1 problem: nothing is imported until there is none').waitFor()
    await expect.poll(() => focused(page)).toBe('This cannot be imported yet')
    await page.getByText(`line ${line}:`).waitFor()
    await page
      .getByText(/LOCALITY/)
      .first()
      .waitFor()
    expect(await button(page, 'Import').count()).toBe(0)
    expect(await seriousIn(page)).toEqual([])
    expect((await sizes()).places).toBe(0)

    await choose(dossier)
    await titled(page, /^\d+ nodes would come$/).waitFor()
    expect((await sizes()).places).toBe(0)
    await page.getByLabel('Note for the history').fill('From the river')
    await page.getByLabel('Note for the history').press('Enter')
    await expect.poll(() => focused(page)).toBe('Imported')
    expect(await seriousIn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await page.getByRole('link', { name: 'riverside' }).waitFor()
    const { revisions } = await api<{ revisions: { nodes: unknown[] } }>(
      url,
      '{ revisions(first: 1) { nodes { note } } }',
    )
    expect(revisions.nodes).toEqual([{ note: 'From the river' }])

    await choose(dossier)
    await button(page, 'Import').press('Enter')
    await titled(page, 'Nothing had to be changed').waitFor()
    expect(faults).toEqual([])
  }, 60_000)

  it('knows the file of another tool, and tells what it leaves out', async () => {
    const { page, faults } = await open()
    await dropOn(page, { name: 'bundle.json', text: bundle })
    await titled(page, /^1 node would come$/).waitFor()
    await page.locator('.file-line').getByText('STIX').waitFor()
    await titled(page, 'Left out, as the graph has no place for it').waitFor()
    await page
      .getByText(/malware/)
      .first()
      .waitFor()
    await page.getByText('Harbour Watch').waitFor()
    await button(page, 'Put it away').press('Enter')
    await page.getByText('Drop a file here, or choose one').waitFor()
    expect(faults).toEqual([])
  }, 60_000)

  it('is told by keyboard what a table is, and keeps the keyboard where it is', async () => {
    const { page, faults } = await open({ viewport: { width: 320, height: 800 } })
    await dropOn(page, { name: 'cities.csv', text: cities })
    await titled(page, 'What this table says').waitFor()
    const field = page.getByLabel('What inhabitants is')
    await field.focus()
    await page.keyboard.type('Pl')
    await expect.poll(() => focused(page)).toBe('What inhabitants is')
    expect(await field.locator('option:checked').textContent()).toMatch(/^Place: /)
    await wholeMapping(page).press('Enter')
    const text = page.getByLabel(/^YAML or JSON/)
    await expect.poll(() => text.inputValue()).toContain('inhabitants')
    expect(await seriousIn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
  }, 60_000)

  it('takes a mapping as text, says what is wrong in it, saves it and loads it', async () => {
    const { page, faults } = await open()
    await dropOn(page, { name: 'cities.csv', text: cities })
    await titled(page, 'What this table says').waitFor()
    await wholeMapping(page).press('Enter')
    const text = page.getByLabel(/^YAML or JSON/)
    await text.fill('hearsay: mapping\nitems: nothing')
    await text.press('Tab')
    await page.getByText('A mapping has “items”').waitFor()
    await text.fill(mappingOfCities.replace('city', 'town'))
    await text.press('Tab')
    await button(page, 'Look at what would come').press('Enter')
    await page.locator('.file-problems').getByText('town').first().waitFor()

    await text.fill(mappingOfCities)
    await text.press('Tab')
    await expect
      .poll(() => page.getByLabel('What city is').locator('option:checked').textContent())
      .toBe('Place: name')
    const saved = await textOf(await savedBy(button(page, 'Save it as a file')))
    expect(saved).toBe(mappingOfCities)
    await page.getByLabel('What city is').selectOption('')
    await expect.poll(() => text.inputValue()).not.toContain('city')
    await page
      .getByLabel('Load one')
      .setInputFiles({ name: 'm.yaml', mimeType: '', buffer: Buffer.from(saved) })
    await expect.poll(() => text.inputValue()).toBe(mappingOfCities)

    await button(page, 'Look at what would come').press('Enter')
    await titled(page, '2 nodes would come').waitFor()
    await page.getByText('column inhabitants').waitFor()
    // The mended table has the same columns, and so the same mapping.
    await dropOn(page, { name: 'cities.csv', text: `${cities}Sumy,256474\n` })
    await button(page, 'Look at what would come').press('Enter')
    await titled(page, '3 nodes would come').waitFor()
    expect(faults).toEqual([])
  }, 60_000)

  it('takes the one claim of a row for the claim of its statement, and keeps the drop box within a phone', async () => {
    const { page, faults } = await open({ viewport: { width: 320, height: 800 } })
    const box = await page
      .locator('.file-choice')
      .evaluate((choice) => choice.scrollWidth - choice.clientWidth)
    expect(box).toBe(0)
    await dropOn(page, { name: 'said.csv', text: 'speaker,quote,stance\nAda,It rains,AFFIRMS\n' })
    await page.getByLabel('and also').selectOption('claims')
    const statement = page.getByRole('region', { name: 'Statement: the same for every row' })
    await statement.getByLabel('Another field').selectOption('claim')
    const options = statement.locator('select:visible', { hasText: 'the claim of the row' })
    expect(await options.locator('option:checked').textContent()).toBe('the claim of the row')
    await page.getByLabel('What stance is').selectOption({ label: 'Statement: stance' })
    const words = page.getByRole('group', { name: 'What its words mean' })
    expect(await words.locator('option:checked').allTextContents()).toEqual(['Affirms', 'is a problem'])
    expect(faults).toEqual([])
  }, 60_000)

  it('sends no file that is too large, and says what to do with it', async () => {
    const { page, faults } = await open()
    let sent = 0
    page.on('request', (request) => {
      if (request.method() === 'POST') sent++
    })
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(64 * 1024 * 1024)], 'large.csv'))
      document
        .querySelector('main')
        ?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }))
    })
    await titled(page, 'This was not taken').waitFor()
    await page.getByText(/hearsay import FILE/).waitFor()
    expect(sent).toBe(0)
    expect(await seriousIn(page)).toEqual([])
    expect(faults).toEqual([])
  }, 60_000)

  it('says so where whoever imports is no longer signed in', async () => {
    const { page } = await open()
    await dropOn(page, { name: 'cities.csv', text: cities })
    await titled(page, 'What this table says').waitFor()
    await page.context().clearCookies()
    await button(page, 'Look at what would come').press('Enter')
    await titled(page, 'This is not allowed').waitFor()
    await page.getByLabel('What city is').waitFor()
    expect(await seriousIn(page)).toEqual([])
  }, 60_000)
})
