import { z } from 'zod'
import { citedSource, citeSource, sourceData, sourceFields, sourceLine } from './cited-source.ts'
import { nameAndSlug, namedClaim, namedFields, namedNode } from './named.ts'
import { cutText, pageLink } from './quoted-text.ts'

/** Whatever a statement is about, so much of it is told. */
const MOST_SUBJECTS = 20

const spanOfText = z.object({
  start: z.int(),
  end: z.int(),
  exact: z.string().describe('The exact words of the source.'),
})

const viaStatement = z.object({ id: z.string(), speaker: namedNode })

/** A statement as the API gives it. */
export const statementData = z.object({
  id: z.string(),
  text: z.string(),
  span: spanOfText.nullable(),
  speaker: namedNode,
  speakerText: z.string().nullable(),
  onBehalfOf: namedNode.nullable(),
  addressee: namedNode.nullable(),
  about: z.array(namedNode),
  act: z.string(),
  quoteType: z.string(),
  cue: z.string().nullable(),
  stance: z.string().nullable(),
  certainty: z.string().nullable(),
  saidAt: z.string().nullable(),
  review: z.string(),
  claim: namedClaim.nullable(),
  via: viaStatement.nullable(),
  source: sourceData,
})

/** Everything that a quotation of a statement needs. */
export const citedStatement = statementData.extend({
  text: z.string().describe('What was said, in the words of the source or of whoever wrote it down.'),
  span: spanOfText.nullable().describe('Where it stands in the source’s text; null where that is not known.'),
  source: citedSource,
  link: z.string().nullable().describe('Its page here.'),
})
export type CitedStatement = z.output<typeof citedStatement>

/** With all fragments that it needs. */
export const statementFields = `
  ${namedFields}
  ${sourceFields}
  fragment CitedStatement on Statement {
    id text act quoteType cue stance certainty saidAt review speakerText
    span { start end exact }
    speaker { ...NamedEntity }
    onBehalfOf { ...NamedEntity }
    addressee { ...NamedEntity }
    about { ...NamedEntity }
    claim { ...NamedClaim }
    via { id speaker { ...NamedEntity } }
    source { ...CitedSource }
  }
`

export const citeStatement = (
  statement: z.output<typeof statementData>,
  baseUrl: string | null,
): CitedStatement => ({
  ...statement,
  text: cutText(statement.text),
  about: statement.about.slice(0, MOST_SUBJECTS),
  span: statement.span && { ...statement.span, exact: cutText(statement.span.exact) },
  source: citeSource(statement.source, baseUrl),
  link: pageLink(baseUrl, 'statement', statement.id),
})

/** A statement as it is read: who said it, when, how, in which words, to which claim, and where it stands. */
export function statementLines(statement: CitedStatement): string {
  const { id, text, span, claim, source, review, link, via } = statement
  const exact =
    span && span.exact !== text ? `  exact words (${span.start}–${span.end}): “${span.exact}”` : null
  const told = via && `  as ${nameAndSlug(via.speaker)} told it in ${via.id}`
  return [
    `- ${id}${review === 'ACCEPTED' ? '' : ` [${review}]`} ${speakerLine(statement)}`,
    `  “${text}”${span && !exact ? ` (exact words, ${span.start}–${span.end})` : ''}`,
    exact,
    claim && `  claim: ${claim.text} (${claim.slug})`,
    told,
    `  source: ${sourceLine(source)}`,
    link && `  ${link}`,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

/** `Dmitry Peskov (peskov), on behalf of Russia (russia), 2023-05-22: ACCUSE, AFFIRMS, CERTAIN; about Ukraine (ukraine)` */
function speakerLine(statement: CitedStatement): string {
  const { speaker, onBehalfOf, addressee, about, saidAt, act, stance, certainty } = statement
  const who = [
    nameAndSlug(speaker),
    onBehalfOf && `on behalf of ${nameAndSlug(onBehalfOf)}`,
    addressee && `to ${nameAndSlug(addressee)}`,
    saidAt,
  ]
  const how = [act, stance, certainty].filter(Boolean).join(', ')
  const subjects = about.length > 0 ? `; about ${about.map(nameAndSlug).join(', ')}` : ''
  return `${who.filter(Boolean).join(', ')}: ${how}${subjects}`
}
