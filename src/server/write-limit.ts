import { type DocumentNode, type GraphQLError, getOperationAST, Kind, type SelectionSetNode } from 'graphql'
import type { Asker } from '../model/users/asker.ts'
import { type Rate, RateLimit } from './rate-limit.ts'
import { tooOften } from './refusal.ts'

/** So many mutations of one user in a minute: more than twice as many as a busy program needs. */
const MUTATIONS: Rate = { most: 30_000, within: 60_000 }

const TOO_MUCH =
  'You have written more than a user may in so short a time: record writes many nodes with one mutation. Go on'

/** Bounds how much each user writes, counting each mutation of a document that has several. */
export class WriteLimit {
  readonly #limit: RateLimit

  constructor(rate: Rate = MUTATIONS) {
    this.#limit = new RateLimit(rate)
  }

  /** The refusal of a document that writes more than its user may for now; null for all others. */
  refusal(
    document: DocumentNode,
    operationName: string | null | undefined,
    user: Asker,
  ): GraphQLError | null {
    const operation = getOperationAST(document, operationName)
    if (operation?.operation !== 'mutation') return null
    const wait = this.#limit.count(user.id ?? user.name, fieldCount(document, operation.selectionSet))
    return wait === null ? null : tooOften(TOO_MUCH, wait).toGraphQLError()
  }
}

/** How many fields stand at the root, in fragments too. A fragment that is spread twice is done once. */
function fieldCount(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  counted = new Set<string>(),
): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return count + fieldCount(document, selection.selectionSet, counted)
    const name = selection.name.value
    if (counted.has(name)) return count
    counted.add(name)
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
    )
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? count + fieldCount(document, fragment.selectionSet, counted)
      : count
  }, 0)
}
