import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Watched, watchedPage } from './browser.ts'
import { api } from './explorer.ts'

/** A report of our own: a speech within a speech, a denial, signs of two code units before a quotation. */
export const report = `Bridge closed 🚧🚧

🙂 “We saw it fall,” Anna Müller said. A clerk told reporters that the mayor had said that nobody was hurt.

Borland denied that the bridge had fallen. Arland may be behind it, said an officer.
`

export interface Extracted {
  readonly storedText: string
  readonly extract: readonly {
    readonly index: number
    readonly stance: string
    readonly speaker: { readonly slug: string; readonly name: string } | null
    readonly span: { readonly start: number; readonly end: number; readonly exact: string }
  }[]
}

/** What the API says of a text. */
export const extracted = (url: string, text: string): Promise<Extracted> =>
  api<Extracted>(
    url,
    `query ($text: String!) {
      storedText(text: $text)
      extract(text: $text) { index stance speaker { slug name } span { start end exact } }
    }`,
    { text },
  )

/** The box, as somebody finds it who has never been there. */
export async function openBox(
  browser: Browser,
  url: string,
  options?: BrowserContextOptions,
): Promise<Watched> {
  const watched = await watchedPage(browser, url, options)
  await watched.page.goto(`${url}/read`)
  return watched
}

export const box = (page: Page) => page.getByLabel('The report, as plain text')
export const found = (page: Page) => page.getByRole('region', { name: 'What Hearsay reads in it' })
export const cards = (page: Page) => page.locator('.proposals .statement')

export async function readIn(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await page.getByRole('button', { name: 'Read', exact: true }).click()
}

export interface Piece {
  readonly start: number
  readonly words: string
  /** Who says what of these words; none where they are not marked. */
  readonly notes: readonly string[]
  readonly classes: readonly string[]
}

/** The text as the page has it, cut where its marks begin and end. */
export async function piecesOf(page: Page): Promise<Piece[]> {
  const nodes = await page.locator('.source-text .text').evaluate((text) =>
    [...text.childNodes].map((node) => {
      const mark = node instanceof HTMLElement ? node : null
      return {
        words: node.textContent ?? '',
        title: mark?.title ?? '',
        classes: [...(mark?.classList ?? [])],
      }
    }),
  )
  let start = 0
  return nodes.map(({ words, title, classes }) => {
    const piece = { start, words, notes: title.split('\n').filter(Boolean), classes }
    start += words.length
    return piece
  })
}
