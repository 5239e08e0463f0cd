import { parseFeed } from 'feedsmith'
import { errorMessage, UnreadableError } from '../../values/errors.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import { readHtml } from './html.ts'
import { internetDate } from './internet-date.ts'
import { type Report, urlIn } from './report.ts'

/** The parts of a feed's entry that are read, whatever its format calls them. */
interface Entry {
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly id?: string | undefined
  readonly author?: string | undefined
  readonly published?: unknown
  /** HTML, or text; the longest that the feed gives. */
  readonly body: string
}

interface Feed {
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly entries: readonly Entry[]
}

/** Whether a file is a feed: RSS, RDF (RSS 1.0), Atom or JSON Feed. */
export const isFeed = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF|atom:feed)[\s>]/i.test(
    head,
  ) || /^\s*\{[^{}]{0,500}"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(head)

/**
 * The reports in a feed, one an entry, as the feed itself gives them: no page is fetched. An entry without text is none.
 */
export function readFeed(text: string): Report[] {
  const { title, language, entries } = parsedFeed(text)
  return entries.flatMap((entry) => {
    const { text: body, leftOut } = entryBody(entry.body)
    if (body === '') return []
    return {
      id: entry.id,
      title: entry.title && entryBody(entry.title).text,
      publisher: title && entryBody(title).text.slice(0, 300),
      author: entry.author,
      published: internetDate(entry.published),
      url: urlIn(entry.url),
      language,
      text: body,
      leftOut,
    }
  })
}

function parsedFeed(text: string): Feed {
  try {
    return feedOf(parseFeed(text))
  } catch (error) {
    throw new UnreadableError(`cannot be read as a feed (${errorMessage(error)}).`)
  }
}

function feedOf(parsed: ReturnType<typeof parseFeed>): Feed {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        language: parsed.feed.language,
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.link,
          id: item.guid?.value,
          author: item.dc?.creators?.[0] ?? authorName(item.authors?.[0]),
          published: item.pubDate ?? item.dc?.dates?.[0],
          body: longest(item.content?.encoded, item.description),
        })),
      }
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          title: entry.title?.value,
          url: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])
            ?.href,
          id: entry.id,
          author: entry.authors?.[0]?.name,
          published: entry.published ?? entry.updated,
          body: longest(entry.content?.value, entry.summary?.value),
        })),
      }
    case 'rdf':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.link,
          author: item.dc?.creators?.[0],
          published: item.dc?.dates?.[0],
          body: longest(item.content?.encoded, item.description),
        })),
      }
    default:
      return {
        title: parsed.feed.title,
        language: parsed.feed.language,
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.url,
          id: item.id,
          author: item.authors?.[0]?.name,
          published: item.date_published,
          body: longest(item.content_html, item.content_text, item.summary),
        })),
      }
  }
}

/** RSS has authors as "name@example.org (Ada Vega)", or as whatever was written. */
function authorName(author: unknown): string | undefined {
  const words = isObjectLike(author) ? author.name : author
  return typeof words !== 'string' ? undefined : (/\(([^()]{1,200})\)\s*$/.exec(words)?.[1] ?? words)
}

const longest = (...texts: (string | undefined)[]): string =>
  texts.reduce<string>((best, text = '') => (text.length > best.length ? text : best), '')

/** The text of an entry or a title, without the markup that may be in it. */
const entryBody = (body: string): { text: string; leftOut?: readonly string[] | undefined } =>
  /<[a-z!/]|&(?:#\d|[a-z])/i.test(body) ? readHtml(body) : { text: body.trim() }
