import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ParseOptions,
  parse,
  type Source,
} from 'graphql'
import { type Measure, Measuring } from './measure.ts'

export interface Limits {
  readonly depth: number
  readonly aliases: number
  readonly tokens: number
  readonly cost: number
  /** How many rows an operation may be given in lists. What `cost` estimates, this counts. */
  readonly rows: number
}

export const defaultLimits: Limits = { depth: 15, aliases: 100, tokens: 5_000, cost: 100_000, rows: 250_000 }

/** A request that is refused as a whole: 400, unless the client only knows application/json. */
export const refused = { spec: true, status: 400 }

/** Parses with the limit of tokens kept by the parser itself, so that a huge document is not read to its end. */
export function parseWithin(limits: Limits, source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens })
  } catch (error) {
    // The parser has no other sign for it.
    if (!(error instanceof GraphQLError) || !/^Syntax Error: Document contains more/.test(error.message))
      throw error
    throw limitError('TOKEN_LIMIT', `The query is longer than ${count(limits.tokens)} tokens.`, {
      allowed: limits.tokens,
    })
  }
}

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

export const rowsError = (allowed: number): GraphQLError =>
  limitError(
    'COST_LIMIT',
    `The answer holds more than ${count(allowed)} rows. Ask for fewer, or in several requests.`,
    { allowed },
  )

const limitError = (code: string, message: string, detail: Readonly<Record<string, unknown>>): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...detail, http: refused } })

const count = (value: number): string => value.toLocaleString('en')
