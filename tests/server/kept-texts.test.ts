import { type DocumentNode, type ExecutionResult, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import type { Asker } from '../../src/model/users/asker.ts'
import { answerText } from '../../src/server/answer-text.ts'
import { KeptTexts } from '../../src/server/kept-texts.ts'
import { dbOf } from '../engine.ts'
import { worlds } from '../graph-fixture.ts'
import { fill } from '../synthetic.ts'

const world = worlds().empty()
fill(world, 20)
world.reopen()
const { graph, writer } = world

const executor = new Executor(schema, graph, { limits: defaultLimits, timeLimit: 60_000 })
const claims = parse(
  'query ($text: String) { claims(filter: { text: $text }) { nodes { text event { id } } } }',
)
const editor: Asker = { id: 1, name: 'eve', role: 'EDITOR' }

/** Answers, and how many of them had to be worked out. */
class Asking {
  readonly #kept = new KeptTexts(graph.engine)
  worked = 0

  async text(document: DocumentNode, variableValues = {}, user: Asker | null = null): Promise<string> {
    const args = { schema, document, variableValues }
    const answer = (): ExecutionResult | Promise<ExecutionResult> => {
      this.worked++
      return executor.run(args, { user })
    }
    return answerText(await this.#kept.of(args, user, answer))
  }

  /** How often a question is worked out that is asked so many times. */
  async worksFor(times: number, ...asked: Parameters<Asking['text']>): Promise<number> {
    const before = this.worked
    for (let time = 0; time < times; time++) await this.text(...asked)
    return this.worked - before
  }
}

const rename = (name: string): void => {
  writer.transaction(() => {
    dbOf(writer).prepare('update claim set text = ? where id = (select min(id) from claim)').run(name)
  })
}

describe('an answer that is asked for again', () => {
  it('is worked out twice, and kept from then on as graphql-js has it', async () => {
    const asking = new Asking()
    const texts = [
      await asking.text(claims),
      await asking.text(claims),
      await asking.text(claims),
      await asking.text(claims),
    ]
    expect(asking.worked).toBe(2)
    const own = answerText(await executor.run({ schema, document: claims }))
    expect(new Set(texts)).toEqual(new Set([own]))
  })

  it('is forgotten as soon as anybody has written', async () => {
    const asking = new Asking()
    expect(await asking.worksFor(5, claims)).toBe(2)
    for (const name of ['Bridge one', 'Bridge two']) {
      rename(name)
      expect(await asking.text(claims)).toContain(name)
      expect(await asking.worksFor(3, claims)).toBe(0)
    }
  })

  it('is not kept where its parts may be of two states, as when a replica was lost and another is behind', async () => {
    const told = ['new', 'behind', 'new', 'new', 'new', 'new']
    const kept = new KeptTexts({ committedState: () => told.shift() ?? null })
    const answered = (text: string) =>
      kept.of({ schema, document: claims }, null, () => ({ data: { text } })).then(answerText)
    await answered('first asked')
    expect(await answered('read from the one behind')).toContain('behind')
    expect(await answered('read from the new one')).toContain('new one')
    expect(await answered('not asked for')).toContain('new one')
  })

  it('is another one for other variables, another document and another asker', async () => {
    const asking = new Asking()
    await asking.worksFor(3, claims)
    expect(await asking.worksFor(3, claims, { text: 'bridge' })).toBe(2)
    expect(await asking.worksFor(3, claims, {}, editor)).toBe(2)
    expect(await asking.worksFor(3, claims, {}, { ...editor, role: 'ADMIN' })).toBe(2)
    expect(await asking.worksFor(3, parse('{ claims(first: 1) { nodes { id } } }'))).toBe(2)
    expect(await asking.worksFor(3, claims)).toBe(0)
  })

  it.each([
    ['takes a single statement', '{ claim(id: "claim-1") { id text } }', {}],
    ['has failed', '{ claims(first: 501) { nodes { id } } }', {}],
    [
      'was asked for with very long values',
      'query ($text: String) { claims(filter: { text: $text }) { nodes { id } } }',
      { text: 'x'.repeat(1_000) },
    ],
  ])('is worked out anew where it %s', async (_, query, variables) => {
    expect(await new Asking().worksFor(4, parse(query), variables)).toBe(4)
  })
})
