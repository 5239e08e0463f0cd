import { GraphQLError, type OperationDefinitionNode } from 'graphql'
import { textProblem } from '../../text/text-problem.ts'
import { argumentName, nestingError, tooLong } from './document.ts'
import { type Limits, refusedRequest } from './limits.ts'

type VariablePath = readonly (string | number)[]

/**
 * What the variables of an operation are refused for, if they are: before any of it is coerced, which takes its time with
 * each date, and tells of each that is wrong. Variables that the operation does not know are not looked at.
 */
export function variablesRefusal(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): GraphQLError | null {
  for (const { variable } of variableDefinitions) {
    const name = variable.name.value
    const refusal = Object.hasOwn(variables, name) ? refusalOfValue(variables[name], [name], limits) : null
    if (refusal) return refusal
  }
  return null
}

/** Calls itself no deeper than values may stand in each other. */
function refusalOfValue(value: unknown, path: VariablePath, limits: Limits): GraphQLError | null {
  if (typeof value === 'string') {
    const problem = textProblem(value)
    return problem ? wrong(path, `$${argumentName(path)} ${problem}.`) : null
  }
  if (typeof value !== 'object' || value === null) return null
  // A path is as long as the values are deep: its first step is the variable's own name.
  if (path.length > limits.nesting) return nestingError(limits)
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  const name = `$${argumentName(path)}`
  // An object of very many keys is no list, but each that is not known is told of, with all the others.
  if (entries.length > limits.values) return wrong(path, tooLong(name, entries.length, limits.values))
  return firstRefusal(entries, path, limits)
}

function firstRefusal(
  entries: Iterable<[string | number, unknown]>,
  path: VariablePath,
  limits: Limits,
): GraphQLError | null {
  for (const [step, value] of entries) {
    const refusal = refusalOfValue(value, [...path, step], limits)
    if (refusal) return refusal
  }
  return null
}

const wrong = (argument: VariablePath, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument, http: refusedRequest } })
