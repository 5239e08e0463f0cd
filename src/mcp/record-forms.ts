import { z } from 'zod'
import { sourceData, sourceFields } from './cited-source.ts'
import { citeStatement, statementData, statementFields } from './cited-statement.ts'
import { nameAndSlug, namedClaim, namedFields, namedNode } from './named.ts'
import { type AskNode, factOf, pagedForm } from './node-form.ts'
import { cutText } from './quoted-text.ts'
import { readData, ToolError } from './tool-error.ts'

const statements =
  'evidence: statements(first: $first, after: $after, orderBy: SAID_DESC) { ...EvidencePage }'

/** A claim, with what speaks to it. */
export const askClaim: AskNode = pagedForm(
  'Claim',
  `...NamedClaim kind standing review subject { ...NamedEntity } event { ...NamedEntity } ${statements}`,
  namedClaim.extend({
    kind: z.string(),
    standing: z.string(),
    review: z.string(),
    subject: namedNode.nullable(),
    event: namedNode.nullable(),
  }),
  ({ id, slug, text, kind, standing, review, subject, event }) => ({
    id,
    slug,
    name: cutText(text),
    facts: [
      { name: 'standing', value: standing },
      { name: 'kind', value: kind },
      ...factOf('review', review === 'ACCEPTED' ? null : review),
      ...factOf('subject', subject && nameAndSlug(subject)),
      ...factOf('event', event && nameAndSlug(event)),
    ],
  }),
)

/** A source, with what stands in it. */
export const askSource: AskNode = pagedForm(
  'Source',
  `...CitedSource language reliability versionOf { id } copyOf { id } ${statements}`,
  sourceData.extend({
    language: z.string().nullable(),
    reliability: z.string().nullable(),
    versionOf: z.object({ id: z.string() }).nullable(),
    copyOf: z.object({ id: z.string() }).nullable(),
  }),
  ({ id, slug, title, versionOf, copyOf, publisher, ...source }) => ({
    id,
    slug,
    name: cutText(title),
    facts: [
      { name: 'kind', value: source.kind },
      ...factOf('publisher', publisher && nameAndSlug(publisher)),
      ...factOf('published', source.publishedAt),
      ...factOf('author', source.author),
      ...factOf('url', source.url),
      ...factOf('archived', source.archivedUrl),
      ...factOf('language', source.language),
      ...factOf('reliability', source.reliability),
      ...factOf('later version of', versionOf?.id),
      ...factOf('copy of', copyOf?.id),
    ],
  }),
)

/** So many links of a chain are told. */
const MOST_TOLD = 20

const chainQuery = `
  ${statementFields}
  query StatementNode($id: ID!) {
    node(id: $id) { ... on Statement { ...CitedStatement chain { ...CitedStatement } } }
  }
`
const chainData = z.object({ node: statementData.extend({ chain: z.array(statementData) }).nullable() })

/** A statement, with the chain of statements through which it reached its source. */
export const askStatement: AskNode = async (graph, id) => {
  const { node } = await readData(graph, { query: chainQuery, variables: { id } }, chainData)
  if (!node) throw removed(id)
  const { chain, ...statement } = node
  return {
    id: statement.id,
    slug: null,
    name: cutText(statement.text),
    facts: factOf('review', statement.review),
    evidence: chain.slice(0, MOST_TOLD).map((one) => citeStatement(one, graph.baseUrl)),
    end: { hasMore: false, endCursor: null },
  }
}

const assessmentQuery = `
  ${namedFields}
  ${sourceFields}
  query AssessmentNode($id: ID!) {
    node(id: $id) {
      ... on Assessment {
        id verdict date method claim { ...NamedClaim } assessor { ...NamedEntity } evidence { ...CitedSource }
      }
    }
  }
`
const assessmentData = z.object({
  node: z
    .object({
      id: z.string(),
      verdict: z.string(),
      date: z.string().nullable(),
      method: z.string().nullable(),
      claim: namedClaim,
      assessor: namedNode,
      evidence: sourceData.nullable(),
    })
    .nullable(),
})

/** An assessment: who concluded what of which claim, by which source. */
export const askAssessment: AskNode = async (graph, id) => {
  const { node } = await readData(graph, { query: assessmentQuery, variables: { id } }, assessmentData)
  if (!node) throw removed(id)
  const { verdict, date, method, claim, assessor, evidence } = node
  return {
    id: node.id,
    slug: null,
    name: `${verdict} by ${assessor.name}`,
    facts: [
      { name: 'claim', value: `${cutText(claim.text)} (${claim.slug})` },
      { name: 'assessor', value: nameAndSlug(assessor) },
      ...factOf('date', date),
      ...factOf('method', method && cutText(method)),
      ...factOf(
        'evidence',
        evidence && [evidence.id, evidence.title, evidence.url].filter(Boolean).join(', '),
      ),
    ],
    evidence: [],
    end: { hasMore: false, endCursor: null },
  }
}

const removed = (id: string): ToolError => new ToolError(`NOT_FOUND: ${id} has just been removed.`)
