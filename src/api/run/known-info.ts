import type {
  FieldNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
} from 'graphql'
import { leave } from './run.ts'

/** What is the same for all fields of an operation. */
export type Whole = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'operation'>

/**
 * What a resolver is told of its place, as far as that is the same in every run and for every object. A resolver that
 * asks for more, which none of ours does, leaves the answer to graphql-js.
 */
export class KnownInfo implements GraphQLResolveInfo {
  readonly fieldName: string
  readonly fieldNodes: readonly FieldNode[]
  readonly returnType: GraphQLOutputType
  readonly parentType: GraphQLObjectType
  readonly #whole: Whole

  constructor(
    whole: Whole,
    parentType: GraphQLObjectType,
    { name, type }: GraphQLField<unknown, unknown>,
    fieldNodes: readonly FieldNode[],
  ) {
    this.#whole = whole
    this.fieldName = name
    this.fieldNodes = fieldNodes
    this.returnType = type
    this.parentType = parentType
  }

  get schema() {
    return this.#whole.schema
  }

  get fragments() {
    return this.#whole.fragments
  }

  get operation() {
    return this.#whole.operation
  }

  get path() {
    return leave()
  }

  get rootValue() {
    return leave()
  }

  get variableValues() {
    return leave()
  }
}
