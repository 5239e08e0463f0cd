import { expect, test } from 'vitest'
import { ask, startServer } from './fixture.ts'

const { url, lines } = await startServer({ timeLimit: 200 })
const errorOf = async (query: string, variables?: unknown) => (await ask(url, query, variables)).errors?.[0]

// The first run of a document is graphql-js's, the later ones are compiled: both must fail alike.
const runs = [1, 2, 3]

test.each(runs)('what the caller got wrong has a code and the path of the argument (run %i)', async () => {
  expect(await errorOf('{ hello  wrong }')).toMatchObject({
    message: 'That is wrong.',
    path: ['wrong'],
    locations: [{ line: 1, column: 10 }],
    extensions: { code: 'BAD_USER_INPUT', argument: ['first'] },
  })
})

test.each(runs)('an unknown slug suggests the nearest (run %i)', async () => {
  expect(await errorOf('{ hello missing }')).toMatchObject({
    message: 'There is no actor "rusia". Did you mean russia?',
    extensions: { code: 'NOT_FOUND', nearest: ['russia'], argument: ['filter', 'about', 0] },
  })
})

test.each(runs)(
  'an unknown error is masked, and logged under the id that the caller was told (run %i)',
  async () => {
    const error = await errorOf('{ hello\nbroken }')
    expect(error).toMatchObject({
      message: 'Unexpected error',
      path: ['broken'],
      locations: [{ line: 2, column: 1 }],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    })
    expect(JSON.stringify(error)).not.toContain('secret')
    const line = lines.find(({ id }) => id === error?.extensions.id) as {
      err: { message: string; stack: string }
    }
    expect(line.err.message).toBe('the secret plan')
    expect(line.err.stack).toContain('fixture.ts')
  },
)

test.each(runs)('an error that has a code keeps it (run %i)', async () => {
  expect(await errorOf('{ hello coded }')).toMatchObject({
    message: 'Not for you',
    extensions: { code: 'FORBIDDEN' },
  })
})

test.each(runs)('a query that never ends is interrupted, and the server lives on (run %i)', async () => {
  expect(await errorOf('{ endless }')).toMatchObject({ path: ['endless'], extensions: { code: 'TIMEOUT' } })
  expect((await ask(url, '{ hello }')).data).toEqual({ hello: 'Hello world' })
})

test('a query that is no GraphQL says where', async () => {
  expect(await ask(url, '{ hello')).toMatchObject({
    status: 400,
    errors: [{ locations: [{ line: 1, column: 8 }], extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
  })
})

test('a query that the schema does not know is refused', async () => {
  expect(await ask(url, '{ hallo }')).toMatchObject({
    status: 400,
    errors: [{ message: /Did you mean "hello"/, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  })
})

test.each(runs)("a variable of the wrong type is the caller's mistake (run %i)", async () => {
  const query = 'query($n: Int!) { things(first: $n) { totalCount } }'
  expect(await ask(url, query, { n: 'many' })).toMatchObject({
    status: 400,
    errors: [{ message: /\$n/, extensions: { code: 'BAD_USER_INPUT' } }],
  })
})

test('two operations need a name', async () => {
  expect(await errorOf('query a { hello } query b { hello }')).toMatchObject({
    extensions: { code: expect.stringMatching(/OPERATION_RESOLUTION_FAILURE|BAD_USER_INPUT/) },
  })
})
