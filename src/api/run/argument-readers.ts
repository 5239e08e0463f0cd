import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  isNonNullType,
  Kind,
  valueFromAST,
} from 'graphql'
import { noArguments } from '../kit/batch.ts'
import { type Arguments, leave, type Run } from './run.ts'
import { hasVariables, type Variables } from './selection.ts'

/** Sets an argument of a field, as graphql-js's `getArgumentValues` does. */
type SetArgument = (args: Record<string, unknown>, variables: Variables) => void

/** Reads the arguments of a query's places: once for all answers where no variable stands in them, and else once an answer. */
export class ArgumentReaders {
  #withVariables = 0

  of(definition: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => Arguments {
    if (definition.args.length === 0) return () => noArguments
    const read = argumentReader(definition, node)
    if (!hasVariables(node.arguments ?? [])) return constant(() => read({}))
    const at = this.#withVariables++
    return ({ args, variables }) => (args[at] ??= read(variables))
  }
}

function constant<T>(read: () => T): () => T {
  let known: T | undefined
  return () => (known ??= read())
}

function argumentReader({ args }: GraphQLField<unknown, unknown>, node: FieldNode) {
  const setters = args.map((argument) => setArgument(argument, node))
  return (variables: Variables): Arguments => {
    const values: Record<string, unknown> = {}
    for (const set of setters) set(values, variables)
    return values
  }
}

function setArgument({ name, type, defaultValue }: GraphQLArgument, node: FieldNode): SetArgument {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value
  const isRequired = isNonNullType(type)
  const setDefault: SetArgument = (args) => {
    if (defaultValue !== undefined) args[name] = defaultValue
    else if (isRequired) leave()
  }
  if (!value) return setDefault
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value
    return (args, variables) => {
      if (!Object.hasOwn(variables, variable)) return setDefault(args, variables)
      args[name] = variables[variable] ?? (isRequired ? leave() : null)
    }
  }
  return (args, variables) => {
    const read = valueFromAST(value, type, variables)
    args[name] = read === undefined ? leave() : read
  }
}
