import { expect, it } from 'vitest'
import { schema } from '../../src/schema.ts'
import { ask, startServer } from './fixture.ts'

const { url } = await startServer({ schema })

it('answers again and again where a variable is of an input that holds itself', async () => {
  const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
  for (const filter of [{}, { not: { stance: ['DENIES'] } }, { not: { not: { stance: ['DENIES'] } } }])
    expect(await ask(url, query, { filter })).toMatchObject({
      status: 200,
      data: { statements: { totalCount: 0 } },
    })
})

it('answers again and again where a variable that must not be null has a default', async () => {
  const query = 'query ($first: Int! = 3) { statements(first: $first) { totalCount } }'
  for (const variables of [{}, {}, { first: 1 }, {}])
    expect(await ask(url, query, variables)).toMatchObject({
      status: 200,
      data: { statements: { totalCount: 0 } },
    })
})
