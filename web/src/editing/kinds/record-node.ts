import { type WriteProblem, writeProblem } from '../../desk/write-problem.ts'
import { change } from '../../kit/client.ts'
import { graphql } from '../../kit/graphql.ts'
import type { Addressed } from '../../kit/node-path.ts'
import type { NodeType } from '../../search/hit.ts'

const recordActor = graphql(
  `
  mutation RecordActor($input: ActorInput!, $note: String, $expectedRevision: ID) {
    done: recordActor(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: actor { __typename id slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

const recordPlace = graphql(
  `
  mutation RecordPlace($input: PlaceInput!, $note: String, $expectedRevision: ID) {
    done: recordPlace(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: place { __typename id slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

const recordEvent = graphql(
  `
  mutation RecordEvent($input: EventInput!, $note: String, $expectedRevision: ID) {
    done: recordEvent(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: event { __typename id slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

const recordSource = graphql(
  `
  mutation RecordSource($input: SourceInput!, $note: String, $expectedRevision: ID) {
    done: recordSource(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: source { __typename id slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

const recordClaim = graphql(
  `
  mutation RecordClaim($input: ClaimInput!, $note: String, $expectedRevision: ID) {
    done: recordClaim(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: claim { __typename id slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

const recordStatement = graphql(
  `
  mutation RecordStatement($input: StatementInput!, $note: String, $expectedRevision: ID) {
    done: recordStatement(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: statement { __typename id slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

const recordAssessment = graphql(
  `
  mutation RecordAssessment($input: AssessmentInput!, $note: String, $expectedRevision: ID) {
    done: recordAssessment(input: $input, note: $note, expectedRevision: $expectedRevision) {
      node: assessment { __typename id claim { slug } }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

interface Asked {
  /** By the names of the input's fields, which the table of fields has; the server checks it. */
  readonly input: Readonly<Record<string, unknown>>
  readonly note: string | null
  readonly expectedRevision?: string
}

/** An assessment has no page of its own: it stands on that of its claim. */
export interface RecordedNode extends Addressed {
  readonly id: string
  readonly claim?: { readonly slug: string }
}

/** What all seven answer. */
interface Recorded {
  readonly node: RecordedNode | null
  /** Null where nothing had to be written. */
  readonly revision: { readonly id: string } | null
  readonly problems: readonly WriteProblem[]
}

/** Creates a node, or changes it. */
export const recordNode: Readonly<Record<NodeType, (asked: Asked) => Promise<Recorded>>> = {
  ACTOR: async (asked) => (await change(recordActor, asked)).done,
  PLACE: async (asked) => (await change(recordPlace, asked)).done,
  EVENT: async (asked) => (await change(recordEvent, asked)).done,
  SOURCE: async (asked) => (await change(recordSource, asked)).done,
  CLAIM: async (asked) => (await change(recordClaim, asked)).done,
  STATEMENT: async (asked) => (await change(recordStatement, asked)).done,
  ASSESSMENT: async (asked) => (await change(recordAssessment, asked)).done,
}
