import type { Writers } from '../../model/writers.ts'
import { UnreadableError } from '../../values/errors.ts'
import type { Report } from '../formats/report.ts'
import type { Publishers } from '../proposing/publisher.ts'
import type { SlugMaker } from './slug-maker.ts'

export interface PutSource {
  readonly id: number
  readonly slug: string
  readonly title: string
  /** The key of who brings it out. */
  readonly publisher: number | undefined
}

export interface Finders {
  readonly slugs: SlugMaker
  readonly publishers: Publishers
}

/** Stores a report's text, and what is known about it. */
export function putSource(writers: Writers, finders: Finders, report: Report): PutSource {
  const title = report.title?.trim() || titleIn(report.text)
  const slug = finders.slugs.free('source', report.id ?? title, 'report')
  const publisher = publisherOf(writers, finders, report.publisher?.trim())
  const { id } = writers.sources.put({
    slug,
    title,
    kind: report.kind ?? 'ARTICLE',
    publisher,
    author: report.author?.trim() || undefined,
    url: report.url,
    language: report.language,
    publishedAt: report.published,
    text: report.text,
  })
  return { id, slug, title, publisher }
}

/** The first line, where nothing says what the title is. */
function titleIn(text: string): string {
  const line = /\S.*/.exec(text)?.[0].replace(/\s+/g, ' ').trim() ?? 'Untitled'
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

function publisherOf(
  writers: Writers,
  { slugs, publishers }: Finders,
  publisher: string | undefined,
): number | undefined {
  if (!publisher) return undefined
  if (publisher.length > 300)
    throw new UnreadableError('publisher: is no name: it has more than 300 characters.')
  const known = publishers.find(publisher)
  if (known !== undefined) return known
  const slug = slugs.free('entity', publisher, 'outlet')
  return writers.actors.put({ slug, name: publisher, type: 'MEDIA_OUTLET' }).id
}
