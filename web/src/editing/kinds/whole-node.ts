import { askOnce } from '../../kit/client.ts'
import { graphql } from '../../kit/graphql.ts'
import type { NodeType } from '../../search/hit.ts'
import type { FormValues } from '../form/form-value.ts'
import { valuesFrom } from '../form/from-answer.ts'
import { nodeFields } from './node-fields.ts'

/**
 * The whole of a node as it is written down, for its form. Its own name is asked for as it is recorded: without a language,
 * however names are shown.
 */

const actorQuery = graphql(`
  query WholeActor($id: ID!) {
    node: actor(id: $id) {
      __typename
      id
      slug
      name(lang: null)
      unnamed
      description
      labels { lang text }
      links { scheme value }
      revision { id }
      affiliations { organization { id slug name } role title from until }
      ... on State { iso3166 }
      ... on Organization { kind }
      ... on ArmedGroup { allegiance { id slug name } }
      ... on MediaOutlet { reliability }
    }
  }
`)

const placeQuery = graphql(`
  query WholePlace($id: ID!) {
    node: place(id: $id) {
      id
      slug
      name(lang: null)
      description
      labels { lang text }
      links { scheme value }
      revision { id }
      precision
      latitude
      longitude
      iso3166_2
      partOf { id slug name }
    }
  }
`)

const eventQuery = graphql(`
  query WholeEvent($id: ID!) {
    node: event(id: $id) {
      id
      slug
      name(lang: null)
      description
      labels { lang text }
      links { scheme value }
      revision { id }
      type
      mode
      when
      place { id slug name }
      partOf { id slug name }
      participants { actor { id slug name } role }
    }
  }
`)

const sourceQuery = graphql(`
  query WholeSource($id: ID!) {
    node: source(id: $id) {
      id
      slug
      title
      revision { id }
      kind
      publisher { id slug name }
      author
      publishedAt
      retrievedAt
      url
      archivedUrl
      language
      reliability
      versionOf { id slug title }
      copyOf { id slug title }
      text
    }
  }
`)

const claimQuery = graphql(`
  query WholeClaim($id: ID!) {
    node: claim(id: $id) {
      id
      slug
      text
      revision { id }
      kind
      subject { id slug name }
      event { id slug name }
      object { id slug name }
      figure { low high unit }
      relations { type from { id } to { id slug text } }
    }
  }
`)

const statementQuery = graphql(`
  query WholeStatement($id: ID!) {
    node: statement(id: $id) {
      id
      text
      revision { id }
      source { id slug title }
      speaker { id slug name }
      speakerText
      onBehalfOf { id slug name }
      addressee { id slug name }
      quoteType
      act
      cue
      claim { id slug text }
      stance
      certainty
      about { id slug name }
      saidAt
      language
      span { start end exact prefix suffix }
      via { id text }
      review
    }
  }
`)

const assessmentQuery = graphql(`
  query WholeAssessment($id: ID!) {
    node(id: $id) {
      id
      revision { id }
      ... on Assessment {
        claim { id slug text }
        assessor { id slug name }
        verdict
        credibility
        method
        date
        evidence { id slug title }
      }
    }
  }
`)

/** A node, as its form has it. */
export interface WholeNode {
  readonly type: NodeType
  readonly id: string
  readonly slug: string | null
  readonly revision: string
  readonly values: FormValues
}

interface AnsweredNode {
  readonly id?: string
  readonly slug?: string | null
  readonly revision?: { readonly id: string }
}

type Ask = (id: string) => Promise<AnsweredNode | null>

const questions: Readonly<Record<NodeType, Ask>> = {
  ACTOR: async (id) => withActorType((await askOnce(actorQuery, { id })).node),
  PLACE: async (id) => (await askOnce(placeQuery, { id })).node,
  EVENT: async (id) => (await askOnce(eventQuery, { id })).node,
  SOURCE: async (id) => (await askOnce(sourceQuery, { id })).node,
  CLAIM: async (id) => withOwnRelations((await askOnce(claimQuery, { id })).node),
  STATEMENT: async (id) => (await askOnce(statementQuery, { id })).node,
  ASSESSMENT: async (id) => (await askOnce(assessmentQuery, { id })).node,
}

/** The name of its GraphQL type as the word of the vocabulary: `ArmedGroup` is ARMED_GROUP. */
const withActorType = <Node extends { readonly __typename: string }>(node: Node | null) =>
  node && { ...node, type: node.__typename.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase() }

/** A relation is written down with the claim that it begins at. */
const withOwnRelations = <
  Node extends AnsweredNode & { readonly relations: readonly { readonly from: { readonly id: string } }[] },
>(
  node: Node | null,
) => node && { ...node, relations: node.relations.filter(({ from }) => from.id === node.id) }

/** Null where there is no such node. */
export async function askWholeNode(type: NodeType, id: string): Promise<WholeNode | null> {
  const node = await questions[type](id)
  if (!node?.id || !node.revision) return null
  return {
    type,
    id: node.id,
    slug: node.slug ?? null,
    revision: node.revision.id,
    values: valuesFrom(nodeFields[type], { ...node }),
  }
}
