import {
  type GraphQLArgument,
  GraphQLBoolean,
  GraphQLFloat,
  type GraphQLInputType,
  GraphQLInt,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql'
import { nearWord } from '../text/mistyped.ts'
import { UserError } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import { schema } from './schema.ts'

/** What a list is asked for, as variables of its query. */
export interface ListVariables {
  readonly filter?: Readonly<Record<string, unknown>>
  readonly orderBy?: string
}

type Given = Record<string, unknown>

/** The arguments by which a list of the API is narrowed and ordered. */
export const listArguments = (section: Section): readonly GraphQLArgument[] =>
  (schema.getQueryType()?.getFields()[section]?.args ?? []).filter(({ name }) =>
    ['filter', 'orderBy'].includes(name),
  )

/**
 * Reads a filter that is written as parameters, as in an address: `by=russia&stance=DENIES&said.from=2024`. The names are
 * those of the API's filter for this list, with dots into what stands in it; of a list there may be several, as several
 * parameters or with commas. `orderBy` is the list's order.
 */
export function listVariables(section: Section, params: URLSearchParams): ListVariables {
  const given: Given = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value !== '')
    if (values.length === 0) continue
    const path = name === 'orderBy' ? [name] : ['filter', ...name.split('.')]
    setAt(given, path, valueOfType(typeAt(section, path, name), values, name))
  }
  return given
}

function setAt(target: Given, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = target[first] ?? {}
  target[first] = inner
  setAt(inner as Given, rest, value)
}

/** The type of what a parameter's name leads to. */
function typeAt(section: Section, path: readonly string[], name: string): GraphQLInputType {
  let fields: readonly { readonly name: string; readonly type: GraphQLInputType }[] = listArguments(section)
  let type: GraphQLInputType | undefined
  for (const part of path) {
    const field = fields.find((one) => one.name === part)
    if (!field)
      throw new UserError(
        unknownName(
          section,
          name,
          part,
          fields.map((one) => one.name),
        ),
      )
    type = getNullableType(field.type)
    fields = isInputObjectType(type) ? Object.values(type.getFields()) : []
  }
  if (!type || isInputObjectType(type))
    throw new UserError(
      `${name} has fields of its own: ${fields.map((one) => `${name}.${one.name}`).join(', ')}.`,
    )
  return type
}

function unknownName(section: Section, name: string, part: string, known: readonly string[]): string {
  const isTop = known.includes('filter')
  const names = isTop ? [] : known
  if (names.length === 0) return `${name} is nothing that ${section} can be filtered by.`
  const near = nearWord(part, names)
  const advice = near === undefined ? '' : ` Did you mean ${near}?`
  return `${name} is nothing that ${section} can be filtered by. There are ${names.join(', ')}.${advice}`
}

function valueOfType(type: GraphQLInputType, values: readonly string[], name: string): unknown {
  const named = getNamedType(type)
  if (isListType(type)) {
    const hasCommas = isEnumType(named) || named.name === 'ID'
    const all = hasCommas ? values.flatMap((value) => value.split(',').filter(Boolean)) : values
    return all.map((value) => plainValue(named, value, name))
  }
  if (values.length > 1) throw new UserError(`${name} may be given once.`)
  return plainValue(named, values[0] ?? '', name)
}

function plainValue(type: ReturnType<typeof getNamedType>, value: string, name: string): unknown {
  if (type === GraphQLBoolean) {
    if (value === 'true' || value === 'false') return value === 'true'
    throw new UserError(`${name} is ${JSON.stringify(value)}; it is true or false.`)
  }
  if (type !== GraphQLInt && type !== GraphQLFloat) return value
  const number = Number(value)
  if (value.trim() === '' || Number.isNaN(number))
    throw new UserError(`${name} is ${JSON.stringify(value)}; it is a number.`)
  return number
}
