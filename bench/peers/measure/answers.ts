import assert from 'node:assert/strict'
import type { Database } from 'better-sqlite3'
import type { Question } from '../../question.ts'
import type { Contestant } from '../contenders.ts'

export const headers = { 'content-type': 'application/json' }

/** What is sent, one for each of the question's variables. */
export const bodies = ({ name, query, variables }: Question): string[] =>
  variables.map((values) => JSON.stringify({ operationName: name, query, variables: values }))

export async function ask(url: string, body: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown }
  assert(data && !errors, JSON.stringify(errors ?? response.status))
  return data
}

/** Whoever answers something else may well be faster: all answers are compared with those of the last. */
export async function compareAnswers(
  db: Database,
  question: Question,
  contestants: readonly Pick<Contestant, 'name' | 'urls' | 'asked' | 'translated'>[],
): Promise<void> {
  const asked = contestants.map((contestant) => ({ contestant, sent: bodies(contestant.asked(question)) }))
  for (const [nth, variables] of question.variables.entries()) {
    const answers: unknown[] = []
    for (const { contestant, sent } of asked) {
      const data = contestant.translated(question, await ask(urlInTurn(contestant, nth), sent[nth] ?? ''))
      answers.push(comparable(db, question.name, variables, data))
    }
    for (const [index, { name }] of contestants.entries())
      assert.deepEqual(
        answers[index],
        answers.at(-1),
        `${question.name} ${JSON.stringify(variables)}: ${name} answers otherwise`,
      )
  }
}

/** Of several processes each is asked. */
const urlInTurn = ({ urls }: Pick<Contestant, 'urls'>, nth: number): string =>
  urls[nth % urls.length] ?? urls[0]

interface Way {
  readonly length: number
  readonly nodes: readonly { readonly id: string; readonly name: string }[]
}

/** Of ways that are equally short any is right, so that one is compared by its length, and by whether it is one. */
export function comparable(
  db: Database,
  name: string,
  { from, to }: Question['variables'][number],
  data: unknown,
): unknown {
  if (name !== 'Way') return data
  const { paths } = data as { paths: readonly Way[] }
  return paths.map(({ length, nodes }) => {
    const leads = nodes[0]?.id === from && nodes.at(-1)?.id === to && nodes.length === length + 1
    return { length, isWay: leads && areTied(db, nodes) }
  })
}

function areTied(db: Database, nodes: Way['nodes']): boolean {
  const named = db.prepare(`select 1 from entity where lower(kind) || '_' || id = ? and name = ?`).pluck()
  const tied = db.prepare(
    `select 1 from speaks_about where (speaker_id, entity_id) in ((@a, @b), (@b, @a))
      union all select 1 from affiliation where (actor_id, organization_id) in ((@a, @b), (@b, @a))`,
  )
  const keys = nodes.map(({ id }) => Number(id.replace(/^\w+_/, '')))
  return (
    nodes.every(({ id, name }) => named.get(id, name) === 1) &&
    keys.slice(1).every((b, nth) => tied.get({ a: keys[nth], b }) !== undefined)
  )
}
