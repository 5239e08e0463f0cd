/** As much of Hearsay's schema as is asked of other servers. An entity is a plain type here, which is quicker than an interface. */
export const typeDefs = /* GraphQL */ `
type Query {
  actor(id: ID!): Actor
  claim(id: ID!): Claim
  event(id: ID!): Event
  statements(filter: StatementFilter, orderBy: StatementOrder, first: Int): StatementConnection!
  search(text: String!, first: Int): SearchConnection!
  matrix(filter: StatementFilter, first: Int): [Tally!]!
  paths(from: ID!, to: ID!, through: [LinkType!], maxLength: Int, first: Int): [Path!]!
}

input StatementFilter {
  about: [ID!]
  event: [ID!]
  stance: [Stance!]
}

input ClaimFilter {
  standing: [Standing!]
}

enum Stance {
  AFFIRMS
  DENIES
  UNCOMMITTED
}

enum Standing {
  ASSERTED
  CONTESTED
  DENIED
  OPEN
}

enum StatementOrder {
  SAID_DESC
}

enum LinkType {
  AFFILIATED
  SPEAKS_ABOUT
}

interface Node {
  id: ID!
}

type Entity implements Node {
  id: ID!
  name: String!
}

type Actor implements Node {
  id: ID!
  name: String!
  statements(first: Int, orderBy: StatementOrder): StatementConnection!
  positions(first: Int): PositionConnection!
}

type Event implements Node {
  id: ID!
  name: String!
  claims(filter: ClaimFilter, first: Int): ClaimConnection!
}

type Claim implements Node {
  id: ID!
  slug: String!
  text: String!
  kind: String!
  standing: Standing!
  statementCount: Int!
  speakerCount: Int!
  event: Event
  positions: [Position!]!
}

type Source implements Node {
  id: ID!
  title: String!
  publisher: Actor
}

type Statement implements Node {
  id: ID!
  text: String!
  saidAt: String
  act: String!
  stance: Stance
  certainty: String
  speaker: Actor!
  claim: Claim
  source: Source!
  about: [Entity!]!
}

type Position {
  actor: Actor!
  claim: Claim!
  stance: Stance!
  certainty: String!
  changed: Boolean!
}

type StatementConnection {
  nodes: [Statement!]!
  pageInfo: PageInfo!
}

type ClaimConnection {
  nodes: [Claim!]!
  totalCount: Int!
}

type PositionConnection {
  nodes: [Position!]!
  totalCount: Int!
}

type SearchConnection {
  nodes: [SearchHit!]!
}

type PageInfo {
  hasNextPage: Boolean!
}

type SearchHit {
  node: Node!
}

type Tally {
  actor: Actor!
  entity: Entity!
  statements: Int!
}

type Path {
  length: Int!
  nodes: [Entity!]!
}
`
