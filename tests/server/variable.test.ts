import { expect, it } from 'vitest'
import { schema } from '../../src/api/schema.ts'
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

it.each([
  [
    'query ($n: Int) { claims(first: $n) { totalCount } }',
    { n: 1.5 },
    'Int cannot represent non-integer value: 1.5',
  ],
  ['query ($id: ID!) { claim(id: $id) { slug } }', { id: true }, 'ID cannot represent value: true'],
  [
    'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }',
    { f: { stance: ['NO'] } },
    'does not exist in "Stance" enum.',
  ],
  [
    'query ($d: EDTF) { claims { nodes { standing(asOf: $d) } } }',
    { d: 'once' },
    '"once" is not an EDTF date',
  ],
])('says which variable is wrong, and why, each time: %s', async (query, variables, why) => {
  for (const _ of [1, 2, 3]) {
    const { status, errors } = await ask(url, query, variables)
    expect(status).toBe(400)
    expect(errors?.[0]?.message).toMatch(/^Variable "\$\w+" got invalid value /)
    expect(errors?.[0]?.message).toContain(why)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
  }
})
