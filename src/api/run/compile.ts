import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql'
import { presentValue } from '../kit/batch.ts'
import type { Context } from '../kit/builder.ts'
import {
  answerOf,
  type Complete,
  completeLeaf,
  completeList,
  type Field,
  leave,
  leaveUnlessPlain,
} from './complete.ts'
import { KnownInfo, type Whole } from './known-info.ts'
import { resolverOf } from './metered.ts'
import { fieldsOf, type Scope, type Variables } from './selection.ts'

/**
 * A query, compiled: what graphql-js finds out anew for each object (which fields are asked of it, and how each becomes
 * part of the answer) is found out when the first object of its type is met there, and kept; arguments are read once an
 * answer. Resolvers are called in graphql-js's order.
 *
 * It goes on only as long as all is well. Whatever else it meets (an error, a null where none may be, a promise, a
 * resolver that asks what is not known here) ends the run, and graphql-js is to answer instead: so what is told of errors
 * is what graphql-js tells, and nothing here has to know how.
 */
export class CompiledQuery {
  readonly #scope: Scope
  readonly #whole: Whole
  readonly #complete: Complete
  #withArguments = 0

  /** @param scope What @skip and @include leave out by its variables is left out by those of every run. */
  constructor(scope: Scope, operation: OperationDefinitionNode) {
    this.#scope = scope
    const fragments = Object.fromEntries(scope.fragments)
    this.#whole = { schema: scope.schema, fragments, operation }
    this.#complete = this.#object(presentValue(scope.schema.getQueryType()), [operation])
  }

  /** The data of the answer. Throws where graphql-js is to answer. */
  run(rootValue: unknown, context: Context, variables: Variables): Record<string, unknown> {
    return this.#complete(rootValue, { context, variables, args: [] }) as Record<string, unknown>
  }

  #value(type: GraphQLOutputType, info: GraphQLResolveInfo): Complete {
    const isRequired = isNonNullType(type)
    const complete = this.#present(isRequired ? type.ofType : type, info)
    return isRequired
      ? (value, run) => (value == null ? leave() : complete(value, run))
      : (value, run) => (value == null ? null : complete(value, run))
  }

  /** Completes what is not null. */
  #present(type: GraphQLOutputType, info: GraphQLResolveInfo): Complete {
    if (isLeafType(type)) return completeLeaf(type)
    if (isListType(type)) return completeList(this.#value(type.ofType, info))
    if (isAbstractType(type)) return this.#abstract(type, info)
    return isObjectType(type) ? this.#object(type, info.fieldNodes) : leave()
  }

  #abstract(type: GraphQLAbstractType, info: GraphQLResolveInfo): Complete {
    const forms = new Map<unknown, Complete>()
    const newForm = (name: unknown, value: unknown): Complete => {
      const object = typeof name === 'string' ? this.#scope.schema.getType(name) : null
      if (!isObjectType(object) || !this.#scope.schema.isSubType(type, object)) return leave(value)
      const form = this.#object(object, info.fieldNodes)
      forms.set(name, form)
      return form
    }
    return (value, run) => {
      const name = type.resolveType?.(value, run.context, info, type)
      return (forms.get(name) ?? newForm(name, value))(value, run)
    }
  }

  #object(type: GraphQLObjectType, nodes: readonly Pick<FieldNode, 'selectionSet'>[]): Complete {
    if (type.isTypeOf) return leave
    let fields: readonly Field[] | null = null
    let keys = 0
    return (value, run) => {
      leaveUnlessPlain(value)
      if (fields === null) {
        fields = this.#fields(type, nodes)
        keys = lengthOfKeys(fields)
      }
      run.context.budget?.takeCharacters(keys)
      const object: Record<string, unknown> = {}
      for (const field of fields) object[field.key] = answerOf(field, value, run)
      return object
    }
  }

  #fields(type: GraphQLObjectType, nodes: readonly Pick<FieldNode, 'selectionSet'>[]): readonly Field[] {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    return [...fieldsOf(this.#scope, type, sets)].map(([key, places]) => this.#field(type, key, places))
  }

  #field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Field {
    const name = nodes[0]?.name.value as string
    if (name === '__typename') return { key, constant: parent.name }
    const definition = parent.getFields()[name] ?? leave()
    const info = new KnownInfo(this.#whole, parent, definition, nodes)
    return {
      key,
      constant: null,
      definition,
      resolve: resolverOf(definition),
      complete: this.#value(definition.type, info),
      info,
      argumentsAt: definition.args.length > 0 ? this.#withArguments++ : null,
    }
  }
}

/** As graphql-js comes by them, which asks no resolver for `__typename`. */
const lengthOfKeys = (fields: readonly Field[]): number =>
  fields.reduce((sum, { key, constant }) => sum + (constant === null ? key.length : 0), 0)
