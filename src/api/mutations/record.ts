import type { InputRef, OutputRef } from '@pothos/core'
import type { WriteResult } from '../../edits/request.ts'
import type { Graph } from '../../model/graph.ts'
import type { Answer } from '../../sql/engine.ts'
import { nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { relationToOne } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { Actor } from '../types/actor.ts'
import { Assessment } from '../types/assessment.ts'
import { Claim } from '../types/claim.ts'
import { Event } from '../types/event.ts'
import { Place } from '../types/place.ts'
import { Source } from '../types/source.ts'
import { Statement } from '../types/statement.ts'
import { AssessmentInput, ClaimInput } from './claim-inputs.ts'
import { ActorInput, EventInput, PlaceInput } from './entity-inputs.ts'
import { itemOf, pathInInput } from './item.ts'
import { expectedArg, noteArg, payloadType } from './payload.ts'
import { SourceInput, StatementInput } from './statement-inputs.ts'
import { withPaths, write } from './write.ts'

interface RecordedKind<Row extends { readonly id: number }> {
  readonly input: InputRef<object>
  readonly output: OutputRef<Row>
  load(graph: Graph, keys: readonly number[]): Answer<readonly Row[]>
}

/** `recordActor` and its payload, for ACTOR. */
function addRecordMutation<Row extends { readonly id: number }>(
  type: NodeType,
  { input: inputType, output, load }: RecordedKind<Row>,
): void {
  const { one, many, typeName } = nodeKinds[type]
  const payload = payloadType(`Record${typeName}Payload`)
  builder.objectField(payload, one, (t) =>
    t.field({
      type: output,
      nullable: true,
      description: `The ${one} as it is now; null where there are problems.`,
      resolve: relationToOne(
        ({ nodes }: WriteResult) => nodes[0]?.key ?? null,
        ({ graph }, keys) => load(graph, keys),
      ) as never,
    }),
  )
  builder.mutationField(`record${typeName}`, (t) =>
    t.field({
      type: payload,
      description: `Creates the ${one}, or changes the one that its id or slug names. One transaction, one revision. ${needsEditor}`,
      args: {
        input: t.arg({
          type: inputType,
          required: true,
          description: `The ${one}, with the fields of the dossier.`,
        }),
        ...noteArg,
        ...expectedArg,
      },
      resolve: async (_, { input, note, expectedRevision }, context) =>
        withPaths(
          await write(context, {
            kind: 'record',
            items: { [many]: [itemOf(input)] },
            root: ['input'],
            note: note ?? undefined,
            expectedRevision: expectedRevision ?? undefined,
          }),
          ([argument, ...path]) => [argument ?? 'input', ...pathInInput(input, path)],
        ),
    }),
  )
}

addRecordMutation('PLACE', {
  input: PlaceInput,
  output: Place,
  load: (graph, keys) => graph.entities.byIds(keys),
})
addRecordMutation('ACTOR', {
  input: ActorInput,
  output: Actor,
  load: (graph, keys) => graph.entities.byIds(keys),
})
addRecordMutation('EVENT', {
  input: EventInput,
  output: Event,
  load: (graph, keys) => graph.entities.byIds(keys),
})
addRecordMutation('SOURCE', {
  input: SourceInput,
  output: Source,
  load: (graph, keys) => graph.sources.byIds(keys),
})
addRecordMutation('CLAIM', {
  input: ClaimInput,
  output: Claim,
  load: (graph, keys) => graph.claims.byIds(keys),
})
addRecordMutation('STATEMENT', {
  input: StatementInput,
  output: Statement,
  load: (graph, keys) => graph.statements.byIds(keys),
})
addRecordMutation('ASSESSMENT', {
  input: AssessmentInput,
  output: Assessment,
  load: (graph, keys) => graph.assessments.byIds(keys),
})
