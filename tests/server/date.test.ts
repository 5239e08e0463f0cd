import { expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { ask, startServer } from './fixture.ts'

const { url } = await startServer({ schema })
const query = 'query ($d: EDTF) { timeline(from: $d, first: 1) { totalCount } }'

// The first run of a document is graphql-js's, the later ones are compiled: both must fail alike.
const runs = [1, 2, 3]

test.each(runs)('a variable that is no date is refused as any wrong variable is (run %i)', async (run) => {
  // A good one first, so that the document is compiled.
  if (run > 1) expect((await ask(url, query, { d: '2023-02' })).status).toBe(200)
  const answer = await ask(url, query, { d: '2023-02-30' })
  expect(answer).toMatchObject({
    status: 400,
    errors: [{ locations: [{ line: 1, column: 8 }], extensions: { code: 'BAD_USER_INPUT' } }],
  })
  expect(answer.errors?.[0]?.message).toContain('"2023-02-30" is not an EDTF date')
  expect(answer).not.toHaveProperty('data')
})

test.each(runs)('a date that is written wrong in the query says where (run %i)', async () => {
  const answer = await ask(url, '{ timeline(from: "yesterday", first: 1) { totalCount } }')
  expect(answer).toMatchObject({
    status: 400,
    errors: [{ locations: [{ line: 1, column: 18 }], extensions: { code: 'BAD_USER_INPUT' } }],
  })
  expect(answer.errors?.[0]?.message).toContain('"yesterday" is not an EDTF date')
})

test('a number is no date either', async () => {
  expect(await ask(url, '{ timeline(from: 2023, first: 1) { totalCount } }')).toMatchObject({
    status: 400,
    errors: [{ locations: [{ line: 1, column: 18 }], extensions: { code: 'BAD_USER_INPUT' } }],
  })
})
