import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import {
  answer,
  front,
  openAt,
  question,
  questions,
  reload,
  startGraphiQL,
  tabOf,
  titles,
} from './graphiql.ts'

const address = await startGraphiQL()
const { origin } = new URL(address)
const browser = newBrowser()

describe.skipIf(!hasBrowser)('GraphiQL', () => {
  test('the questions are in its tabs, after how to ask; it runs, and nothing leaves the machine', async () => {
    const { tab, asked, problems } = await openAt(browser(), address)
    expect(await titles(tab)).toEqual(['Welcome', 'Hello', 'Things'])
    expect(await question(tab)).toContain('Ctrl-Enter')
    await tabOf(tab, 'Hello').click()
    expect(await question(tab)).toContain('query Hello { hello }')
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => answer(tab)).toContain('Hello world')
    expect(asked.filter((it) => !it.startsWith(origin) && !it.startsWith('data:'))).toEqual([])
    expect(problems).toEqual([])
  }, 60_000)

  const many = Array.from({ length: 16 }, (_, index) => `query Question${index + 10} { hello }`)
  const asTabs = many.map((query) => ({ title: query, query }))

  test.each([
    ['clicked', 'click', {}],
    ['tapped', 'tap', { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }],
  ] as const)(
    'on a first visit, a tab that is %s comes to the front, each of many',
    async (_, by, options) => {
      const { tab, problems } = await openAt(browser(), await startGraphiQL(asTabs), options)
      const all = await titles(tab)
      expect(all).toHaveLength(17)
      // From the middle both ways, as tabs come into view that stood aside.
      for (const title of [...all.slice(5), ...all.slice(0, 5)]) {
        await tabOf(tab, title)[by]()
        expect(await front(tab)).toBe(title)
        const text = title === 'Welcome' ? 'Ctrl-Enter' : `query ${title}`
        await expect.poll(() => question(tab)).toContain(text)
      }
      expect(problems).toEqual([])
    },
    120_000,
  )

  test('tabs are dragged into another order, and stay in it', async () => {
    const { tab } = await openAt(browser(), address)
    await tabOf(tab, 'Things').dragTo(tabOf(tab, 'Welcome'))
    expect(await titles(tab)).toEqual(['Things', 'Welcome', 'Hello'])
    await tabOf(tab, 'Hello').click()
    expect(await front(tab)).toBe('Hello')
    await reload(tab)
    expect(await titles(tab)).toEqual(['Things', 'Welcome', 'Hello'])
  }, 60_000)

  test('what was asked is in the history, which stays in the browser', async () => {
    const { tab, asked } = await openAt(browser(), address)
    await tabOf(tab, 'Hello').click()
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => answer(tab)).toContain('Hello world')
    await tabOf(tab, 'Things').click()
    const sent = asked.length
    await tab.getByRole('button', { name: 'Show History' }).click()
    await tab.locator('.graphiql-history-item-label', { hasText: 'Hello' }).first().click()
    await expect.poll(() => question(tab)).toContain('query Hello')
    // A part of the page may still be fetched, but nothing is asked of the graph.
    expect(asked.slice(sent).filter((it) => !it.includes('/assets/'))).toEqual([])
    expect(asked.filter((it) => !it.startsWith(origin) && !it.startsWith('data:'))).toEqual([])
  }, 60_000)

  test('the manual begins with what the schema says of itself', async () => {
    const { tab } = await openAt(browser(), await startGraphiQL(questions, { schema }))
    await tab.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    await expect
      .poll(() => tab.locator('.graphiql-plugin').textContent())
      .toContain('Who said what about whom')
    expect(await tab.locator('.graphiql-plugin').textContent()).not.toContain('A GraphQL schema provides')
  }, 60_000)

  test('long lines of a comment are broken, and not cut off', async () => {
    const sentence = `# ${'This is said at some length. '.repeat(12).trim()}`
    for (const width of [1280, 2400, 390]) {
      const { tab } = await openAt(
        browser(),
        `${address}?query=${encodeURIComponent(`${sentence}\n{ hello }`)}`,
        {
          viewport: { width, height: 900 },
        },
      )
      const lines = tab.locator('.graphiql-query-editor .view-line')
      await expect.poll(() => lines.count()).toBeGreaterThan(4)
      for (const line of await lines.allInnerTexts()) expect(line.length).toBeLessThanOrEqual(80)
      const [editor, edge] = await Promise.all([
        tab.locator('.graphiql-query-editor .monaco-scrollable-element').first().boundingBox(),
        tab
          .locator('.graphiql-query-editor .view-line > span')
          .evaluateAll((spans) => Math.max(...spans.map((span) => span.getBoundingClientRect().right))),
      ])
      expect(edge).toBeLessThanOrEqual((editor?.x ?? 0) + (editor?.width ?? 0))
      await tab.context().close()
    }
  }, 120_000)

  test('on a telephone it fits: what is asked stands above what is answered', async () => {
    const { tab, problems } = await openAt(browser(), address, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await tabOf(tab, 'Hello').tap()
    await tab.locator('.graphiql-execute-button').tap()
    await expect.poll(() => answer(tab)).toContain('Hello world')
    const [above, below] = await Promise.all([
      tab.locator('.graphiql-editors').boundingBox(),
      tab.locator('.graphiql-response').boundingBox(),
    ])
    for (const box of [above, below]) expect(box?.width).toBeGreaterThan(330)
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
    expect(problems).toEqual([])
  }, 60_000)
})
