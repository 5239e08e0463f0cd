import type { Fields } from '../../../dossier/fields.ts'
import { canonicalLanguage } from '../../../text/language.ts'
import type { LeftOut } from '../left-out.ts'
import { addressOf, classesOf, type ExpandedNode, plainTextOf, textOf } from './expanded-node.ts'
import { nameOf } from './told-actors.ts'
import { toldDate } from './told-date.ts'

const kindByClass: Readonly<Record<string, string>> = {
  ...{ Article: 'ARTICLE', NewsArticle: 'ARTICLE', OpinionNewsArticle: 'ARTICLE', ClaimReview: 'ARTICLE' },
  ...{ BlogPosting: 'POST', SocialMediaPosting: 'POST', DiscussionForumPosting: 'POST', Message: 'POST' },
  ...{ VideoObject: 'VIDEO', Video: 'VIDEO', ImageObject: 'IMAGE', Image: 'IMAGE', Photograph: 'IMAGE' },
  ...{ Report: 'REPORT', TVEpisode: 'BROADCAST', RadioEpisode: 'BROADCAST', BroadcastEvent: 'BROADCAST' },
}

/** What a document is as a source. @param otherwise What it is called where it has no title. */
export function toldSource(node: ExpandedNode, otherwise: string, left: LeftOut): Fields {
  const url = addressOf(node)
  const language = textOf(node, 'schema:inLanguage')
  const tag = language === undefined ? null : canonicalLanguage(language)
  if (language !== undefined && tag === null) left.note('languages that are no language tag')
  const publishedAt = toldDate(node, left, 'schema:datePublished', 'schema:dateCreated')
  return {
    title: plainTextOf(node, 'schema:headline', 'schema:name') ?? otherwise,
    kind: classesOf(node).flatMap((name) => kindByClass[name] ?? [])[0] ?? 'OTHER',
    ...(url && { url }),
    ...(tag && { language: tag }),
    ...(publishedAt && { publishedAt }),
  }
}

/** A byline, where a document has one. */
export const bylineOf = (authors: readonly ExpandedNode[]): string | undefined =>
  authors
    .map(nameOf)
    .filter((name) => name !== undefined)
    .join(', ') || undefined
