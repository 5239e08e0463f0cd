import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parse, validate } from 'graphql'
import { afterAll, expect, test } from 'vitest'
import { syntheticGraph } from '../bench/generate.ts'
import { type Contender, cannot } from '../bench/peers/contenders.ts'
import { comparable, compareAnswers } from '../bench/peers/measure/answers.ts'
import { eightQuestions } from '../bench/peers/questions.ts'
import { hearsay } from '../bench/server/hearsay.ts'
import { limit } from '../bench/server/limit.ts'
import { naive } from '../bench/server/naive.ts'
import { schema } from '../src/api/schema.ts'
import { openReadConnection } from '../src/sql/sqlite/connection.ts'
import { folder } from './graph.ts'

const path = syntheticGraph({ statements: 1_500, seed: 1 }, join(folder(), 'graph.db'))
const { db } = openReadConnection(path)
afterAll(() => db.close())

/** The first few of what the bench asks. */
const questions = eightQuestions(db).map((question) => ({
  ...question,
  variables: question.variables.slice(0, 4),
}))

test('each question that Hearsay and its peers are asked is one to our schema', () => {
  expect(questions.map(({ name }) => name)).toEqual(
    'Q1 Q2 Q3 Search Contested Positions Matrix Way'.split(' '),
  )
  for (const { query } of questions) expect(validate(schema, parse(query))).toEqual([])
})

const contestants = await Promise.all([
  contestant('naive', naive(path)),
  contestant('limit', limit(path)),
  contestant('hearsay', hearsay(path)),
])

test.each(questions)('$name is answered alike by naive resolvers, by one statement, and by us', (question) =>
  compareAnswers(
    db,
    question,
    contestants.filter(({ name }) => cannot[name]?.[question.name] === undefined),
  ),
)

test('of ways that are equally short any is right, and none that takes a step between strangers', () => {
  const tied = db
    .prepare(
      `select 'actor_' || a.id as id, a.name as name, lower(b.kind) || '_' || b.id as other, b.name as otherName
        from speaks_about join entity a on a.id = speaker_id join entity b on b.id = entity_id where a.id <> b.id`,
    )
    .get() as Record<'id' | 'name' | 'other' | 'otherName', string>
  const [from, to] = [
    { id: tied.id, name: tied.name },
    { id: tied.other, name: tied.otherName },
  ]
  const told = (...nodes: readonly { id: string; name: string }[]) =>
    comparable(db, 'Way', { from: from.id, to: to.id }, { paths: [{ length: 1, nodes }] })
  expect(told(from, to)).toEqual([{ length: 1, isWay: true }])
  expect(told(to, from)).toEqual([{ length: 1, isWay: false }])
  expect(told(from, from)).toEqual([{ length: 1, isWay: false }])
  expect(told(from, { ...to, name: 'Somebody else' })).toEqual([{ length: 1, isWay: false }])
})

async function contestant(name: Contender, listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    name,
    urls: [`http://127.0.0.1:${port}`] as const,
    asked: <T>(question: T) => question,
    translated: (_: unknown, data: unknown) => data,
  }
}
