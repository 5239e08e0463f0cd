import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExecutionResult, execute, GraphQLError, parse, validate } from 'graphql'
import { afterAll } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { Graph } from '../src/model/graph.ts'
import { anImport } from '../src/model/history/journal.ts'
import { transact } from '../src/model/transact.ts'
import type { Writers } from '../src/model/writers.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { UserError } from '../src/values/errors.ts'
import { addressOf, openWriter } from './engine.ts'
import { folder } from './graph.ts'
import { writeGraph } from './made-graph.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its document, which no type here knows.
export type Answer = any

const dossier = (name: string): string => new URL(`./dossiers/${name}`, import.meta.url).pathname
export const seed = new URL('../seed/belgorod.yaml', import.meta.url).pathname
export const dispute = dossier('dispute.yaml')
export const everyField = dossier('every-field.yaml')

/** A graph in a file of its own, with the connection that writes it and the readers that the API asks. */
export class World {
  readonly writer: ImmediateEngine
  readonly #file: string
  #graph: Graph

  constructor(file: string) {
    this.#file = file
    this.writer = openWriter(file)
    this.#graph = Graph.open(addressOf(file))
  }

  get graph(): Graph {
    return this.#graph
  }

  /** With a new reader, which knows of new statistics. */
  reopen(): void {
    this.#graph.engine.close()
    this.#graph = Graph.open(addressOf(this.#file))
  }

  write<T>(work: (writers: Writers) => T): T {
    return transact(this.writer, anImport, work)
  }

  /** The data that answers a document; throws what a resolver threw. */
  ask(document: string, variables: Record<string, unknown> = {}): Answer {
    const result = this.result(document, variables)
    if (result.errors) throw result.errors[0]?.originalError ?? result.errors[0]
    return result.data
  }

  /** What the caller is told to have got wrong. */
  refusal(document: string, variables: Record<string, unknown> = {}): UserError {
    const cause = this.result(document, variables).errors?.[0]
    if (cause?.originalError instanceof UserError) return cause.originalError
    throw cause ?? new Error(`Nothing is wrong with ${document}`)
  }

  result(document: string, variables: Record<string, unknown> = {}): ExecutionResult {
    return run(this.graph, document, variables)
  }

  close(): void {
    this.graph.engine.close()
    this.writer.close()
  }
}

export function run(graph: Graph, text: string, variables: Record<string, unknown> = {}): ExecutionResult {
  const document = parse(text)
  const errors = validate(schema, document)
  if (errors.length > 0) throw new GraphQLError(errors.map(({ message }) => message).join('\n'))
  const result = execute({ schema, document, variableValues: variables, contextValue: { graph } })
  if (result instanceof Promise) throw new Error('SQLite answers at once, and nothing in between may wait.')
  // Through JSON, as a client gets it: graphql-js makes objects without a prototype.
  return { ...result, data: result.data && JSON.parse(JSON.stringify(result.data)) }
}

/** Makes worlds for one test file; they are closed and gone when its tests are done. */
export function worlds() {
  const path = folder()
  const made: World[] = []
  afterAll(() => {
    for (const world of made) world.close()
  })
  const of = (...dossiers: string[]): World => {
    const file = join(path, `world-${made.length}.db`)
    writeGraph(file, dossiers)
    const world = new World(file)
    made.push(world)
    return world
  }
  const empty = (): World => of()
  return { empty, of }
}

export const question = (name: string): string =>
  readFileSync(new URL(`../schema/questions/${name}.graphql`, import.meta.url), 'utf8')

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
