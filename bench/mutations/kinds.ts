import type { RequestAtOnce } from '../../src/edits/perform.ts'
import type { WriteRequest } from '../../src/edits/request.ts'
import type { Asked } from '../live/client.ts'

/** Nodes of the graph that the mutations are about: those of which most is said. */
export interface Busiest {
  readonly source: string
  readonly speaker: string
  readonly claim: string
}

export const mutationKinds = ['record', 'correct', 'review', 'remove', 'merge', 'undo'] as const
export type MutationKind = (typeof mutationKinds)[number]

const statement = ({ source, speaker, claim }: Busiest, slug: string) => ({
  slug,
  source,
  speaker,
  claim,
  text: `We have seen nothing of it, said ${slug}.`,
  quoteType: 'DIRECT',
  act: 'DENY',
  stance: 'DENIES',
  certainty: 'CERTAIN',
  saidAt: '2023-06-06',
})

/** What must be there before the rounds: what is proposed, what is taken away, and two small actors for each. */
export function materialFor(busiest: Busiest, rounds: number): WriteRequest {
  const of = <T>(make: (round: number) => readonly T[]) =>
    Array.from({ length: rounds }, (_, round) => make(round)).flat()
  const statements = of((round) => [
    { ...statement(busiest, `proposed-${round}`), review: 'PROPOSED' },
    statement(busiest, `gone-${round}`),
  ])
  const actors = of((round) =>
    ['one', 'other'].map((which) => ({
      slug: `${which}-${round}`,
      name: `The ${which} of ${round}`,
      type: 'PERSON',
    })),
  )
  return { kind: 'record', by: null, items: { statements, actors } }
}

/** @param recorded The revision in which this round's statement was recorded. */
export function requestOf(
  kind: MutationKind,
  busiest: Busiest,
  round: number,
  recorded: string,
): RequestAtOnce {
  const by = null
  switch (kind) {
    case 'record':
      return { kind: 'record', by, items: { statements: [statement(busiest, `new-${round}`)] } }
    case 'correct':
      return {
        kind: 'record',
        by,
        items: { actors: [{ id: busiest.speaker, description: `Seen in round ${round}.` }] },
      }
    case 'review':
      return { kind: 'review', by, reviews: [{ statement: `proposed-${round}`, verdict: 'ACCEPT' }] }
    case 'remove':
      return { kind: 'remove', by, node: `gone-${round}` }
    case 'merge':
      return { kind: 'merge', by, of: 'ENTITY', into: `one-${round}`, from: [`other-${round}`] }
    case 'undo':
      return { kind: 'undo', by, revision: recorded }
  }
}

const TOLD = '{ revision { id } problems { message } }'

/** The same as a client asks for it. */
export function mutationOf(request: RequestAtOnce): Asked {
  switch (request.kind) {
    case 'record':
      return {
        query: `mutation ($input: RecordInput!) { record(input: $input) ${TOLD} }`,
        variables: { input: request.items },
      }
    case 'review':
      return {
        query: `mutation ($input: [ReviewInput!]!) { reviewStatements(input: $input) ${TOLD} }`,
        variables: { input: request.reviews },
      }
    case 'remove':
      return {
        query: `mutation ($id: ID!) { remove(id: $id) ${TOLD} }`,
        variables: { id: request.node },
      }
    case 'merge':
      return {
        query: `mutation ($into: ID!, $from: [ID!]!) { mergeEntities(into: $into, from: $from) ${TOLD} }`,
        variables: { into: request.into, from: request.from },
      }
    default:
      return {
        query: `mutation ($revision: ID!) { ${request.kind}(revision: $revision) ${TOLD} }`,
        variables: { revision: request.revision },
      }
  }
}
