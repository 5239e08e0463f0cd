// The questions in the words of PostGraphile's schema, and how its answers are in ours. The documents name things as ours
// do where they can; ids are numbers there.

const lastSaid = `condition: { review: "ACCEPTED" }, first: 20, orderBy: [SAID_ORDER_DESC, ROW_ID_DESC]`

const queries = {
  Q1: /* GraphQL */ `query Q1($id: Int!) {
    actor: entityByRowId(rowId: $id) {
      id: rowId name
      statements: statementsBySpeakerId(${lastSaid}) {
        nodes {
          id: rowId text saidAt: saidEdtf act stance
          claim: claimByClaimId { id: rowId text event: entityByEventId { id: rowId name } }
          source: sourceBySourceId { id: rowId title publisher: entityByPublisherId { id: rowId name } }
          about: statementAboutsByStatementId(orderBy: ENTITY_ID_ASC) {
            nodes { entity: entityByEntityId { id: rowId kind name } }
          }
        }
      }
    }
  }`,
  Q2: /* GraphQL */ `query Q2($about: Int!) {
    statements: filtered(about: $about, stance: "AFFIRMS", first: 50) {
      nodes {
        id: rowId text saidAt: saidEdtf act certainty
        speaker: entityBySpeakerId { id: rowId name }
        claim: claimByClaimId { id: rowId text }
      }
      pageInfo { hasNextPage }
    }
  }`,
  Q3: /* GraphQL */ `query Q3($id: Int!) { claim: claimByRowId(rowId: $id) { id: rowId slug text kind standing } }`,
  Contested: /* GraphQL */ `query Contested($id: Int!) {
    event: entityByRowId(rowId: $id) {
      id: rowId name
      claims: claimsByEventId(condition: { standing: "CONTESTED", review: "ACCEPTED" }, first: 10, orderBy: ROW_ID_ASC) {
        totalCount
        nodes {
          id: rowId text standing
          positions: positionsByClaimId(orderBy: STATEMENT_ID_ASC) {
            nodes { actor: entityByActorId { id: rowId name } stance certainty }
          }
        }
      }
    }
  }`,
  Positions: /* GraphQL */ `query Positions($id: Int!) {
    actor: entityByRowId(rowId: $id) {
      id: rowId name
      positions: positionsByActorId(first: 50, orderBy: CLAIM_ID_ASC) {
        totalCount
        nodes {
          claim: claimByClaimId { id: rowId text standing statementCount speakerCount }
          stance certainty changed
        }
      }
    }
  }`,
  Matrix: /* GraphQL */ `query Matrix($id: Int!) {
    matrix: tallies(event: $id, most: 100) {
      nodes { actorId actorName entityId entityKind entityName statements }
    }
  }`,
  Way: /* GraphQL */ `query Way($from: Int!, $to: Int!) {
    stops(start: $from, finish: $to) { nodes { id: rowId kind name } }
  }`,
}

const of = (type, row) => row && { ...row, id: `${type}_${row.id}` }
const entity = ({ kind, ...row }) => of(kind.toLowerCase(), row)
const nodes = (list, change) => ({ ...list, nodes: list.nodes.map(change) })

const statement = ({ claim, source, about, ...row }) => ({
  ...of('statement', row),
  claim: claim && of('claim', { ...claim, event: of('event', claim.event) }),
  source: of('source', { ...source, publisher: of('actor', source.publisher) }),
  about: about.nodes.map((each) => entity(each.entity)),
})

const statementOnPage = ({ speaker, claim, ...row }) => ({
  ...of('statement', row),
  speaker: of('actor', speaker),
  claim: of('claim', claim),
})

const contestedClaim = ({ positions, ...row }) => ({
  ...of('claim', row),
  positions: positions.nodes.map(({ actor, ...position }) => ({ ...position, actor: of('actor', actor) })),
})

const tally = ({ actorId, actorName, entityId, entityKind, entityName, statements }) => ({
  actor: { id: `actor_${actorId}`, name: actorName },
  entity: entity({ id: entityId, kind: entityKind, name: entityName }),
  statements,
})

const answers = {
  Q1: ({ actor }) => ({ actor: of('actor', { ...actor, statements: nodes(actor.statements, statement) }) }),
  Q2: ({ statements }) => ({ statements: nodes(statements, statementOnPage) }),
  Q3: ({ claim }) => ({ claim: of('claim', claim) }),
  Contested: ({ event }) => ({
    event: of('event', { ...event, claims: nodes(event.claims, contestedClaim) }),
  }),
  Positions: ({ actor }) => {
    const position = (row) => ({ ...row, claim: of('claim', row.claim) })
    return { actor: of('actor', { ...actor, positions: nodes(actor.positions, position) }) }
  },
  Matrix: ({ matrix }) => ({ matrix: matrix.nodes.map(tally) }),
  Way: ({ stops }) => ({
    paths: stops.nodes.length > 0 ? [{ length: stops.nodes.length - 1, nodes: stops.nodes.map(entity) }] : [],
  }),
}

/** A question's document, and its variables with ids as the numbers that they hold. */
export const inItsWords = ({ name, variables }) => ({
  name,
  query: queries[name],
  variables: variables.map((values) =>
    Object.fromEntries(Object.entries(values).map(([key, id]) => [key, Number(id.replace(/^\w+_/, ''))])),
  ),
})

/** Its answer as ours is. */
export const inOurWords = (name, data) => answers[name](data)
