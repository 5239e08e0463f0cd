import { CombinedError } from '@urql/core'
import { GraphQLError } from 'graphql'
import { expect, it } from 'vitest'
import { problemOf } from '../../web/src/kit/problem.ts'

it.each([
  ['Variable "$from" got invalid value "once"; "once" is not a date.', '"once" is not a date.'],
  ['Variable "$n" got invalid value 1.5 at "n[0]"; Int cannot represent it.', 'Int cannot represent it.'],
  [
    'Variable "$id" of required type "ID!" was not provided.',
    'Variable "$id" of required type "ID!" was not provided.',
  ],
  ['first must be at most 500; 501 were asked for.', 'first must be at most 500; 501 were asked for.'],
])('a page says why a value is wrong, and nothing of variables: %s', (message, shown) => {
  const error = new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
  expect(problemOf(new CombinedError({ graphQLErrors: [error] }))).toMatchObject({
    kind: 'refused',
    message: shown,
  })
})
