import { graphql, type ResultOf } from '../kit/graphql.ts'

export const statementQuery = graphql(`
  query Statement($id: ID!) {
    latest: revisions(first: 1) { nodes { id } }
    statement(id: $id) {
      id
      text
      language
      quoteType
      speakerText
      cue
      act
      stance
      certainty
      side
      factuality
      saidAt
      review
      speaker { slug name }
      onBehalfOf { slug name }
      addressee { slug name }
      claim { slug text }
      about { __typename slug name }
      source { slug title publishedAt }
      span { exact prefix suffix }
      chain { id text saidAt speaker { slug name } }
    }
  }
`)

export type StatementAnswer = NonNullable<ResultOf<typeof statementQuery>['statement']>
