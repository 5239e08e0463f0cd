import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'
import { startExplorer } from './explorer.ts'

const dossier = fileURLToPath(new URL('directions.yaml', import.meta.url))

/** With what tells that the page has come. */
const pages: readonly (readonly [path: string, sign: string])[] = [
  ['/', '.statements'],
  ['/actor/mohammed', '.section'],
  ['/actor/brigade', '.section'],
  ['/actor/bbc-arabic', '.section'],
  ['/claim/bridge', '.section'],
  ['/claim/twelve', '.section table, .section svg, .section .figures'],
  ['/event/battle', '.section'],
  ['/place/quds', '.section'],
  ['/source/report', '.source-text'],
  ['/statement/statement_2', '.section'],
  ['/statements?by=mohammed&about=alon', '.section .statement'],
  ['/actors?affiliatedWith=brigade', '.section .record'],
  ['/events?participant=brigade&place=quds', '.section .record'],
  ['/places', '.section .record'],
  ['/sources?publisher=jazeera', '.section .record'],
  ['/claims?event=battle&assessor=jazeera', '.section .card'],
  ['/assessments?assessor=jazeera', '.section .record'],
  ['/matrix?cell=mohammed~alon', '#statements .statement'],
  ['/timeline', '.section li, .section .lines'],
  ['/graph?view=agreement', '.section'],
  ['/timeline?about=battle', '.section li, .section .lines'],
  ['/search?q=محمد', '.section'],
  ['/search?q=الجسر&types=STATEMENT&by=mohammed', '.section .statement'],
  ['/graph?nodes=brigade', '.canvas svg text'],
  ['/graph?view=paths&from=mohammed&to=arland', '.section'],
]

/**
 * Where the words of a line that reads from left to right do not stand in their order, and where words of ours read from
 * right to left. What is kept apart is one thing, however it reads within.
 */
const disorderIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Unit {
      readonly text: string
      readonly box: DOMRect
    }
    const found: string[] = []
    const blockOf = (element: Element | null): Element | null =>
      !element || !/^(inline|contents)$/.test(getComputedStyle(element).display)
        ? element
        : blockOf(element.parentElement)
    /** The outermost element that keeps its text apart within its block. */
    const isolateOf = (element: Element | null, block: Element | null): Element | null => {
      if (!element || element === block) return null
      const outer = isolateOf(element.parentElement, block)
      return outer ?? (/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi) ? element : null)
    }
    const boxOf = (node: Node, start: number, end: number) => {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      return range.getClientRects().length === 1 ? range.getBoundingClientRect() : null
    }
    const isolates = /\u2068[^\u2069]*\u2069/g
    const unitsOf = (node: Text): Unit[] =>
      [...node.data.matchAll(/\u2068[^\u2069]*\u2069|[^\s\u2068\u2069]+/g)].flatMap((match) => {
        const box = boxOf(node, match.index, match.index + match[0].length)
        return box && box.width > 0 ? [{ text: match[0], box }] : []
      })
    const blocks = new Map<Element, Unit[]>()
    const seen = new Set<Element>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement
      if (
        !parent ||
        node.data.trim() === '' ||
        parent.closest('svg, option, script, style, .visually-hidden, .text')
      )
        continue
      const block = blockOf(parent)
      if (!block) continue
      const isolate = isolateOf(parent, block)
      const reader = isolate ?? block
      // Words of data stand in one element; what is ours besides reads from left to right.
      if (getComputedStyle(reader).direction === 'rtl' && /[a-z]{2}/i.test(node.data.replace(isolates, '')))
        found.push(`from right to left: ${reader.textContent}`)
      const units = blocks.get(block) ?? []
      blocks.set(block, units)
      if (!isolate) units.push(...unitsOf(node))
      else if (!seen.has(isolate)) {
        seen.add(isolate)
        const range = document.createRange()
        range.selectNodeContents(isolate)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8)))
        if (lines.size === 1)
          units.push({ text: isolate.textContent ?? '', box: range.getBoundingClientRect() })
      }
    }
    for (const [block, units] of blocks) {
      if (getComputedStyle(block).direction === 'rtl') continue
      units.slice(1).forEach((unit, index) => {
        const before = units[index] as Unit
        const isOneLine =
          Math.abs(before.box.top - unit.box.top) < 6 && Math.abs(before.box.bottom - unit.box.bottom) < 8
        if (isOneLine && unit.box.left < before.box.left - 1)
          found.push(`${before.text} | ${unit.text}: ${block.textContent}`)
      })
    }
    return found
  })

/** Plain texts, such as labels and what is drawn, in which data stands among words of ours and is not kept apart. */
const mixedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const attributes = ['title', 'aria-label'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    )
    const drawn = [...document.querySelectorAll('svg text, svg title, option')].map(
      (element) => element.textContent ?? '',
    )
    const isMixed = (text: string) => {
      const kept = /\u2068[^\u2068\u2069]*(\u2069|$)/g
      // One may stand within another.
      const rest = text.replace(kept, '').replace(kept, '').replaceAll('BBC عربي', '')
      return /[\u0590-\u08ff]/.test(rest) && /[a-z×:]/i.test(rest)
    }
    return [...attributes, ...drawn, document.title].filter(isMixed)
  })

describe.skipIf(!hasBrowser)('names and texts that are written from right to left', async () => {
  const { url } = await startExplorer([dossier])
  const browser = newBrowser()

  it('tear nothing apart that stands beside them, on any page', { timeout: 120_000 }, async () => {
    const { page, faults } = await watchedPage(browser(), url)
    await page.goto(`${url}/read`)
    const disorder: string[] = []
    for (const [path, sign] of pages) {
      await page.evaluate((href) => {
        history.pushState(null, '', href)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
      await page
        .locator(`.page[aria-busy="false"] ${sign}`.replaceAll(', ', ', .page[aria-busy="false"] '))
        .first()
        .waitFor()
      for (const one of await disorderIn(page)) disorder.push(`${path}: ${one}`)
      for (const one of await mixedIn(page)) disorder.push(`${path}, in plain text: ${one}`)
    }
    expect(disorder).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })
})
