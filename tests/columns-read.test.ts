import { parse } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { Executor } from '../src/api/run/executor.ts'
import { defaultLimits } from '../src/api/run/limits.ts'
import { schema } from '../src/api/schema.ts'
import { isOnPostgres } from './engine.ts'
import { type Answer, seed, worlds } from './graph-fixture.ts'

const { graph } = worlds().of(seed)
const executor = new Executor(schema, graph, { limits: defaultLimits, timeLimit: 60_000 })

afterEach(() => {
  graph.engine.onStatement = null
})

/** An operation as a server has it that is asked it again and again: the document is the very same. */
function asked(query: string) {
  const document = parse(query)
  return (variableValues = {}) => {
    const statements: string[] = []
    graph.engine.onStatement = (sql) => statements.push(sql)
    const answer = JSON.stringify(executor.run({ schema, document, variableValues }))
    return { answer, columns: statements.map(columnsOf), statements }
  }
}

/** The names of what a statement selects, as far as they are written in quotes. */
const columnsOf = (sql: string): string[] =>
  [...sql.slice(0, sql.search(/\bfrom\b/)).matchAll(/as "(\w+)"/g)].map(([, name = '']) => name)

// Across a network a row costs a way there and back, and a few columns more are nothing beside that.
describe.skipIf(isOnPostgres)(
  'in a file, a query that comes again reads the columns that it asks for, and no others',
  () => {
    it('of each level', () => {
      const ask = asked(
        '{ claims(first: 5) { nodes { text statements(first: 2) { nodes { act source { title } } } } } }',
      )
      const first = ask()
      expect(first.columns.map(({ length }) => length)).toEqual([16, 16, 16])
      expect([ask(), ask()].map(({ answer }) => answer)).toEqual([first.answer, first.answer])
      const last = ask()
      expect(last.answer).toBe(first.answer)
      expect(last.columns).toEqual([
        ['id', 'text'],
        ['id', 'sourceId', 'act', 'saidOrder', 'parent'],
        ['id', 'title'],
      ])
    })

    it('and of a mixed list no type, where nothing depends on it', () => {
      const ask = asked('{ statements(first: 5) { nodes { about { name } } } }')
      const typed = asked('{ statements(first: 5) { nodes { about { name __typename } } } }')
      for (const each of [ask, typed]) for (let time = 0; time < 3; time++) each()
      expect(ask().columns[1]).toEqual(['statementId', 'id', 'name'])
      expect(typed().columns[1]).toEqual(['statementId', 'node', 'id', 'name', 'type'])
    })

    it('and reads more where a later answer needs it', () => {
      const ask = asked(
        'query ($of: String!) { claims(filter: { text: $of }) { nodes { text object { name } } } }',
      )
      const of = (text: string) => ask({ of: text })
      const all = worlds().of(seed).ask('{ claims { nodes { text object { name } } } }').claims.nodes
      const words = (has: boolean): string[] =>
        all.flatMap((claim: { text: string; object: object | null }) =>
          (claim.object !== null) === has ? claim.text : [],
        )
      const [without = ''] = words(false)
      const [withOne = ''] = words(true)
      for (let time = 0; time < 3; time++) of(without)
      const wanted = all.filter(({ text }: { text: string }) => text === withOne)
      for (let time = 0; time < 4; time++)
        expect(JSON.parse(of(withOne).answer).data.claims.nodes).toEqual(expect.arrayContaining(wanted))
    })

    it('and none before there were rows to learn from', () => {
      const ask = asked(`query ($id: ID!) { claim(id: $id) {
      slug denies: positionPage(side: [DENIES]) { nodes { side actor { name } statement { act } } }
      relations { type claim { slug } } assessments { verdict } } }`)
      const { claims } = worlds().of(seed).ask('{ claims(first: 100) { nodes { slug } } }')
      const fields = '{ denies: positionPage(side: [DENIES]) { nodes { actor { name } } } }'
      const alone = (slug: string) =>
        worlds()
          .of(seed)
          .ask(`{ claim(id: "${slug}") ${fields} }`)
          .claim.denies.nodes.map(({ actor }: Answer) => actor.name)
      const names = (slug: string) =>
        JSON.parse(ask({ id: slug }).answer).data.claim.denies.nodes.map(({ actor }: Answer) => actor.name)
      const slugs: string[] = claims.nodes.map(({ slug }: Answer) => slug)
      const wanted = new Map(slugs.map((slug) => [slug, alone(slug)]))
      // Those of which nobody denies anything come first.
      slugs.sort((a, b) => (wanted.get(a)?.length ?? 0) - (wanted.get(b)?.length ?? 0))
      expect(wanted.get(slugs[0] ?? '')).toEqual([])
      for (const slug of [...slugs, ...slugs]) expect(names(slug)).toEqual(wanted.get(slug))
    })
  },
)
