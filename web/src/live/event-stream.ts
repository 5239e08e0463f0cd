import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { textOf } from '../kit/client.ts'

/**
 * What a subscription tells, over server-sent events. A connection that is lost is made anew by the browser, with the same
 * `since`, so that what came may come again. The function that is returned ends it.
 */
export function listenTo<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & object,
  heard: (data: Data) => void,
): () => void {
  const asked = new URLSearchParams({ query: textOf(document), variables: JSON.stringify(variables) })
  const stream = new EventSource(`/graphql?${asked}`)
  stream.addEventListener('next', ({ data: text }) => {
    const { data, errors } = JSON.parse(text)
    if (data) heard(data)
    // What is refused once is refused again; who was only too slow begins anew.
    else if (errors?.[0]?.extensions?.code !== 'SLOW_READER') stream.close()
  })
  return () => stream.close()
}
