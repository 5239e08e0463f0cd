import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { Allowed, Short } from '../kit/budget.ts'
import { type Measure, Measuring } from './measure.ts'

/** What an operation may ask for, and, as `Allowed` has it, what it may be given: what `cost` estimates, `rows` counts. */
export interface Limits extends Allowed {
  readonly depth: number
  readonly aliases: number
  /** How long an alias may be: it stands in the answer once for each object. */
  readonly aliasLength: number
  readonly tokens: number
  readonly cost: number
  /** How many values a list may have that is given, be it in the document or in a variable. */
  readonly values: number
  /** How deep lists and objects of such values may stand in each other. */
  readonly nesting: number
}

export const defaultLimits: Limits = {
  depth: 15,
  aliases: 100,
  aliasLength: 200,
  tokens: 5_000,
  cost: 100_000,
  values: 1_000,
  nesting: 20,
  rows: 250_000,
  characters: 16_000_000,
  errors: 100,
}

/** A request that is refused as a whole: 400, unless the client only knows application/json. */
export const refusedRequest = { spec: true, status: 400 }

/** Measures operations and refuses those that ask for too much. One operation with one cost is measured once. */
export class Limiter {
  readonly #schema: GraphQLSchema
  readonly #limits: Limits
  readonly #measured = new WeakMap<OperationDefinitionNode, Measure>()

  constructor(schema: GraphQLSchema, limits: Limits) {
    this.#schema = schema
    this.#limits = limits
  }

  measure(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Measure {
    const known = this.#measured.get(operation)
    if (known) return known
    const measuring = new Measuring(this.#schema, document, operation, variables)
    const measure = measuring.measure()
    if (!measuring.dependsOnVariables) this.#measured.set(operation, measure)
    return measure
  }

  /** What a measured operation is refused for, if it is. */
  refusal(measure: Measure): GraphQLError | null {
    const { depth, aliases, cost } = this.#limits
    if (measure.depth > depth)
      return limitError('DEPTH_LIMIT', `The query is ${measure.depth} fields deep; ${depth} are allowed.`, {
        depth: measure.depth,
        allowed: depth,
      })
    if (measure.aliases > aliases)
      return limitError(
        'ALIAS_LIMIT',
        `The query has ${count(measure.aliases)} aliases; ${aliases} are allowed.`,
        {
          aliases: measure.aliases,
          allowed: aliases,
        },
      )
    return measure.cost > cost ? costError(measure, cost) : null
  }
}

function costError(measure: Measure, allowed: number): GraphQLError {
  const field = measure.dearest?.join('.')
  const advice = field ? ` The dearest field is ${field}: ask for fewer there, or in several requests.` : ''
  return limitError(
    'COST_LIMIT',
    `The query costs ${count(measure.cost)}; ${count(allowed)} is allowed.${advice}`,
    {
      cost: measure.cost,
      allowed,
      ...(field && { field }),
    },
  )
}

/** What an answer is refused for that grew too large while it was made. */
export const sizeError = (limits: Limits, short: Short): GraphQLError =>
  limitError(
    'COST_LIMIT',
    `The answer holds more than ${count(limits[short])} ${short}. Ask for fewer, or in several requests.`,
    { allowed: limits[short] },
  )

export const limitError = (
  code: string,
  message: string,
  detail: Readonly<Record<string, unknown>>,
): GraphQLError => new GraphQLError(message, { extensions: { code, ...detail, http: refusedRequest } })

export const count = (value: number): string => value.toLocaleString('en')
