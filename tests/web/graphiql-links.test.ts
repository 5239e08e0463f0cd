import { describe, expect, test } from 'vitest'
import { hasBrowser, newBrowser } from './browser.ts'
import {
  answer,
  front,
  openAt,
  question,
  questions,
  ready,
  reload,
  startGraphiQL,
  tabOf,
  titles,
} from './graphiql.ts'

const address = await startGraphiQL()
const { origin } = new URL(address)
const browser = newBrowser()

describe.skipIf(!hasBrowser)('a link to GraphiQL', () => {
  test('a link leads back to the explorer, and one that is copied to what is in front', async () => {
    const { tab } = await openAt(browser(), address, { permissions: ['clipboard-read', 'clipboard-write'] })
    await tabOf(tab, 'Things').click()
    await tab.getByRole('button', { name: 'Copy a link' }).click()
    const link = await tab.evaluate(() => navigator.clipboard.readText())
    expect(new URLSearchParams(new URL(link).hash.slice(1)).get('query')).toBe(questions[1]?.query)
    const fresh = await openAt(browser(), link)
    expect(await front(fresh.tab)).toBe('Things')
    await tab.getByRole('link', { name: 'Explorer' }).click()
    await tab.waitForURL(`${origin}/`)
  }, 60_000)

  test('a link opens its query with its variables', async () => {
    const query = encodeURIComponent('query Greet($name: String) { hello(name: $name) }')
    const variables = encodeURIComponent('{ "name": "Ada" }')
    const { tab, problems } = await openAt(browser(), `${address}?query=${query}&variables=${variables}`)
    expect((await titles(tab))[0]).toBe('Greet')
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => answer(tab)).toContain('Hello Ada')
    expect(problems).toEqual([])
  }, 60_000)

  test('a link may keep both to the browser: they are not sent, and leave the address', async () => {
    const linked = new URLSearchParams({
      query: 'query Greet($name: String) { hello(name: $name) }',
      variables: '{ "name": "Ada" }',
    })
    const { tab, asked, problems } = await openAt(browser(), address)
    await tab.waitForTimeout(1_000)
    await tab.goto('about:blank')
    await tab.goto(`${address}#${linked}`)
    await ready(tab)
    expect(await front(tab)).toBe('Greet')
    expect(tab.url()).toBe(`${address}`)
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => answer(tab)).toContain('Hello Ada')
    expect(asked.filter((it) => it.includes('Ada'))).toEqual([])
    await reload(tab)
    expect(await front(tab)).toBe('Greet')
    expect(problems).toEqual([])
  }, 60_000)

  test('a link does so for whoever was here before', async () => {
    const { tab } = await openAt(browser(), address)
    await tab.waitForTimeout(1_000)
    await tab.goto(`${address}?query=${encodeURIComponent('query Again { hello(name: "Eve") }')}`)
    await ready(tab)
    await tab.click('.graphiql-execute-button')
    await expect.poll(() => answer(tab)).toContain('Hello Eve')
    expect(await titles(tab)).toContain('Again')
  }, 60_000)

  test('coming back adds no tab, and leaves in front what was in front', async () => {
    const { tab } = await openAt(browser(), address)
    for (let visit = 0; visit < 2; visit++) {
      await reload(tab)
      expect(await titles(tab)).toEqual(['Welcome', 'Hello', 'Things'])
      expect(await front(tab)).toBe('Welcome')
    }
    await tabOf(tab, 'Things').click()
    for (let visit = 0; visit < 2; visit++) {
      await reload(tab)
      expect(await titles(tab)).toEqual(['Welcome', 'Hello', 'Things'])
      expect(await front(tab)).toBe('Things')
      expect(await question(tab)).toContain('query Things')
    }
  }, 60_000)

  test('a link is in front, however often it is opened, and has one tab', async () => {
    const { tab } = await openAt(browser(), address)
    await tab.waitForTimeout(1_000)
    const link = `query=${encodeURIComponent('query Linked { hello }')}&variables=${encodeURIComponent('{"a": 1}')}`
    await tab.goto(`${address}?${link}`)
    for (let visit = 0; visit < 2; visit++) {
      await reload(tab)
      expect(await titles(tab)).toEqual(['Welcome', 'Hello', 'Things', 'Linked'])
      expect(await front(tab)).toBe('Linked')
    }
  }, 60_000)
})
