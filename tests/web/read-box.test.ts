import { describe, expect, it } from 'vitest'
import { LARGEST_TEXT } from '../../web/src/read/too-long.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { dispute, seed, startExplorer } from './explorer.ts'
import { box, cards, found, openBox, readIn, report } from './paste-box.ts'

describe.skipIf(!hasBrowser)('the box for a report', async () => {
  const { url } = await startExplorer([seed, dispute])
  const browser = newBrowser()
  const open = () => openBox(browser(), url)
  const published = /^Published/

  it('has an example, which finds something', async () => {
    const { page, faults } = await open()
    await page.getByRole('button', { name: 'Fill in an example' }).click()
    await expect.poll(() => box(page).inputValue()).toContain('Vyacheslav Gladkov')
    await expect.poll(() => page.getByLabel(published).inputValue()).toBe('2023-05-24')
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await page.getByText('said 23 May 2023').first().waitFor()
    await page.getByText('Seventy attackers were killed.').waitFor()
    expect(faults).toEqual([])
  })

  it('says so where it reads nothing', async () => {
    const { page } = await open()
    await box(page).fill('Rain.')
    await box(page).press('Meta+Enter')
    await page.getByText('Hearsay reads nothing in it.').waitFor()
    expect(await cards(page).count()).toBe(0)
  })

  it('says in which language a text is that it does not read', async () => {
    const { page } = await open()
    await readIn(page, 'Der Bürgermeister sagte, dass der Hafen sicher sei und niemand verletzt wurde.')
    await page.getByText('The text is in German (de), which is not read').waitFor()
    expect(await cards(page).count()).toBe(0)
    await readIn(page, '«Порт цел», — сказал мэр Иван Кравец.')
    await page.getByText('Иван Кравец', { exact: true }).waitFor()
    await expect.poll(() => page.locator('.split .text').getAttribute('lang')).toBe('ru')
  })

  it('asks for text where there is none', async () => {
    const { page, asked } = await open()
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await expect.poll(() => page.locator('#report:invalid').count()).toBe(1)
    expect(asked).toEqual([])
    await readIn(page, '  ')
    await page.getByText('The text is empty').waitFor()
  })

  it('sends no text that is too long, and says how long one may be', async () => {
    const { page, asked, faults } = await open()
    await readIn(page, 'é'.repeat(LARGEST_TEXT / 2))
    await page.getByText('the server takes 1 MB at once').waitFor()
    expect(asked).toEqual([])
    // Two quotation marks are sent along with the text.
    await readIn(page, 'é'.repeat(LARGEST_TEXT / 2 - 1))
    await page.getByText('Hearsay reads nothing in it.').waitFor()
    expect(await page.getByText('the server takes 1 MB at once').count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('says what is wrong with a date', async () => {
    const { page, asked } = await open()
    await page.getByLabel(published).fill('yesterday')
    await readIn(page, report)
    expect(await page.getByLabel(published).evaluate((field) => field.matches(':invalid'))).toBe(true)
    await page.getByText('This is no date here.').waitFor()
    expect(asked).toEqual([])
    await page.getByLabel(published).fill('2023-02-30')
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await page.getByText('"2023-02-30" is not an EDTF date: write').waitFor()
    await page.getByLabel(published).fill('2023-05')
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await found(page).waitFor()
    expect(page.url()).toBe(`${url}/read?published=2023-05`)
  })

  it('says that the connection is lost, and reads once it is back', async () => {
    const { page } = await open()
    await page.route('**/graphql', (route) => route.abort())
    await readIn(page, report)
    await page.getByRole('heading', { name: 'The connection is lost' }).waitFor()
    await expect.poll(() => box(page).inputValue()).toBe(report)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await found(page).waitFor()
    expect(await page.getByRole('heading', { name: 'The connection is lost' }).count()).toBe(0)
  })

  it('keeps the text in its tab, and out of every address', async () => {
    const { page, asked } = await open()
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    page.on('request', (request) => addresses.push(request.url()))
    await readIn(page, report)
    await page.getByRole('link', { name: 'Anna Müller' }).click()
    await page.getByText('Said by Anna Müller').waitFor()
    asked.length = 0
    await page.goBack()
    await found(page).waitFor()
    await expect.poll(() => box(page).inputValue()).toBe(report)
    // The actor's page may still ask for what it draws; the report is not read again.
    expect(asked.filter(({ query }) => query.includes('extract('))).toEqual([])
    await page.locator('.span').first().click()
    await page.reload()
    await page.locator('.chosen > .statement').waitFor()
    await expect.poll(() => box(page).inputValue()).toBe(report)
    expect(addresses.filter((address) => /bridge/i.test(address))).toEqual([])
    const other = await page.context().newPage()
    await other.goto(page.url())
    expect(await box(other).inputValue()).toBe('')
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await found(page).count()).toBe(0)
    await page.reload()
    expect(await box(page).inputValue()).toBe('')
    expect(page.url()).toBe(`${url}/read`)
  })

  it('opens in GraphiQL the very query that it made, and sends the text nowhere by that', async () => {
    const { page, asked } = await open()
    await page.getByLabel(published).fill('2023-05-23')
    await readIn(page, report)
    const link = page.getByRole('link', { name: 'Open in GraphiQL' })
    const { pathname, search, hash } = new URL((await link.getAttribute('href')) ?? '', url)
    const behind = new URLSearchParams(hash.slice(1))
    expect([pathname, search]).toEqual(['/graphql', ''])
    await expect.poll(() => asked[0]?.query).toBe(behind.get('query'))
    expect(JSON.parse(behind.get('variables') ?? '')).toEqual(asked[0]?.variables)
    await expect.poll(() => asked[0]?.variables).toEqual({ text: report, published: '2023-05-23' })
  })
})
