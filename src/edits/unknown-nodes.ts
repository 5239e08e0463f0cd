import { anItemOf } from '../dossier/sections.ts'
import { slugsOf } from '../model/nodes/slug.ts'
import { SlugSuggestions } from '../model/nodes/slug-suggestions.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { FieldPath } from '../values/errors.ts'
import { parseId } from '../values/id.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { wordList } from '../values/word-list.ts'
import { invalid } from './refusal.ts'
import type { InvalidInput } from './request.ts'

/** Says of one request's references that they name nothing, and what comes nearest. */
export class UnknownNodes {
  readonly #suggestions: SlugSuggestions

  constructor(engine: ImmediateEngine) {
    this.#suggestions = new SlugSuggestions(slugsOf(engine))
  }

  problem(types: readonly NodeType[], reference: string, path: FieldPath): InvalidInput {
    return unknownNode(types, reference, path, this.#suggestions)
  }
}

/** Says of a reference that it names nothing. */
export function unknownNode(
  types: readonly NodeType[],
  reference: string,
  path: FieldPath,
  suggestions: SlugSuggestions,
): InvalidInput {
  const near = parseId(reference) ? [] : suggestions.for(reference, types)
  const kinds = wordList(
    types.map((type) => anItemOf(nodeKinds[type].many)),
    'or',
  )
  const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '.'
  return invalid(path, `${JSON.stringify(reference)} is not the id or slug of ${kinds}${hint}`, near)
}
