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
