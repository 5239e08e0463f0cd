import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { ReportWriter } from '../../src/reports/writing/write.ts'
import { openWriter } from '../engine.ts'
import { folder } from '../graph.ts'
import { seriousIn } from './axe.ts'
import { drawn, hasBrowser, holdAnswers, newBrowser, openPage, type Watched } from './browser.ts'
import { api, dispute } from './explorer.ts'
import { serveWriting } from './writing.ts'

/** Each is of other words: what nearly repeats an earlier report is a copy of it, and proposes nothing. */
const ships = {
  Reading: ['ferry', 'Monday'],
  Keys: ['tanker', 'Tuesday'],
  All: ['barge', 'Wednesday'],
  Form: ['yacht', 'Thursday'],
  Span: ['trawler', 'Friday'],
  Draft: ['cruiser', 'Saturday'],
  Race: ['frigate', 'Sunday'],
  Words: ['schooner', 'Easter'],
  Quick: ['galleon', 'Advent'],
  Mind: ['lugger', 'Lent'],
  Stop: ['clipper', 'Whitsun'],
  Lost: ['dinghy', 'Michaelmas'],
  Merge: ['corvette', 'Candlemas'],
  Own: ['brig', 'Pentecost'],
  Small: ['submarine', 'Christmas'],
} as const
type ReportName = keyof typeof ships

const report = (name: string, [ship, day]: readonly [string, string]) => `${name}

Arland said that the ${ship} had sunk before ${day}. Borland denied that it had burnt the ${ship}. The Ministry of Defence of
Arland said that Borland had sunk the ${ship} on ${day}. Freda ${ship[0]?.toUpperCase()}${ship.slice(1)}, an engineer, said that the ${ship} had burst.
`

/** The dispute, and a report for each test, all of the same words. */
function graphToReview(): string {
  const path = join(folder(), 'review.db')
  const writer = openWriter(path)
  importDossiers(writer, [dispute])
  const reports = new ReportWriter(writer)
  for (const [title, words] of Object.entries(ships))
    reports.write({ text: report(title, words), title, published: '2024-04-02' })
  // Another outlet has nearly the same.
  reports.write({ text: report('Read it again', ships.Reading), title: 'Again' })
  writer.close()
  return path
}

const slugOf = (name: ReportName) => name.toLowerCase()

interface Reviewed {
  readonly id: string
  readonly review: string
  readonly act: string
  readonly stance: string | null
  readonly saidAt: string | null
  readonly speaker: { readonly slug: string; readonly unnamed: boolean }
  readonly span: { readonly start: number; readonly end: number; readonly exact: string }
}

async function statementsIn(url: string, name: ReportName): Promise<Reviewed[]> {
  const { source } = await api<{ source: { statements: { nodes: Reviewed[] } } }>(
    url,
    `query ($id: ID!) { source(id: $id) { statements(filter: { review: [PROPOSED, ACCEPTED, REJECTED] }) { nodes {
      id review act stance saidAt speaker { slug unnamed } span { start end exact } } } } }`,
    { id: slugOf(name) },
  )
  return source.statements.nodes.toSorted((a, b) => a.span.start - b.span.start)
}

const reviewsIn = async (url: string, name: ReportName): Promise<string[]> =>
  (await statementsIn(url, name)).map(({ review }) => review)

const chosen = (page: Page) => page.locator('.review-card[aria-current="true"]')
const told = (page: Page) => page.locator('.told')
const form = (page: Page) => page.getByRole('form', { name: 'Edit the statement' })

/** Waits until the desk takes keys. */
async function ready(page: Page): Promise<void> {
  await chosen(page).locator('.review-actions').waitFor()
  await drawn(page)
}

