import type { Fetcher } from '@graphiql/toolkit'

/** Asks this server, and nobody else. */
export const ask: Fetcher = async ({ query, variables, operationName }, { headers } = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify({ query, variables, ...(isIn(query, operationName) && { operationName }) }),
  })
  return response.json()
}

/** For a moment after another tab has come to the front, GraphiQL still names the operation of the one before. */
const isIn = (query: string, operationName: string | null | undefined): boolean =>
  new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(query)
