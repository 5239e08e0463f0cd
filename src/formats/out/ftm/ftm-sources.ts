import type { SourceKind } from '../../../values/vocabulary.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { exactDate } from './ftm-affiliations.ts'
import { writeLink } from './ftm-entities.ts'
import { ftmLanguage } from './ftm-languages.ts'
import { type FtmWriting, ftmId } from './ftm-writing.ts'

/** A schema of documents for each kind of source. */
export const documentSchemas: Readonly<Record<SourceKind, string>> = {
  ARTICLE: 'Article',
  POST: 'HyperText',
  BROADCAST: 'Audio',
  TRANSCRIPT: 'PlainText',
  IMAGE: 'Image',
  VIDEO: 'Video',
  REPORT: 'Pages',
  OTHER: 'Document',
}

/** A source is a document. Its slug stands in for the file’s name, which FollowTheMoney wants. */
export function writeSource(writing: FtmWriting, { item }: ExportedNode<'SOURCE'>): void {
  const { slug, title, kind, publisher, author, url, language, text, versionOf, copyOf } = item
  const code = language === undefined ? undefined : ftmLanguage(language)
  if (language !== undefined && code === undefined) writing.tally.leave('languages of sources')
  writing.write(documentSchemas[kind], ftmId({ type: 'SOURCE', slug }), {
    fileName: slug,
    name: title,
    title,
    author,
    publisher: writing.linked('ACTOR', publisher)?.name,
    sourceUrl: url === undefined ? undefined : new URL(url).href,
    language: code,
    publishedAt: exactDate(writing, item.publishedAt),
    retrievedAt: exactDate(writing, item.retrievedAt),
    bodyText: text,
  })
  writing.leaveFields(item, 'source', ['archivedUrl', 'reliability'])
  for (const other of writing.ids('SOURCE', [versionOf]))
    writeLink(writing, 'SOURCE', slug, 'VERSION_OF', other)
  for (const other of writing.ids('SOURCE', [copyOf])) writeLink(writing, 'SOURCE', slug, 'COPY_OF', other)
  writing.tally.wrote('sources')
}
