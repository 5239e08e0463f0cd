import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { FieldPath } from '../../../values/errors.ts'
import { mappingSchema } from './mapping-schema.ts'

type Issue = z.core.$ZodIssue

/** Something that is wrong in a mapping: where, and what. */
export interface MappingFault {
  readonly path: FieldPath
  readonly message: string
}

/** What is wrong with the form of a mapping, or of a part of it. */
export const faultsOfIssues = (
  issues: readonly Issue[],
  data: unknown,
  outer: FieldPath = [],
  schema: z.core.$ZodType = mappingSchema,
): MappingFault[] => issues.flatMap((issue) => faultsOf(issue, data, outer, schema))

function faultsOf(issue: Issue, data: unknown, outer: FieldPath, schema: z.core.$ZodType): MappingFault[] {
  const inner = issue.path.filter((part) => typeof part !== 'symbol')
  const path = [...outer, ...inner]
  const given = inner.reduce<unknown>((value, part) => partOfData(value, part), data)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: unknownKey(fieldsAt(schema, inner, data), key),
    }))
  if (issue.code === 'invalid_union') {
    const [deepest] = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))
    if (deepest && (depthOf(deepest) > 0 || deepest.some(({ code }) => code === 'unrecognized_keys')))
      return deepest.flatMap((one) =>
        faultsOf(one, given, path, schemaAt(schema, inner, data) ?? z.unknown()),
      )
    return [{ path, message: unionFault(issue, given) }]
  }
  return [{ path, message: messageOf(issue, given) }]
}

const partOfData = (value: unknown, part: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined

/** How far the issues of a form go in, where one of them is about a field that the other forms have not. */
const depthOf = (issues: readonly Issue[]): number =>
  issues.reduce(
    (depth, { path, code }) => Math.max(depth, path.length + (code === 'unrecognized_keys' ? 0.5 : 0)),
    0,
  )

function unionFault(issue: Issue, given: unknown): string {
  if ('discriminator' in issue && 'options' in issue && Array.isArray(issue.options))
    return `should be one of ${issue.options.join(', ')}`
  if (typeof given === 'number' || typeof given === 'boolean') return quoting(given)
  return 'should be a column, ="a constant", "a text with {columns}", or a map such as {column: Date, date: DD.MM.YYYY}'
}

const quoting = (given: number | boolean): string =>
  `should be a text: a constant is {constant: ${given}}, the column of that name "${given}", and the ${given}th {column: ${given}}`

function messageOf(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String)
      const near = typeof given === 'string' ? nearestOf(values, given) : undefined
      const choice = values.length === 1 ? `should be ${values[0]}` : `should be one of ${values.join(', ')}`
      return `${given === undefined ? 'is missing: it ' : ''}${choice}${near && values.length > 1 ? `; did you mean ${near}?` : ''}`
    }
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? issue.expected
      if (given === undefined) return `is missing: ${wanted} is wanted here`
      const isBare = issue.expected === 'string' && (typeof given === 'number' || typeof given === 'boolean')
      return `should be ${wanted}${isBare ? `: put it in quotes, "${given}"` : ''}`
    }
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'is empty'
        : `should be no less than ${issue.minimum}`
    case 'too_big':
      return `should be no more than ${issue.maximum}`
    default:
      return issue.message
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map',
}

/** The word that somebody may have mistyped. */
export function nearestOf(words: readonly string[], given: string): string | undefined {
  if (words.length === 0) return undefined
  const near = closest(given.slice(0, 100), [...words])
  return distance(near, given.slice(0, 100)) <= Math.max(1, Math.min(3, given.length / 2)) ? near : undefined
}

/** What is said of a field that is none. */
export function unknownKey(fields: readonly string[], key: string): string {
  const near = nearestOf(fields, key)
  if (near !== undefined) return `is no field here; did you mean ${near}?`
  return fields.length === 0 ? 'is no field of a mapping' : `is no field here; there are ${fields.join(', ')}`
}

/** The fields that a map at a place can have. */
function fieldsAt(schema: z.core.$ZodType, path: FieldPath, data: unknown): string[] {
  const found = schemaAt(schema, path, data)
  const object = found && objectIn(found)
  return object ? Object.keys(object.shape) : []
}

function schemaAt(schema: z.core.$ZodType, path: FieldPath, data: unknown): z.core.$ZodType | undefined {
  let [found, value]: [z.core.$ZodType | undefined, unknown] = [schema, data]
  for (const part of path) {
    const bare: z.core.$ZodType | undefined = found && unwrapped(found, value)
    if (bare instanceof z.ZodArray) found = bare.element
    else if (bare instanceof z.ZodRecord) found = bare.valueType
    else found = bare && objectIn(bare)?.shape[String(part)]
    value = partOfData(value, part)
  }
  return found && unwrapped(found, value)
}

/** The schema inside of an optional one, and of several the one that the data is meant for. */
function unwrapped(schema: z.core.$ZodType, data: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap(), data)
  if (!(schema instanceof z.ZodUnion)) return schema
  const options = schema.options as readonly z.core.$ZodType[]
  const section = partOfData(data, 'section')
  const meant = options.find((option) => {
    if (Array.isArray(data)) return option instanceof z.ZodArray
    const literal = objectIn(option)?.shape.section
    return literal instanceof z.ZodLiteral ? literal.value === section : objectIn(option) !== undefined
  })
  return meant ? unwrapped(meant, data) : schema
}

const objectIn = (schema: z.core.$ZodType): z.ZodObject | undefined => {
  if (schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodUnion)
    return (schema.options as readonly z.core.$ZodType[]).map(objectIn).find((option) => option !== undefined)
  return undefined
}
