import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage, watchedPage } from './browser.ts'
import { savedBy, textOf } from './download.ts'
import { api, startExplorer } from './explorer.ts'

const history = new URL('../dossiers/history.yaml', import.meta.url).pathname

interface Entry {
  readonly when: string | null
  readonly earliest: string | null
  readonly latest: string | null
  readonly node: { readonly __typename: string; readonly id: string }
}

describe.skipIf(!hasBrowser)('dates', async () => {
  const { url } = await startExplorer()
  const past = await startExplorer([history])
  const browser = newBrowser()
  const open = async (path: string, base = url): Promise<Page> => {
    const last = path.startsWith('/timeline') ? '.chart svg' : 'h1'
    const { page } = await openPage(browser(), base, path, { last })
    return page
  }
  const entriesOf = async (args: string, base = url) => {
    const { timeline } = await api<{ timeline: { totalCount: number; nodes: Entry[] } }>(
      base,
      `{ timeline(${args}) { totalCount nodes { when earliest latest node { __typename id } } } }`,
    )
    return timeline
  }
  const listed = async (page: Page): Promise<string[]> =>
    JSON.parse(await textOf(await savedBy(page.getByRole('button', { name: 'In this time as JSON' })))).map(
      ({ node }: { node: string }) => node,
    )
  const window = (page: Page) => {
    const { searchParams } = new URL(page.url())
    return `from: "${searchParams.get('from')}", until: "${searchParams.get('until')}", first: 300`
  }

  it('of what was said on a day not known are open towards the past, in words and in the chart', async () => {
    const page = await open('/timeline?from=2023-05-22T00:00:00Z&until=2023-05-25T00:00:00Z&types=STATEMENT')
    const { nodes } = await entriesOf(
      'from: "2023-05-22", until: "2023-05-25T00:00:00Z", types: [STATEMENT], first: 300',
    )
    const by = nodes.filter(({ when }) => when?.startsWith('../'))
    expect(by.length).toBeGreaterThan(40)
    expect(await listed(page)).toEqual(nodes.map(({ node }) => node.id))
    await expect.poll(() => page.getByText('by 24 May 2023').count()).toBeGreaterThan(10)
    // Each has its edge where it was said at the latest, and fades from there.
    const chart = await page.locator('.chart svg').boundingBox()
    const drawn = await page.locator('.bar-link:has(.span.by)').evaluateAll((bars) =>
      bars.map((bar) => {
        const [span, edge] = ['.span', '.edge'].map((part) =>
          bar.querySelector(part)?.getBoundingClientRect(),
        )
        return { begin: span?.left ?? 0, end: span?.right ?? 0, edge: edge?.right ?? 0 }
      }),
    )
    expect(drawn.length).toBeGreaterThan(10)
    for (const { begin, end, edge } of drawn) {
      expect(edge).toBeCloseTo(end, 0)
      expect(Math.abs(end - ((chart?.x ?? 0) + (chart?.width ?? 0)))).toBeLessThan(2)
      expect(end - begin).toBeLessThan(40)
    }
  })

  it('of what was said on a day not known do not fill the time before', async () => {
    const page = await open('/timeline?from=2023-05-01T00:00:00Z&until=2023-05-23T12:00:00Z&types=STATEMENT')
    const { nodes } = await entriesOf(
      'from: "2023-05-01", until: "2023-05-23T12:00:00Z", types: [STATEMENT], first: 300',
    )
    expect(nodes.some(({ when }) => when?.startsWith('../'))).toBe(false)
    expect(await listed(page)).toEqual(nodes.map(({ node }) => node.id))
    expect(await page.locator('.span.by').count()).toBe(0)
  })

  it('are in UTC, whatever the zone of the browser', async () => {
    const seen = async (timezoneId: string) => {
      const { page } = await watchedPage(browser(), url, { timezoneId })
      const texts: string[] = []
      for (const path of [
        '/timeline?from=2023-05-22T00:30&until=2023-05-25 00:30',
        '/timeline?from=2023-05-22T20:00Z&until=2023-05-23T06:00Z',
        '/claim/ukraine-behind-incursion',
      ]) {
        await page.goto(url + path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        // The chart is drawn anew once it knows how wide it is.
        const isFitted = () => {
          const [chart, drawing] = ['.chart', '.chart svg'].map((part) => document.querySelector(part))
          return !!chart && !!drawing && Math.abs(chart.clientWidth - drawing.clientWidth) < 3
        }
        if (path.includes('timeline')) await page.waitForFunction(isFitted)
        texts.push(await page.locator('main').innerText())
        texts.push((await page.locator('.ticks text').allTextContents()).join())
        texts.push((await page.getByRole('textbox').evaluateAll(valuesOf)).join())
      }
      return texts
    }
    const valuesOf = (fields: Element[]) => fields.map((field) => (field as HTMLInputElement).value)
    const utc = await seen('UTC')
    expect(utc.join()).toContain('2023-05-22')
    for (const zone of ['Pacific/Apia', 'America/New_York', 'Asia/Kolkata'])
      expect(await seen(zone)).toEqual(utc)
  })

  it('stand beside each statement as in the timeline', async () => {
    const page = await open('/')
    await expect.poll(() => page.getByText('said by 24 May 2023').count()).toBeGreaterThan(0)
    expect(await page.getByText('said on a day not known').count()).toBe(0)
    const loose = await open('/source/leaf', past.url)
    await expect.poll(() => loose.getByText('said on a day not known').count()).toBe(1)
  })

  it('of all ages can be seen at once, and each of them near', async () => {
    const page = await open('/timeline', past.url)
    await page.getByRole('button', { name: 'All time' }).click()
    await page.waitForURL(/from=-0/)
    const { totalCount } = await entriesOf('from: "../..", first: 0', past.url)
    await expect.poll(async () => (await listed(page)).length).toBe(totalCount)
    const text = await page.locator('body').innerText()
    for (const words of [
      'about 17001 BC',
      '15 Mar 44 BC',
      '21 Apr 753 BC (uncertain)',
      '19 Aug AD 14',
      '14th century',
      '1980s',
      'spring 1968',
      'by May 44 BC',
      'by about AD 117',
    ])
      expect(text).toContain(words)
    const ticks = await page.locator('.ticks text').allTextContents()
    expect(ticks).toEqual(expect.arrayContaining(['10000 BC', 'AD 10000']))
  })

  it.each([
    ['-0043', '-0043', ['Caesar is killed', 'The tyranny lives', 'The tyrant is dead']],
    ['1968-21', '1968-22', ['The spring of protest', 'A strike of a day', 'A year of strikes']],
    ['198X', '198X', ['The thaw']],
    ['Y15000', 'Y25000', ['The return of the comet']],
    ['Y-18000', 'Y-16000', ['The cave is painted']],
    ['13XX', '1399-12', ['The plague']],
  ])('typed as %s and %s lead there', async (from, until, names) => {
    const page = await open('/timeline', past.url)
    await page.getByRole('button', { name: 'All time' }).click()
    await page.waitForURL(/from=-0/)
    for (const [label, text] of [
      ['From', from],
      ['to', until],
    ] as const) {
      const before = page.url()
      await page.getByLabel(label, { exact: true }).fill(text)
      await page.getByLabel(label, { exact: true }).press('Enter')
      await expect.poll(() => page.url()).not.toBe(before)
    }
    const { nodes } = await entriesOf(window(page), past.url)
    await expect.poll(() => listed(page)).toEqual(nodes.map(({ node }) => node.id))
    for (const name of names)
      await expect.poll(() => page.locator('.bar-link', { hasText: name.slice(0, 12) }).count()).toBe(1)
    // As far away as that, the keys still move and zoom.
    await page.locator('.chart').focus()
    for (const key of ['ArrowRight', 'ArrowLeft', '+', '-']) await page.keyboard.press(key)
    await page.waitForLoadState('networkidle')
    const moved = await entriesOf(window(page), past.url)
    await expect.poll(() => listed(page)).toEqual(moved.nodes.map(({ node }) => node.id))
  })

  it('typed before the page is drawn again stay', async () => {
    const page = await open('/timeline', past.url)
    await page.evaluate(async () => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent === 'All time')
      button?.click()
      // The page's new state is in the document, and no frame has been drawn yet.
      const field = [...document.querySelectorAll('label')].find((each) => each.textContent === 'From')
      const input = document.getElementById(field?.htmlFor ?? '') as HTMLInputElement
      const shown = input.value
      for (let turn = 0; turn < 20 && input.value === shown; turn++) await Promise.resolve()
      if (input.value === shown) throw new Error('All time is not shown')
      input.value = '-0043'
      input.dispatchEvent(new Event('input', { bubbles: true }))
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.waitForURL(/from=-000043-01-01/)
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('-0043-01-01')
  })

  it.each([
    ['2023-02-30', 'that month has the days 01 to 28'],
    ['2023/2022', '2022 is before 2023'],
    ['44', 'a year has four digits'],
    ['20000', 'begins with Y'],
    ['Y300000', 'only the years -271820 to 275759'],
    ['2023-05-22T23:59:60', 'leap seconds cannot be kept'],
    ['44 BC', 'is not an EDTF date: write'],
  ])('that are none are refused where they are typed, with the reason: %s', async (text, reason) => {
    const page = await open('/matrix')
    const field = page.getByLabel('Said from', { exact: true })
    await field.fill(text)
    await field.press('Enter')
    await page.getByText(reason).waitFor()
    expect(page.url()).not.toContain('from=')
    await field.fill('198X')
    await field.press('Enter')
    await page.waitForURL(/from=198X/)
    expect(await page.getByText(reason).count()).toBe(0)
  })
})
