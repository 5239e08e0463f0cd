import {
  type AnyVariables,
  Client,
  fetchExchange,
  stringifyDocument,
  type TypedDocumentNode,
} from '@urql/core'
import { nameLanguage } from './name-language.ts'
import { namesIn, type QueryNode } from './names-in.ts'
import { problemOf } from './problem.ts'

/** No cache exchange: it would rewrite queries, and GraphiQL is to open the very query that was made. */
const client = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false })

const KEPT_ANSWERS = 30
const kept = new Map<string, unknown>()

/** The query as it is sent. */
export const textOf = (document: QueryNode): string =>
  stringifyDocument(namesIn(document, nameLanguage()) as TypedDocumentNode)

const answerKey = (document: QueryNode, variables: object): string =>
  textOf(document) + JSON.stringify(variables)

/** What was answered lately, for going back without waiting. */
export const remembered = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): Data | undefined => kept.get(answerKey(document, variables)) as Data | undefined

/** Asks the server; fails with a Problem that a page can show. */
export async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): Promise<Data> {
  const data = await askOnce(document, variables)
  keep(answerKey(document, variables), data)
  return data
}

/** The same for what nobody comes back to, such as the pages of a file. */
export async function askOnce<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): Promise<Data> {
  const { data, error } = await client
    .query<Data, Variables & object>(textOf(document), variables)
    .toPromise()
  if (error || !data) throw problemOf(error)
  return data
}

function keep(key: string, data: unknown): void {
  kept.delete(key)
  kept.set(key, data)
  const oldest = kept.keys().next()
  if (kept.size > KEPT_ANSWERS && !oldest.done) kept.delete(oldest.value)
}

/**
 * The same query in GraphiQL, variables filled in. What stands behind a `#` is not sent: it is for variables that no log
 * should hold, and that are longer than an address which is sent may be.
 */
export function graphiqlLink(document: QueryNode, variables: object, mark: '?' | '#' = '?'): string {
  const search = new URLSearchParams({
    query: textOf(document),
    variables: JSON.stringify(variables, null, 2),
  })
  return `/graphql${mark}${search}`
}
