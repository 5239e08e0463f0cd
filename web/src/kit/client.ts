import {
  type AnyVariables,
  Client,
  createRequest,
  fetchExchange,
  type GraphQLRequest,
  type OperationResult,
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
  const asked = changes
  const data = await askOnce(document, variables)
  // What was asked for before a change is out of date, however late it comes.
  if (asked === changes) keep(answerKey(document, variables), data)
  return data
}

/** The same for what nobody comes back to, such as the pages of a file. */
export async function askOnce<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): Promise<Data> {
  return answerOf(await client.executeQuery(requestOf(document, variables)).toPromise())
}

/** The client answers alike requests that are under way at the same time with one answer: not one of before a change. */
function requestOf<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): GraphQLRequest<Data, Variables & object> {
  const request = createRequest<Data, Variables & object>(textOf(document), variables)
  return { ...request, key: request.key + changes }
}

/**
 * The same over GET, for what stands around a page, such as who is signed in: it asks beside the page's own question,
 * which stays the first and only one that is posted.
 */
export async function askBeside<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): Promise<Data> {
  const asked = client.executeQuery(requestOf(document, variables), { preferGetMethod: 'force' })
  return answerOf(await asked.toPromise())
}

/** Has something changed. All that was answered before may be out of date then, and is asked for anew. */
export async function change<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
): Promise<Data> {
  const data = answerOf(
    await client.mutation<Data, Variables & object>(textOf(document), variables).toPromise(),
  )
  noteChange()
  return data
}

function answerOf<Data>({ data, error }: Pick<OperationResult<Data>, 'data' | 'error'>): Data {
  if (error || !data) throw problemOf(error)
  return data
}

/** How often something was changed. */
let changes = 0
const changeListeners = new Set<() => void>()

/** Tells all that is shown that the graph has changed, so that it is asked for anew. */
export function noteChange(): void {
  changes++
  kept.clear()
  for (const listener of changeListeners) listener()
}

/** Calls the listener after each change, until the function that is returned is called. */
export function onChange(listener: () => void): () => void {
  changeListeners.add(listener)
  return () => void changeListeners.delete(listener)
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
