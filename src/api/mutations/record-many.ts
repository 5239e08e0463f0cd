import { writeText } from '../../meaning/writing.ts'
import type { FieldPath } from '../../values/errors.ts'
import { nodeKinds, type Section } from '../../values/node-kinds.ts'
import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { Node } from '../types/node.ts'
import { AssessmentInput, ClaimInput } from './claim-inputs.ts'
import { ActorInput, EventInput, PlaceInput } from './entity-inputs.ts'
import { itemOf, pathInInput } from './item.ts'
import { noteArg, payloadType, writtenNodes } from './payload.ts'
import { SourceInput, StatementInput } from './statement-inputs.ts'
import { withPaths, write } from './write.ts'

const RecordInput = builder.inputType('RecordInput', {
  description:
    'Nodes of all kinds, as the sections of a dossier. They may name each other by their slugs, in whatever order they stand.',
  fields: (t) =>
    ({
      places: t.field({ type: [PlaceInput], description: 'Each is one place.' }),
      actors: t.field({ type: [ActorInput], description: 'Each is one actor.' }),
      events: t.field({ type: [EventInput], description: 'Each is one event.' }),
      sources: t.field({ type: [SourceInput], description: 'Each is one source.' }),
      claims: t.field({ type: [ClaimInput], description: 'Each is one claim.' }),
      statements: t.field({ type: [StatementInput], description: 'Each is one statement.' }),
      assessments: t.field({ type: [AssessmentInput], description: 'Each is one assessment.' }),
    }) satisfies Record<Section, unknown>,
})

const RecordPayload = payloadType('RecordPayload')
builder.objectField(RecordPayload, 'nodes', (t) =>
  t.field({
    type: [Node],
    description:
      'The nodes as they are now: places, actors, events, sources, claims, statements and assessments, each in the order in ' +
      'which they were given; none where there are problems.',
    resolve: (result, _, { graph }) => writtenNodes(result, graph),
  }),
)

builder.mutationField('record', (t) =>
  t.field({
    type: RecordPayload,
    description:
      'Creates or changes any number of nodes of all kinds: all of it or nothing, in one transaction and one revision. ' +
      needsEditor,
    args: {
      input: t.arg({ type: RecordInput, required: true, description: 'The nodes, by their kind.' }),
      onlyNew: t.arg.boolean({ description: writeText.onlyNew }),
      ...noteArg,
    },
    resolve: async (_, { input, note, onlyNew }, context) => {
      const given: SectionLists = new Map(
        Object.values(nodeKinds).flatMap(({ many }) => (input[many] ? [[many, input[many]]] : [])),
      )
      const items = Object.fromEntries([...given].map(([section, list]) => [section, list.map(itemOf)]))
      const result = await write(context, {
        kind: 'record',
        items,
        note: note ?? undefined,
        onlyNew: onlyNew ?? false,
      })
      return withPaths(result, (path) => pathInLists(given, path))
    },
  }),
)

type SectionLists = ReadonlyMap<string | number, readonly object[]>

/** `input.actors.3.labels.uk.0`, as items have it, is `input.actors.3.labels.0.texts.0`. */
function pathInLists(given: SectionLists, path: FieldPath): FieldPath {
  const [input = '', section = '', index = 0, ...rest] = path
  const item = given.get(section)?.[Number(index)]
  return item ? [input, section, index, ...pathInInput(item, rest)] : path
}
