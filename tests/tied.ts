import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, parse } from 'graphql'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { Graph } from '../src/model/graph.ts'
import { slot } from '../src/sql/build.ts'
import { addressOf, dbOf, openWriter } from './engine.ts'
import { writeGraph } from './made-graph.ts'

/** Their rows are found by what they tie. */
const withoutId = ['statement_about', 'position']

interface Said {
  readonly at?: number
  readonly review?: string
  readonly to?: string
  readonly via?: number
}

/** A graph in a file of its own: written by one connection, tie by tie, and read by another. */
export class Tied {
  readonly graph: Graph
  readonly statements: string[] = []
  readonly #writer: ReturnType<typeof openWriter>

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
    writeGraph(join(folder, 'graph.db'))
    this.#writer = openWriter(join(folder, 'graph.db'))
    this.#insert('source', { slug: 'report', title: 'A report', kind: 'REPORT' })
    this.graph = Graph.open(addressOf(join(folder, 'graph.db')))
    this.graph.engine.onStatement = (sql) => this.statements.push(sql)
    afterAll(() => {
      this.graph.engine.close()
      this.#writer.close()
      rmSync(folder, { recursive: true, force: true })
    })
  }

  actors(...slugs: string[]): this {
    for (const slug of slugs) this.#insert('actor', { id: this.#entity('ACTOR', slug), type: 'PERSON' })
    return this
  }

  /** Of `corps:TARGET` the role is TARGET; of a bare `corps` it is PARTY. */
  event(slug: string, when: number | null, ...participants: string[]): this {
    const event = this.#insert('event', {
      id: this.#entity('EVENT', slug),
      type: 'CONSULT',
      when_earliest: when,
    })
    for (const participant of participants) {
      const [actor = '', role = 'PARTY'] = participant.split(':')
      this.#insert('participation', { actor_id: this.#id(actor), event_id: event, role })
    }
    return this
  }

  place(slug: string): this {
    this.#insert('place', { id: this.#entity('PLACE', slug), precision: 'REGION' })
    return this
  }

  says(speaker: string, about: string, text: string, more: Said = {}): this {
    const speaker_id = this.#id(speaker)
    const said = { review: more.review ?? 'ACCEPTED', speaker_id }
    const statement_id = this.#statement(speaker, text, more)
    const order = { principal_id: speaker_id, said_order: more.at ?? null }
    const entity_id = this.#id(about)
    this.#insert('statement_about', { ...said, ...order, statement_id, entity_id })
    if (said.review === 'ACCEPTED') this.#count('speaks_about', { speaker_id, entity_id }, { statements: 1 })
    return this
  }

  /** Said to somebody, about nothing in particular. */
  tells(speaker: string, addressee: string, text: string, more: Said = {}): this {
    this.#statement(speaker, text, { ...more, to: addressee })
    return this
  }

  /** What the one said, as it is reported in the other's words. */
  quoted(speaker: string, via: string, text: string, more: Said & { viaReview?: string } = {}): this {
    const reporting = this.#statement(via, `${via} reports it.`, { review: more.viaReview ?? 'ACCEPTED' })
    const inner = this.#statement(speaker, text, { ...more, via: reporting })
    if (more.viaReview === undefined || more.viaReview === 'ACCEPTED')
      dbOf(this.#writer)
        .prepare('update statement set via_speaker_id = ? where id = ?')
        .run(this.#id(via), inner)
    return this
  }

  #statement(speaker: string, text: string, { at, review = 'ACCEPTED', to, via }: Said): number {
    const words = { source_id: 1, act: 'STATE', quote_type: 'INDIRECT', text, said_earliest: at ?? null }
    return this.#insert('statement', {
      ...{ review, speaker_id: this.#id(speaker), ...words },
      ...(to && { addressee_id: this.#id(to) }),
      ...(via && { via_id: via }),
    })
  }

  belongs(actor: string, organization: string): this {
    const [actor_id, organization_id] = [this.#id(actor), this.#id(organization)]
    this.#insert('affiliation', { actor_id, organization_id, role: 'MEMBER' })
    return this
  }

  /** Both affirm a claim of this name, or the first affirms what the other denies. */
  sides(one: string, other: string, claim: string, same: boolean): this {
    const claim_id = this.#insert('claim', { slug: claim, text: claim, kind: 'OTHER' })
    const [a_id, b_id] = [this.#id(one), this.#id(other)].sort((a, b) => a - b) as [number, number]
    const rest = { certainty: 'CERTAIN', statement_id: 0, changed: 0, claim_id }
    this.#insert('position', { actor_id: this.#id(one), stance: 'AFFIRMS', ...rest })
    this.#insert('position', { actor_id: this.#id(other), stance: same ? 'AFFIRMS' : 'DENIES', ...rest })
    this.#count('agreement', { a_id, b_id }, { agree: same ? 1 : 0, conflict: same ? 0 : 1 })
    return this
  }

  /** What GraphQL answers; the SQL that it took is in `statements`. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question.
  answer(document: string, variables: Record<string, unknown> = {}): any {
    const { data, errors } = this.ask(document, variables)
    if (errors) throw errors[0].originalError ?? errors[0]
    return data
  }

  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question.
  ask(document: string, variableValues: Record<string, unknown> = {}): any {
    this.statements.length = 0
    return execute({ schema, document: parse(document), variableValues, contextValue: { graph: this.graph } })
  }

  #entity(kind: string, slug: string): number {
    return this.#insert('entity', { kind, slug, name: slug })
  }

  #id(slug: string): number {
    return dbOf(this.#writer).prepare('select id from entity where slug = ?').pluck().get(slug) as number
  }

  /** Adds to the row with this key, or makes it. */
  #count(table: string, key: Record<string, number>, counts: Record<string, number>): void {
    const columns = Object.keys({ ...key, ...counts })
    const added = Object.keys(counts).map((name) => `${name} = ${table}.${name} + excluded.${name}`)
    dbOf(this.#writer)
      .prepare(
        `insert into ${table} (${columns}) values (${columns.map(() => '?')}) on conflict (${Object.keys(key)}) do update set ${added}`,
      )
      .run(...Object.values({ ...key, ...counts }))
  }

  #insert(table: string, row: Record<string, string | number | null>): number {
    const columns = Object.keys(row)
    const columnList = sql.join(columns.map((column) => sql.ref(column)))
    const insert = sql`insert into ${sql.table(table)} (${columnList}) values (${sql.join(columns.map((column) => slot(column)))})`
    if (!withoutId.includes(table)) return this.#writer.insertion(insert).run(row)
    this.#writer.command(insert).run(row)
    return 0
  }
}
