import { describe, expect, it } from 'vitest'
import { seriousIn } from './axe.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, dispute, hostile, seed, startExplorer } from './explorer.ts'
import { box, cards, extracted, found, openBox, piecesOf, readIn, report } from './paste-box.ts'

describe.skipIf(!hasBrowser)('what is read in a report', async () => {
  const { url } = await startExplorer([seed, dispute, hostile])
  const browser = newBrowser()
  const open = (options = {}) => openBox(browser(), url, options)

  it.each([
    ['a report with overlapping statements and emoji', report],
    [
      'a text with a byte order mark, soft hyphens and CRLF',
      `\ufeff${report.replaceAll('\n', '\r\n').replace('reporters', 're\u00adporters')}`,
    ],
  ])('is marked where the API says, in %s', async (_, text) => {
    const { page, faults } = await open()
    await readIn(page, text)
    await found(page).waitFor()
    const { storedText, extract } = await extracted(url, text)
    expect(extract.length).toBeGreaterThan(3)
    const pieces = await piecesOf(page)
    expect(pieces.map(({ words }) => words).join('')).toBe(storedText)
    for (const { start, words, notes } of pieces) {
      const covering = extract.filter(({ span }) => span.start <= start && span.end >= start + words.length)
      const touching = extract.filter(({ span }) => span.start < start + words.length && span.end > start)
      expect(covering, words).toEqual(touching)
      expect(notes.length, words).toBe(covering.length)
    }
    expect(Math.max(...pieces.map(({ notes }) => notes.length))).toBe(2)
    for (const { span } of extract) {
      const marked = pieces.filter(({ start }) => start >= span.start && start < span.end)
      expect(marked.map(({ words }) => words).join('')).toBe(span.exact)
    }
    expect(faults).toEqual([])
  })

  it('looks proposed, all of it', async () => {
    const { page } = await open()
    await readIn(page, report)
    await found(page).waitFor()
    const marks = (await piecesOf(page)).filter(({ notes }) => notes.length > 0)
    expect(marks.filter(({ classes }) => !classes.includes('proposed'))).toEqual([])
    expect(marks.flatMap(({ notes }) => notes).filter((note) => !note.startsWith('Proposed: '))).toEqual([])
    await page.getByRole('heading', { name: /^Proposed statements/ }).waitFor()
    const plain = await cards(page).evaluateAll(
      (all) => all.filter((card) => getComputedStyle(card).borderLeftStyle !== 'dashed').length,
    )
    expect(plain).toBe(0)
  })

  it('is listed in the order of the text, with whom the graph knows as links to them', async () => {
    const { page } = await open()
    await readIn(page, report)
    await found(page).waitFor()
    const { extract } = await extracted(url, report)
    await expect.poll(() => cards(page).count()).toBe(extract.length)
    expect(extract.filter(({ speaker }) => speaker).length).toBeGreaterThan(1)
    for (const { index, speaker } of extract) {
      const link = cards(page).nth(index).locator('a.speaker')
      if (speaker) expect(await link.getAttribute('href')).toBe(`/actor/${speaker.slug}`)
      else expect(await link.count()).toBe(0)
    }
  })

  it('is not stored', async () => {
    const counts = () =>
      api(
        url,
        `{
          stats { actors claims events places sources statements assessments }
          statements(filter: { review: [PROPOSED, ACCEPTED, REJECTED] }) { totalCount }
          actors { totalCount } claims { totalCount } sources { totalCount }
        }`,
      )
    const before = await counts()
    const { page } = await open()
    await readIn(page, report)
    await found(page).waitFor()
    expect(await counts()).toEqual(before)
  })

  it('is text, whatever markup the report holds', async () => {
    const { page, faults } = await open()
    const markup = "<img src=x onerror='window.ran = 1'>"
    await readIn(page, `${markup}\n\nThe mayor said that <script>window.ran = 2</script> it was over.`)
    await found(page).waitFor()
    await expect.poll(() => page.locator('.source-text .text').innerText()).toContain(markup)
    await expect.poll(() => cards(page).first().innerText()).toContain('<script>window.ran = 2</script>')
    expect(await page.evaluate('window.ran')).toBeUndefined()
    expect(faults).toEqual([])
  })

  it('is worked by keyboard alone', async () => {
    const { page, faults } = await open()
    const active = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab')
        if (
          name.test(
            await page.evaluate(() => document.activeElement?.className || document.activeElement?.id || ''),
          )
        )
          return
      }
      throw new Error(`The tab key does not reach ${name}.`)
    }
    await tabTo(/^report$/)
    await page.keyboard.type('Borland denied that the bridge had fallen. Arland said that it had not.')
    await page.keyboard.press('Control+Enter')
    await found(page).waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('found')
    await tabTo(/^span /)
    expect(await active()).toBe('that the bridge had fallen')
    await page.keyboard.press('Enter')
    await page.waitForURL(/statement=0/)
    await expect
      .poll(() => page.locator('.chosen > .statement').innerText())
      .toContain('the bridge had fallen')
    await page.keyboard.press('Tab')
    await tabTo(/^text-button$/)
    while ((await active()) !== 'Show in the text') await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    while ((await active()) !== 'Show in the text') await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/statement=1/)
    expect(await active()).toBe('that it had not')
    expect(faults).toEqual([])
  })

  it('lights up in the text what is pointed at in the list, and the other way round', async () => {
    const { page } = await open()
    await readIn(page, report)
    await found(page).waitFor()
    const { extract } = await extracted(url, report)
    const last = extract.at(-1)
    await cards(page).last().hover()
    await expect.poll(() => page.locator('.span.pointed').allInnerTexts()).toEqual([last?.span.exact])
    await page.locator('.span').first().hover()
    await expect.poll(() => page.locator('.pointed > .statement').count()).toBe(1)
    await expect.poll(() => page.locator('.pointed > .statement').innerText()).toContain('We saw it fall')
  })

  it('is kept by stance, in the list, in the text and in the files', async () => {
    const { page } = await open()
    await readIn(page, report)
    await page.getByRole('button', { name: 'denies' }).click()
    await page.waitForURL(/stance=DENIES/)
    const { extract } = await extracted(url, report)
    const denied = extract.filter(({ stance }) => stance === 'DENIES')
    expect(denied.length).toBeGreaterThan(0)
    await expect
      .poll(() => page.locator('.span').allInnerTexts())
      .toEqual(denied.map(({ span }) => span.exact))
    await expect.poll(() => cards(page).count()).toBe(denied.length)
    const save = page.getByRole('button', { name: 'Proposed statements as JSON' })
    const text = await textOf(await savedBy(save))
    expect(JSON.parse(text)).toMatchObject(
      denied.map(({ index, stance, span }) => ({ index, stance, review: 'PROPOSED', ...span })),
    )
  })

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has nothing serious for axe, and fits a phone, ${colorScheme}`, async () => {
      const viewport = { width: 390, height: 844 }
      const { page } = await open({ colorScheme, viewport, bypassCSP: true })
      await readIn(page, report)
      await page.locator('.span.overlap').first().click()
      await page.locator('.chosen > .statement').waitFor()
      expect(await seriousIn(page)).toEqual([])
      const excess = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(excess).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1280, height: 900 })
      expect(await seriousIn(page)).toEqual([])
    })

  it('may be the text of a source, or one that the source page lacks', async () => {
    const { page } = await open()
    await page.goto(`${url}/source/hostile`)
    await page.getByRole('button', { name: /reads in this text/ }).click()
    await found(page).waitFor()
    const { source } = await api<{ source: { text: string } }>(url, '{ source(id: "hostile") { text } }')
    await expect.poll(() => box(page).inputValue()).toBe(source.text)
    await expect.poll(() => page.locator('.source-text .text').textContent()).toBe(source.text)
    expect(page.url()).toBe(`${url}/read?published=2024-01-02`)
    await page.goto(`${url}/source/news-update-belgorod`)
    await page.getByRole('link', { name: /^paste it/ }).click()
    await expect.poll(() => page.getByLabel(/^Published/).inputValue()).toMatch(/^2023-05-/)
  })
})