/** Each key at once after the one before it. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

describe.skipIf(!hasBrowser)('the desk of reviewing', async () => {
  const browser = newBrowser()
  const { url, pageOf } = await serveWriting(graphToReview())

  async function open(name: ReportName, options: Parameters<typeof pageOf>[2] = {}): Promise<Watched> {
    const watched = await pageOf(browser(), 'anna', options)
    await watched.page.goto(`${url}/review/${slugOf(name)}`)
    await ready(watched.page)
    return watched
  }

  it('lists what is open, and is in the head with its count for whoever may write', async () => {
    const { page, faults } = await pageOf(browser(), 'anna')
    await page.goto(url)
    const { stats } = await api<{ stats: { proposals: number } }>(url, '{ stats { proposals } }')
    const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^Review/ })
    await expect.poll(() => link.textContent()).toBe(`Review${stats.proposals} proposed`)
    await link.click()
    await page.getByRole('link', { name: 'Reading', exact: true }).click()
    await page.getByRole('heading', { name: 'Reading', level: 1 }).waitFor()
    expect(faults).toEqual([])
  })

  it('shows whoever may not write what is proposed, what would help, and nothing that changes it', async () => {
    const { page } = await openPage(browser(), url, '/review/reading', { last: '.review-card' })
    await page.getByText('To accept, correct or reject these, sign in').waitFor()
    await expect
      .poll(() => page.getByRole('note').getByRole('link', { name: 'sign in' }).getAttribute('href'))
      .toBe('/sign-in')
    expect(await page.getByRole('button', { name: /Accept|Reject|Edit|Undo/ }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /^Review\d/ }).count()).toBe(0)
    await press(page, 'a', 'e')
    const reader = await pageOf(browser(), 'rita', { role: 'READER' })
    await reader.page.goto(`${url}/review/reading`)
    await reader.page.getByText('rita may only read').waitFor()
    expect(await reviewsIn(url, 'Reading')).not.toContain('ACCEPTED')
  })

  it('is done by keys alone: a right proposal takes one, and what is accepted counts at once', async () => {
    const { page, faults } = await open('Keys')
    const count = (await reviewsIn(url, 'Keys')).length
    await press(page, 'j', 'j', 'k')
    await expect
      .poll(() => chosen(page).getAttribute('id'))
      .toContain((await statementsIn(url, 'Keys'))[1]?.id)
    await press(page, 'ArrowUp', 'a')
    await expect
      .poll(() => told(page).textContent())
      .toBe('Accepted. Its claim is asserted now: 1 statement by 1 speaker.')
    await expect
      .poll(() => page.locator('.counts').textContent())
      .toBe(`${count - 1} open, 1 accepted, 0 rejected`)
    await expect
      .poll(() => page.locator('.review-card').first().textContent())
      .toContain('1 statement by 1 speaker')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true')
    await press(page, 'r')
    await expect.poll(() => told(page).textContent()).toContain('Rejected.')
    expect((await reviewsIn(url, 'Keys')).slice(0, 3)).toEqual(['ACCEPTED', 'REJECTED', 'PROPOSED'])
    await press(page, 'u')
    await expect.poll(() => told(page).textContent()).toContain('Undone: Rejected.')
    await press(page, 'u')
    await expect.poll(() => told(page).textContent()).toContain('Undone: Accepted.')
    expect(new Set(await reviewsIn(url, 'Keys'))).toEqual(new Set(['PROPOSED']))
    expect(faults).toEqual([])
  })

  it('takes keys as fast as they are pressed, in order, each for what is shown then', async () => {
    const { page, faults } = await open('Quick')
    const release = await holdAnswers(page)
    await press(page, 'a', 'a', 'r', 'a')
    // Seen at once, though nothing is written yet.
    await expect.poll(() => page.locator('.counts').textContent()).toContain('4 changes being written')
    expect(await page.locator('.review-card .tag.accepted').count()).toBe(3)
    expect(new Set(await reviewsIn(url, 'Quick'))).toEqual(new Set(['PROPOSED']))
    release()
    await expect.poll(() => page.locator('.counts').textContent()).not.toContain('being written')
    expect(await reviewsIn(url, 'Quick')).toEqual(['ACCEPTED', 'ACCEPTED', 'REJECTED', 'ACCEPTED'])
    const ids = (await statementsIn(url, 'Quick')).map(({ id }) => id)
    const { revisions } = await api<{ revisions: { nodes: { changes: { nodes: { nodeId: string }[] } }[] } }>(
      url,
      '{ revisions(first: 4) { nodes { changes(first: 50) { nodes { nodeId } } } } }',
    )
    const changed = revisions.nodes.map(({ changes }) => changes.nodes.map(({ nodeId }) => nodeId))
    expect(changed.toReversed().map((each) => each.filter((id) => ids.includes(id)))).toEqual(
      ids.map((id) => [id]),
    )
    expect(faults).toEqual([])
  })

  it('undoes and decides anew without waiting, and is not told to have been quicker than itself', async () => {
    const { page } = await open('Mind')
    const release = await holdAnswers(page)
    await press(page, 'a', 'u', 'r', 'a', 'a', 'u', 'u', 'r')
    await expect.poll(() => page.locator('.counts').textContent()).toContain('8 changes being written')
    release()
    await expect.poll(() => page.locator('.counts').textContent()).not.toContain('being written')
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await reviewsIn(url, 'Mind')).toEqual(['REJECTED', 'REJECTED', 'PROPOSED', 'PROPOSED'])
    await press(page, 'u', 'u')
    await expect.poll(() => reviewsIn(url, 'Mind')).not.toContain('REJECTED')
  })

  it('stops at what another was quicker about, says so, and takes no later key for it', async () => {
    const { page } = await open('Stop')
    const ben = await pageOf(browser(), 'ben')
    await ben.page.goto(`${url}/review/stop`)
    await ready(ben.page)
    await press(ben.page, 'j', 'r')
    await expect.poll(() => told(ben.page).textContent()).toContain('Rejected.')
    const release = await holdAnswers(page)
    await press(page, 'a', 'a', 'a', 'a')
    release()
    await chosen(page).getByRole('alert').filter({ hasText: 'ben changed this' }).waitFor()
    await press(page, 'j', 'a', 'r', 'k', 'Shift+A', 'u')
    await expect
      .poll(() => told(page).textContent())
      .toContain('Stopped: this was not written. Nor were the 2 changes that came after it.')
    expect(await reviewsIn(url, 'Stop')).toEqual(['ACCEPTED', 'REJECTED', 'PROPOSED', 'PROPOSED'])
    await page.getByRole('button', { name: 'Keep mine on top' }).press('Enter')
    await press(page, 'a', 'a')
    await expect.poll(() => reviewsIn(url, 'Stop')).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
  })

  it('leaves the form that is open where it is when something before it is refused', async () => {
    const { page } = await open('Lost')
    const release = await holdAnswers(page)
    await page.context().setOffline(true)
    await press(page, 'a', 'e')
    await form(page).getByLabel('What was said').fill('it is afloat')
    release()
    await expect.poll(() => told(page).textContent()).toContain('Stopped: this was not written.')
    await expect.poll(() => form(page).getByLabel('What was said').inputValue()).toBe('it is afloat')
    await page.getByRole('button', { name: 'Look at it' }).click()
    await page.getByText('Hearsay cannot be reached.').waitFor()
    await page.context().setOffline(false)
    await press(page, 'Escape', 'a', 'a')
    await expect.poll(() => reviewsIn(url, 'Lost')).toEqual(['ACCEPTED', 'ACCEPTED', 'PROPOSED', 'PROPOSED'])
    const { statements } = await api<{ statements: { totalCount: number } }>(
      url,
      '{ statements(filter: { text: "afloat" }) { totalCount } }',
    )
    expect(statements.totalCount).toBe(1)
  })

  it('decides about a statement while its new actor is made a known one', async () => {
    const { page } = await open('Merge')
    const at = (await statementsIn(url, 'Merge')).findIndex(({ speaker }) => speaker.slug.startsWith('freda'))
    for (let step = 0; step < at; step++) await press(page, 'j')
    await press(page, 'w')
    await page.getByRole('combobox', { name: /^Somebody else/ }).fill('Anna M')
    const option = page.getByRole('option', { name: /Anna Müller/ }).first()
    await option.waitFor()
    const release = await holdAnswers(page)
    await option.click()
    await press(page, 'a')
    release()
    await expect.poll(async () => (await reviewsIn(url, 'Merge'))[at]).toBe('ACCEPTED')
    expect((await statementsIn(url, 'Merge'))[at]?.speaker.slug).toMatch(/^anna/)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('accepts all that are sure at once, says what that is, and undoes it at once', async () => {
    const { page } = await open('All')
    const before = await reviewsIn(url, 'All')
    await page.getByText('Sure is a proposal whose speaker is named and known').waitFor()
    const sure = await page.locator('.tag', { hasText: /^sure$/ }).count()
    expect(sure).toBeGreaterThan(0)
    expect(sure).toBeLessThan(before.length)
    await press(page, 'Shift+A')
    await expect.poll(() => told(page).textContent()).toContain('ccepted')
    expect((await reviewsIn(url, 'All')).filter((review) => review === 'ACCEPTED')).toHaveLength(sure)
    await press(page, 'u')
    await expect.poll(() => told(page).textContent()).toContain('Undone')
    expect(await reviewsIn(url, 'All')).toEqual(before)
  })

  it('shows its keys, and lets them be switched off', async () => {
    const { page } = await open('All')
    await press(page, '?')
    await page.getByRole('region', { name: 'Keys' }).waitFor()
    await page.getByRole('button', { name: 'Switch the keys off' }).click()
    await page.locator('h1').click()
    await press(page, 'e')
    expect(await form(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Switch the keys on' }).click()
    await page.locator('h1').click()
    await press(page, 'e')
    await form(page).waitFor()
  })

  it('mends speaker, stance, act and date in place, by keyboard, and accepts with it', async () => {
    const { page, faults } = await open('Form')
    await press(page, 'e')
    const speaker = form(page).getByRole('combobox', { name: 'Speaker' })
    await expect.poll(() => speaker.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.type('Borland')
    await page
      .getByRole('option', { name: /Borland/ })
      .first()
      .waitFor()
    await press(page, 'ArrowDown', 'Enter')
    await form(page).getByRole('button', { name: 'Take out Borland' }).first().waitFor()
    await form(page).getByLabel('Stance').selectOption('DENIES')
    await form(page).getByLabel('Act').selectOption('DENY')
    await form(page).getByLabel('Said', { exact: true }).fill('2024-04-01')
    await press(page, 'Control+Enter')
    await expect.poll(() => told(page).textContent()).toContain('Accepted.')
    const [first] = await statementsIn(url, 'Form')
    expect(first).toMatchObject({ review: 'ACCEPTED', act: 'DENY', stance: 'DENIES', saidAt: '2024-04-01' })
    expect(first?.speaker.slug).toBe('borland')
    expect(faults).toEqual([])
  })

  it('mends the span by selecting in the text, and a word at a time', async () => {
    const { page } = await open('Span')
    const [first] = await statementsIn(url, 'Span')
    await press(page, 'e')
    await form(page).getByRole('button', { name: 'Begin a word later' }).click()
    await form(page).getByRole('button', { name: 'End a word earlier' }).click()
    const quote = form(page).locator('blockquote')
    const moved = first?.span.exact.replace(/^\S+\s+/, '').replace(/\s+\S+$/, '')
    await expect.poll(() => quote.textContent()).toBe(moved)
    await page.evaluate(() => {
      const text = document.querySelector('.source-text .text')
      const [from, to] = [text?.firstChild, text?.querySelector('a')?.firstChild]
      if (from && to)
        getSelection()?.setBaseAndExtent(from, (from.textContent ?? '').indexOf('Arland'), to, 3)
    })
    await form(page).getByRole('button', { name: 'Take what is selected in the text' }).click()
    await expect.poll(() => quote.textContent()).toBe('Arland said that the')
    await press(page, 'Control+Enter')
    await expect.poll(() => told(page).textContent()).toContain('Accepted.')
    const [mended] = await statementsIn(url, 'Span')
    expect(mended?.span.exact).toBe('Arland said that the')
  })

  it('lets the span of a stored statement be selected in its source’s text, too', async () => {
    const [, second] = await statementsIn(url, 'Span')
    const { page } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/statement/${second?.id}?edit=${second?.id}`)
    const editor = page.getByRole('form', { name: 'Edit this statement' })
    const text = editor.getByRole('region', { name: 'The source’s text' })
    await expect.poll(() => text.locator('mark').textContent()).toBe(second?.span.exact)
    await text.locator('.text').evaluate((all) => {
      const before = all.firstChild
      const at = (before?.textContent ?? '').indexOf('Arland')
      if (before) getSelection()?.setBaseAndExtent(before, at, before, at + 'Arland said'.length)
    })
    await editor.getByRole('button', { name: 'Take what is selected in the text' }).click()
    await editor.getByRole('button', { name: 'End a word later' }).click()
    await expect.poll(() => text.locator('mark').textContent()).toBe('Arland said that')
    await expect.poll(() => editor.getByLabel('The words (needed)').inputValue()).toBe('Arland said that')
    await editor.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.done').waitFor()
    const spans = (await statementsIn(url, 'Span')).map(({ span }) => span)
    expect(spans).toContainEqual(expect.objectContaining({ exact: 'Arland said that' }))
  })

  it('makes a claim in words of one’s own, shows near ones meanwhile, and undoes it', async () => {
    const { page } = await open('Own')
    await press(page, 'e')
    const words = form(page).getByLabel('Or a new claim, in your own words')
    await words.fill('The bridge fell')
    const near = form(page).getByRole('list', { name: 'Claims that are near' })
    await near.getByRole('button', { name: 'The bridge fell.' }).click()
    await form(page).getByRole('button', { name: 'Take out The bridge fell.' }).waitFor()
    await words.fill('The brig lies on the ground.')
    await form(page).getByLabel('Kind of the new claim').selectOption('OCCURRENCE')
    await form(page).getByLabel('Stance').selectOption('AFFIRMS')
    await form(page).getByLabel('Certainty').selectOption('CERTAIN')
    await press(page, 'Control+Enter', 'a')
    await expect.poll(() => reviewsIn(url, 'Own')).toEqual(['ACCEPTED', 'ACCEPTED', 'PROPOSED', 'PROPOSED'])
    const made = () =>
      api<{ claim: object | null }>(
        url,
        '{ claim(id: "the-brig-lies-on-the-ground") { text kind review statementCount } }',
      )
    const text = 'The brig lies on the ground.'
    expect((await made()).claim).toEqual({ text, kind: 'OCCURRENCE', review: 'ACCEPTED', statementCount: 1 })
    await press(page, 'u', 'u', 'u')
    await expect.poll(async () => (await made()).claim).toBeNull()
    expect(new Set(await reviewsIn(url, 'Own'))).toEqual(new Set(['PROPOSED']))
  })

  it('says of which source another is a copy, and leads to what is proposed there', async () => {
    const { page } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/review/again`)
    const note = page.getByRole('note').filter({ hasText: 'This is a copy, or nearly so, of Reading' })
    await note.getByRole('link', { name: 'Review what is proposed there' }).click()
    await page.getByRole('heading', { name: 'Reading', level: 1 }).waitFor()
    await page.locator('.review-card').first().waitFor()
  })

  it('keeps what is typed when the form is closed, the page is loaded anew, or the connection is lost', async () => {
    const { page } = await open('Draft')
    await press(page, 'e')
    await form(page).getByLabel('What was said').fill('the fleet is lost')
    // A name that is typed and not chosen would be lost.
    await form(page).getByRole('combobox', { name: 'Speaker' }).fill('Bor')
    await press(page, 'Control+Enter')
    await form(page).getByText('Choose one of those that are found for “Bor”').waitFor()
    await form(page).getByRole('combobox', { name: 'Speaker' }).fill('')
    await press(page, 'Escape')
    await page.reload()
    await page.getByText('What you typed is still here').waitFor()
    await page.context().setOffline(true)
    await press(page, 'a')
    await page.getByText('Hearsay cannot be reached.').waitFor()
    await page.context().setOffline(false)
    await press(page, 'e')
    await expect.poll(() => form(page).getByLabel('What was said').inputValue()).toBe('the fleet is lost')
    await press(page, 'Control+Enter')
    await expect.poll(() => told(page).textContent()).toContain('Accepted.')
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([])
  })

  it('says what is wrong beside the field, and keeps the rest', async () => {
    const { page } = await open('Words')
    await press(page, 'e')
    await form(page).getByLabel('What was said').fill('')
    await press(page, 'Control+Enter')
    await form(page).getByRole('alert').first().waitFor()
    await page.getByRole('button', { name: 'Discard what is edited' }).click()
    expect(await form(page).getByLabel('What was said').inputValue()).not.toBe('')
  })

  it('turns a new actor into words only', async () => {
    const { page } = await open('Words')
    const at = (await statementsIn(url, 'Words')).findIndex(({ speaker }) => speaker.slug.startsWith('freda'))
    for (let step = 0; step < at; step++) await press(page, 'j')
    await press(page, 'w')
    await page.getByRole('button', { name: 'Only words, not a name' }).click()
    await expect.poll(() => told(page).textContent()).toContain('only words now')
    await expect.poll(() => chosen(page).textContent()).toContain('not named')
    expect((await statementsIn(url, 'Words'))[at]?.speaker.unnamed).toBe(true)
    await press(page, 'u')
    await expect.poll(() => chosen(page).textContent()).toContain('new actor')
  })

  it('shows theirs beside mine when another was quicker, and lets either stay', async () => {
    const anna = await open('Race')
    const ben = await pageOf(browser(), 'ben')
    await ben.page.goto(`${url}/review/race`)
    await ready(ben.page)
    await press(anna.page, 'e')
    await form(anna.page).getByLabel('What was said').fill('it sank')
    await press(ben.page, 'r')
    await expect.poll(() => told(ben.page).textContent()).toContain('Rejected.')
    await press(anna.page, 'Control+Enter')
    const conflict = anna.page.getByRole('alert').filter({ hasText: 'ben changed this' })
    await conflict.getByRole('row', { name: 'review PROPOSED REJECTED ACCEPTED' }).waitFor()
    await expect.poll(() => form(anna.page).getByLabel('What was said').inputValue()).toBe('it sank')
    await conflict.getByRole('button', { name: 'Keep mine on top' }).click()
    await expect.poll(() => told(anna.page).textContent()).toContain('Accepted.')
    expect((await reviewsIn(url, 'Race'))[0]).toBe('ACCEPTED')
    // And the other way round.
    await press(ben.page, 'e')
    await form(ben.page).getByLabel('What was said').fill('no')
    await press(anna.page, 'a')
    await expect.poll(async () => (await reviewsIn(url, 'Race'))[1]).toBe('ACCEPTED')
    await press(ben.page, 'Control+Enter')
    await ben.page.getByRole('button', { name: 'Take theirs' }).click()
    await expect.poll(() => ben.page.getByText('What you typed').count()).toBe(0)
    expect(ben.faults).toEqual([])
  })

  it.each(['light', 'dark'] as const)(
    'has no fault that axe finds, on a phone’s width either: %s',
    async (colorScheme) => {
      const { page } = await open('Small', {
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 800 },
      })
      await press(page, '?', 'e')
      await form(page).waitFor()
      expect(await seriousIn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await press(page, 'Escape')
      await page.goto(`${url}/review`)
      await page.locator('.to-review').waitFor()
      expect(await seriousIn(page)).toEqual([])
    },
  )
})
