import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { errorMessage, UnreadableError } from '../../values/errors.ts'
import { articleLines } from './html-article.ts'
import { requireBounds } from './html-bounds.ts'
import { type HtmlNode, linesOfTree, textOfLines } from './html-lines.ts'
import { type About, type Report, reportDate, urlIn } from './report.ts'

/** No attribute that tells about an article is longer; in those of pictures the libraries would search for hours. */
const LONGEST_ATTRIBUTE = 2000
/** The article of a page as plain text, what the page says about it, and its lines that are left out. */
export function readHtml(html: string): Report {
  requireBounds(html)
  try {
    return articleOf(html)
  } catch (error) {
    // Markup of any kind at all may come; where the libraries fail at it, the other reports are still read.
    throw new UnreadableError(`cannot be read as HTML (${errorMessage(error)}). Save its text as .txt.`)
  }
}

function articleOf(html: string): Report {
  const document = documentOf(html)
  const about = aboutPage(document)
  const body = document.querySelector('body') ?? document
  // Readability changes the tree that it reads: it has one of its own.
  const article = new Readability(documentOf(html), { serializer }).parse()
  const content = article?.content
  const kept = new Set(content ? linesOfTree(content).map(({ text }) => text) : [])
  const { lines, leftOut } =
    kept.size > 0 ? articleLines(body, kept) : { lines: linesOfTree(body), leftOut: [] }
  return {
    title: trimmedText(article?.title) ?? about.title,
    author: trimmedText(article?.byline) ?? about.author,
    publisher: trimmedText(article?.siteName),
    published: reportDate(article?.publishedTime) ?? about.published,
    language: trimmedText(article?.lang) ?? about.language,
    url: about.url,
    text: textOfLines(lines),
    leftOut: leftOut.map(({ text }) => text),
  }
}

/** Has Readability hand over the tree of what it finds, and not its HTML. */
const serializer = (content: HtmlNode): HtmlNode => content

type HtmlDocument = ReturnType<typeof parseHTML>['document']

function documentOf(html: string): HtmlDocument {
  const { document } = parseHTML(wholePage(html))
  dropLongAttributes(document)
  return document
}

function dropLongAttributes(document: HtmlDocument): void {
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (value.length > LONGEST_ATTRIBUTE) element.removeAttribute(name)
}

/** A fragment has no body to look in. */
const wholePage = (html: string): string =>
  /<(html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`

function aboutPage(document: HtmlDocument): About {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[name="${name}"], meta[property="${name}"], meta[itemprop="${name}"]`,
      )
      const content = trimmedText(found?.getAttribute('content'))
      if (content) return content
    }
    return undefined
  }
  const attribute = (selector: string, name: string) =>
    trimmedText(document.querySelector(selector)?.getAttribute(name))
  return {
    title: meta('og:title') ?? trimmedText(document.querySelector('title')?.textContent),
    author: meta('author', 'article:author'),
    published: reportDate(
      meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ??
        attribute('time[datetime]', 'datetime'),
    ),
    language: trimmedText(document.documentElement?.getAttribute('lang')),
    url: urlIn(attribute('link[rel="canonical"]', 'href')) ?? urlIn(meta('og:url')),
  }
}

function trimmedText(text: string | null | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim()
  return trimmed ? trimmed : undefined
}
