import { z } from 'zod'
import { namedNode } from './named.ts'
import { cutText, pageLink } from './quoted-text.ts'

/** A source as the API gives it. */
export const sourceData = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  kind: z.string(),
  author: z.string().nullable(),
  publisher: namedNode.nullable(),
  url: z.string().nullable(),
  archivedUrl: z.string().nullable(),
  publishedAt: z.string().nullable(),
})

/** All that a quotation needs to name its source. */
export const citedSource = sourceData.extend({
  link: z.string().nullable().describe('Its page here.'),
})
export type CitedSource = z.output<typeof citedSource>

export const sourceFields = `
  fragment CitedSource on Source {
    id slug title kind author url archivedUrl publishedAt
    publisher { ...NamedEntity }
  }
`

export const citeSource = (source: z.output<typeof sourceData>, baseUrl: string | null): CitedSource => ({
  ...source,
  title: cutText(source.title),
  link: pageLink(baseUrl, 'source', source.slug),
})

/** `source_4 (slug) “Title”, Publisher, 2023-05-22, https://…` */
export const sourceLine = ({
  id,
  slug,
  title,
  publisher,
  publishedAt,
  url,
  archivedUrl,
}: CitedSource): string =>
  [`${id} (${slug}) “${title}”`, publisher?.name, publishedAt, url ?? archivedUrl].filter(Boolean).join(', ')
