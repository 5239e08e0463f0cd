import { z } from 'zod'
import { parseId } from '../values/id.ts'
import { actorTypeNames, nodeKinds } from '../values/node-kinds.ts'
import { citedSource, citeSource, sourceData, sourceLine } from './cited-source.ts'
import { citedStatement, citeStatement, statementData, statementLines } from './cited-statement.ts'
import { namedNode } from './named.ts'
import { cutText, pageLink } from './quoted-text.ts'

const entityTypeNames = [...Object.values(actorTypeNames), 'Place', 'Event'] as const

/** A node of any kind but an assessment, as the API gives it by `FoundNode`. */
export const foundData = z.discriminatedUnion('__typename', [
  namedNode.extend({ __typename: z.enum(entityTypeNames), review: z.string() }),
  z.object({
    __typename: z.literal('Claim'),
    id: z.string(),
    slug: z.string(),
    text: z.string(),
    standing: z.string(),
    review: z.string(),
  }),
  sourceData.extend({ __typename: z.literal('Source') }),
  statementData.extend({ __typename: z.literal('Statement') }),
])

/** Needs the fragments of `statementFields`. */
export const foundFields = `
  fragment FoundNode on Node {
    __typename
    id
    ... on Entity { slug name review }
    ... on Claim { slug text standing review }
    ... on Source { ...CitedSource }
    ... on Statement { ...CitedStatement }
  }
`

/** A node as a list tells it: what it is, what it is called, and, of sources and statements, all that a quotation needs. */
export const foundNode = z.object({
  id: z.string(),
  type: z.string(),
  slug: z.string().nullable(),
  name: z.string().describe('The name; of claims and statements the text, of sources the title.'),
  standing: z.string().nullable().describe('Of claims: ASSERTED, DENIED, CONTESTED or OPEN.'),
  review: z.string().nullable().describe('Whether it was accepted; null of sources, which always count.'),
  source: citedSource.nullable(),
  statement: citedStatement.nullable(),
  link: z.string().nullable().describe('Its page here.'),
})
export type FoundNode = z.output<typeof foundNode>

export function tellFound(found: z.output<typeof foundData>, baseUrl: string | null): FoundNode {
  const slug = 'slug' in found ? found.slug : null
  const { one = '', type = found.__typename } = kindOf(found.id)
  return {
    id: found.id,
    type,
    slug,
    name: cutText('name' in found ? found.name : 'title' in found ? found.title : found.text),
    standing: found.__typename === 'Claim' ? found.standing : null,
    review: 'review' in found ? found.review : null,
    source: found.__typename === 'Source' ? citeSource(found, baseUrl) : null,
    statement: found.__typename === 'Statement' ? citeStatement(found, baseUrl) : null,
    link: pageLink(baseUrl, one, slug ?? found.id),
  }
}

function kindOf(id: string): { readonly one?: string; readonly type?: string } {
  const type = parseId(id)?.type
  return type ? { type, one: nodeKinds[type].one } : {}
}

export function foundLines(node: FoundNode): string {
  const { id, type, slug, name, standing, review, source, statement, link } = node
  if (statement) return statementLines(statement)
  const head = source ? `- ${type} ${sourceLine(source)}` : `- ${type} ${id} (${slug}): ${name}`
  const marks = [standing, review === 'ACCEPTED' ? null : review].filter(Boolean)
  const marked = marks.length > 0 ? `${head} [${marks.join(', ')}]` : head
  return [marked, ...(link ? [`  ${link}`] : [])].join('\n')
}
