import { BREAK, type DocumentNode, type FieldNode, type OperationDefinitionNode, visit } from 'graphql'

/** How many fields a compiled operation may have: what it keeps of each stays in memory. */
const MOST_FIELDS = 2_000

/**
 * Whether an operation may be compiled. What may not is graphql-js's to run, always:
 *
 * - What writes or goes on, for a compiled run that meets the unforeseen is run again: `mutation { … }`.
 * - What has more fields than are kept, counted as `Measure.code` does: four hundred fields of each of six types.
 * - What asks the schema about itself, for the answer is long and no row is read: `{ __schema { types { name } } }`.
 * - What names a field `__proto__`, for an object's key of that name is not a key: `{ __proto__: stats { claims } }`.
 */
export function isCompilable(
  document: DocumentNode,
  { operation }: OperationDefinitionNode,
  code: number,
): boolean {
  return operation === 'query' && code <= MOST_FIELDS && everyField(document, isCompilableField)
}

const isCompilableField = ({ name, alias }: FieldNode): boolean =>
  alias?.value !== '__proto__' && (name.value === '__typename' || !name.value.startsWith('__'))

function everyField(document: DocumentNode, holds: (field: FieldNode) => boolean): boolean {
  let every = true
  visit(document, {
    Field(field) {
      every = holds(field)
      return every ? undefined : BREAK
    },
  })
  return every
}
