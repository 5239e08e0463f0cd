import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { requireBounds } from './html-bounds.ts'
import { type About, dateIn, urlIn } from './report.ts'
import { Unreadable } from './unreadable.ts'

/** The parts of a document's tree that are looked at here; the project is compiled without the browser's types. */
interface Element {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: Element | null
  readonly nextSibling: Element | null
  readonly parentNode: Element | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
  removeAttribute(name: string): void
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
}
interface Page extends Element {
  readonly documentElement: Element | null
  readonly body: Element | null
}

const TEXT = 3
/** No attribute that tells about an article is longer; in those of pictures the libraries would search for hours. */
const LONGEST_ATTRIBUTE = 2000
const unread = /^(script|style|noscript|template|iframe|object|svg|math|head|button|select|textarea|form)$/i
const block =
  /^(p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|section|article|header|footer|main|aside|figure|figcaption|table|tr|pre|hr|address)$/i

/** The article of a page as plain text, and what the page says about it. Its markup, styles and scripts stay behind. */
export function readHtml(html: string): About & { readonly text: string } {
  requireBounds(html)
  try {
    return articleOf(html)
  } catch (error) {
    // Markup of any kind at all may come; where the libraries fail at it, the other reports are still read.
    throw new Unreadable(`cannot be read as HTML (${(error as Error).message}). Save its text as .txt.`)
  }
}

function articleOf(html: string): About & { readonly text: string } {
  const document = parseHTML(whole(html)).document as unknown as Page
  dropLongAttributes(document)
  const about = aboutOf(document)
  const all = textOf(document.body ?? document)
  const options = { serializer: (element: unknown) => element }
  const article = new Readability(document as never, options as never).parse()
  const text = article?.content ? textOf(article.content as unknown as Element) : ''
  return {
    title: filled(article?.title) ?? about.title,
    author: filled(article?.byline) ?? about.author,
    publisher: filled(article?.siteName),
    published: dateIn(article?.publishedTime) ?? about.published,
    language: filled(article?.lang) ?? about.language,
    url: about.url,
    text: text === '' ? all : text,
  }
}

function dropLongAttributes(document: Page): void {
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (value.length > LONGEST_ATTRIBUTE) element.removeAttribute(name)
}

/** A fragment has no body to look in. */
const whole = (html: string): string =>
  /<(html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`

function aboutOf(document: Page): About {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[name="${name}"], meta[property="${name}"], meta[itemprop="${name}"]`,
      )
      const content = filled(found?.getAttribute('content'))
      if (content) return content
    }
    return undefined
  }
  const attribute = (selector: string, name: string) =>
    filled(document.querySelector(selector)?.getAttribute(name))
  return {
    title: meta('og:title') ?? filled(document.querySelector('title')?.textContent),
    author: meta('author', 'article:author'),
    published: dateIn(
      meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ??
        attribute('time[datetime]', 'datetime'),
    ),
    language: filled(document.documentElement?.getAttribute('lang')),
    url: urlIn(attribute('link[rel="canonical"]', 'href')) ?? urlIn(meta('og:url')),
  }
}

function filled(text: string | null | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim()
  return trimmed ? trimmed : undefined
}

/** The words of a tree, each block a paragraph. It walks: a tree may be deeper than the stack. */
function textOf(root: Element): string {
  const parts: string[] = []
  for (let at: Element | null = root; at; at = next(at, root, parts)) {
    if (at.nodeType === TEXT) parts.push((at.textContent ?? '').replace(/[\s\u00a0]+/g, ' '))
    else if (block.test(at.nodeName)) parts.push('\n\n')
    else if (/^br$/i.test(at.nodeName)) parts.push('\n')
  }
  return parts
    .join('')
    .replace(/(?<! ) *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** What follows in the order of the document: into it, beside it, or beside what it stands in. */
function next(at: Element, root: Element, parts: string[]): Element | null {
  if (at.firstChild && !unread.test(at.nodeName)) return at.firstChild
  let up: Element | null = at
  while (up && up !== root) {
    if (block.test(up.nodeName)) parts.push('\n\n')
    if (up.nextSibling) return up.nextSibling
    up = up.parentNode
  }
  return null
}
