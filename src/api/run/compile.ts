import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Answer } from '../../sql/engine.ts'
import { QueryLevels, UnreadColumn } from '../../sql/read-columns.ts'
import { presentValue } from '../kit/batch.ts'
import type { Context } from '../kit/builder.ts'
import { ArgumentReaders } from './argument-readers.ts'
import { completeLeaf, completeList, plainLeaf } from './complete.ts'
import { KnownInfo, type Whole } from './known-info.ts'
import { resolverOf } from './metered.ts'
import { type Field, objectCode } from './object-code.ts'
import { type Complete, leave, type Run, Waits } from './run.ts'
import { areSelectedAlike, fieldsOf, type Scope, type Variables } from './selection.ts'

/**
 * A query, compiled: what graphql-js finds out anew for each object (which fields are asked of it, and how each becomes
 * part of the answer) is found out when the first object of its type is met there, and written as code; arguments are read once
 * an answer. Resolvers are called in graphql-js's order. Which columns of its rows each level reads is learned from the first
 * rows, and later answers select no others.
 *
 * Where the engine's answers are waited for, it goes on with what is there, and with the rest as it comes: see `Waits`.
 *
 * It goes on only as long as all is well. Whatever else it meets (an error, a null where none may be, a promise in a list, a
 * resolver that asks what is not known here) ends the run, and graphql-js is to answer instead: so what is told of errors
 * is what graphql-js tells, and nothing here has to know how.
 */
export class CompiledQuery {
  readonly #scope: Scope
  readonly #whole: Whole
  readonly #complete: Complete
  readonly #levels = new QueryLevels()
  readonly #args = new ArgumentReaders()
  readonly #mayWait: boolean

  /** @param scope What @skip and @include leave out by its variables is left out by those of every run. */
  constructor(scope: Scope, operation: OperationDefinitionNode, mayWait: boolean) {
    this.#scope = scope
    this.#mayWait = mayWait
    const fragments = Object.fromEntries(scope.fragments)
    this.#whole = { schema: scope.schema, fragments, operation }
    this.#complete = this.#object(presentValue(scope.schema.getQueryType()), [operation])
  }

  /** The data of the answer. Throws where graphql-js is to answer. */
  run(rootValue: unknown, context: Context, variables: Variables): Answer<Record<string, unknown>> {
    const run = { context, budget: context.budget, variables, args: [], waits: null }
    if (!this.#mayWait) return this.#runAtOnce(rootValue, run)
    const waits = new Waits()
    return waits.ended(this.#complete(rootValue, { ...run, waits }) as Record<string, unknown>)
  }

  #runAtOnce(rootValue: unknown, run: Run): Record<string, unknown> {
    const { engine } = run.context.graph
    try {
      const data = this.#complete(rootValue, run)
      this.#levels.settle()
      return data as Record<string, unknown>
    } catch (error) {
      if (error instanceof UnreadColumn) this.#levels.learn(error)
      throw error
    } finally {
      engine.level = null
    }
  }

  /** Completes what is not null. */
  #present(type: GraphQLOutputType, info: GraphQLResolveInfo): Complete {
    if (isNonNullType(type)) return this.#present(type.ofType, info)
    if (isLeafType(type)) return completeLeaf(type)
    if (isListType(type)) return completeList(this.#present(type.ofType, info), isNonNullType(type.ofType))
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
    const ofType: Complete = (value, run) => {
      const name = type.resolveType?.(value, run.context, info, type)
      return (forms.get(name) ?? newForm(name, value))(value, run)
    }
    let complete: Complete | null = null
    return (value, run) => {
      complete ??= this.#objectOfAny(type, info.fieldNodes) ?? ofType
      return complete(value, run)
    }
  }

  /** For a selection that is the same of all types behind an abstract one: which of them a value has makes no difference. */
  #objectOfAny(type: GraphQLAbstractType, nodes: SelectingNodes): Complete | null {
    const [one, ...others] = this.#scope.schema.getPossibleTypes(type)
    if (!one || others.length === 0) return null
    const isSame = others.every((other) => areSelectedAlike(this.#scope, setsOf(nodes), one, other))
    return isSame ? this.#object(one, nodes) : null
  }

  #object(type: GraphQLObjectType, nodes: SelectingNodes): Complete {
    if (type.isTypeOf) return leave
    let complete: Complete | null = null
    return (value, run) => {
      complete ??= objectCode(this.#fields(type, nodes), this.#mayWait)
      return complete(value, run)
    }
  }

  #fields(type: GraphQLObjectType, nodes: SelectingNodes): readonly Field[] {
    return [...fieldsOf(this.#scope, type, setsOf(nodes))].map(([key, places]) =>
      this.#field(type, key, places),
    )
  }

  #field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Field {
    const name = nodes[0]?.name.value as string
    if (name === '__typename') return { key, constant: parent.name }
    const definition = parent.getFields()[name] ?? leave()
    const info = new KnownInfo(this.#whole, parent, definition, nodes)
    const type = getNullableType(definition.type)
    return {
      key,
      constant: null,
      property: propertyOf(definition),
      resolve: resolverOf(definition),
      args: this.#args.of(definition, nodes[0] as FieldNode),
      info,
      level: this.#levels.add(),
      isRequired: isNonNullType(definition.type),
      plain: isLeafType(type) ? plainLeaf(type) : null,
      complete: this.#present(type, info),
    }
  }
}

type SelectingNodes = readonly Pick<FieldNode, 'selectionSet'>[]

const setsOf = (nodes: SelectingNodes): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? [])

/** The property that a field without a resolver of its own is read from, as Pothos notes it; lists are counted. */
function propertyOf({ extensions, type }: GraphQLField<unknown, unknown>): string | null {
  const { pothosExposedField: property } = extensions
  return typeof property === 'string' && isLeafType(getNullableType(type)) ? property : null
}
