import { type DocumentNode, type ExecutionResult, parse } from 'graphql'
import type { Graph } from '../model/graph.ts'
import { atOnce } from '../sql/engine.ts'
import { LARGEST_PAGE } from '../sql/page.ts'
import { UserError } from '../values/errors.ts'
import { parseId } from '../values/id.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import type { Section } from '../values/node-kinds.ts'
import { type ListVariables, listArguments } from './list-filter.ts'
import { Executor } from './run/executor.ts'
import { defaultLimits } from './run/limits.ts'
import { schema } from './schema.ts'

/** Milliseconds that one page of a list may take. */
const LONGEST_PAGE = 60_000

interface KeysPage {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/**
 * The keys of all nodes that a list of the API has, page by page in its order: what the API refuses of a filter, this refuses
 * in the same words.
 */
export function* listedKeys(graph: Graph, section: Section, variables: ListVariables): Generator<number[]> {
  const executor = new Executor(schema, graph, { limits: defaultLimits, timeLimit: LONGEST_PAGE })
  const document = listQuery(section)
  for (let after: string | null = null; ; ) {
    const page = pageOf(
      atOnce(executor.run({ schema, document, variableValues: { ...variables, after } })),
      section,
    )
    if (page.nodes.length > 0) yield page.nodes.map(({ id }) => parseId(id)?.key ?? 0)
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor
  }
}

function listQuery(section: Section): DocumentNode {
  const own = listArguments(section)
  const given = own.map(({ name, type }) => `$${name}: ${String(type)}, `).join('')
  const passed = own.map(({ name }) => `${name}: $${name}, `).join('')
  return parse(`query Listed(${given}$after: String) {
    list: ${section}(${passed}first: ${LARGEST_PAGE}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  }`)
}

function pageOf({ data, errors }: ExecutionResult, section: Section): KeysPage {
  const [error] = errors ?? []
  if (error)
    throw new UserError(error.message.replace(/^Variable "\$(filter|orderBy)" /, `The filter of ${section} `))
  const list = isObjectLike(data) ? data.list : undefined
  if (!isObjectLike(list)) throw new Error(`The list of ${section} gave no answer.`)
  return list as unknown as KeysPage
}
