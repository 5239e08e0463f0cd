import { getIntrospectionQuery, type IntrospectionOptions, parse } from 'graphql'
import { expect, test } from 'vitest'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { upTo, worlds } from '../graph-fixture.ts'
import { ask, startServer } from './fixture.ts'

const { graph } = worlds().empty()
const { url } = await startServer({ schema, graph })

const every: IntrospectionOptions = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
}

test.each<[string, IntrospectionOptions]>([
  ['all that can be asked', every],
  ['what is asked by default', {}],
  ['without descriptions', { descriptions: false }],
])('tools can ask for the schema: %s', async (_, options) => {
  for (const _ of upTo(3)) {
    const { data, errors } = await ask(url, getIntrospectionQuery(options))
    expect(errors).toBeUndefined()
    expect(data).toHaveProperty('__schema.types.length', Object.keys(schema.getTypeMap()).length)
  }
})

const whole = 'types { name fields { name args { name type { name } } type { name } } }'
test.each([
  [
    'a hundred times',
    `{ ${upTo(100).map((n) => `a${n}: __schema { ...S }`)} } fragment S on __Schema { ${whole} }`,
  ],
  ['its types ninety times', `{ __schema { ${upTo(90).map((n) => `a${n}: ${whole}`)} } }`],
  [
    'a type a hundred times',
    `{ ${upTo(100).map((n) => `a${n}: __type(name: "Query") { ...T }`)} } fragment T on __Type { possibleTypes { name } fields { name args { name type { ofType { ofType { name } } } } type { fields { name args { name type { name } } } } } }`,
  ],
])('the schema is not handed out again and again: %s', async (_, query) => {
  const { status, errors } = await ask(url, query)
  expect(status).toBe(400)
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['COST_LIMIT'])
})

test('what is asked of the schema is never compiled', () => {
  const executor = new Executor(schema, graph, { limits: defaultLimits, timeLimit: 5_000 })
  const made: boolean[] = []
  executor.onAnswer = (isCompiled) => made.push(isCompiled)
  const document = parse('{ ...S stats { claims } } fragment S on Query { __type(name: "Query") { name } }')
  for (const _ of upTo(5)) executor.run({ schema, document })
  expect(made).toEqual([false, false, false, false, false])
})
