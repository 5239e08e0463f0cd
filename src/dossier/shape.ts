import { z } from 'zod'
import { nearWord } from '../text/mistyped.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import type { DossierPart } from './draft.ts'
import type { Fields } from './fields.ts'
import { dossier, itemSchemas } from './format.ts'
import { valueAt } from './problem.ts'

type Issue = z.core.$ZodIssue

/** What is checked: a value, and where in a dossier it stands. */
interface ShapedValue {
  readonly part: DossierPart
  readonly path: FieldPath
  readonly value: unknown
}

/** An item, if every field of it has the form it should; else what is wrong with each that has not. */
export function itemShape(
  part: DossierPart,
  path: readonly [Section, number],
  value: unknown,
): Fields | readonly Problem[] {
  const { data, error } = itemSchemas[path[0]].safeParse(value)
  return error ? problemsOfIssues({ part, path, value }, error.issues) : data
}

/** The same of a dossier without its items: its language. */
export function headShape(part: DossierPart, value: unknown): string | readonly Problem[] {
  const { data, error } = dossier.safeParse(value)
  return error ? problemsOfIssues({ part, path: [], value }, error.issues) : data.language
}

const problemsOfIssues = (shaped: ShapedValue, issues: readonly Issue[]): Problem[] =>
  issues.flatMap((issue) => problemsOf(shaped, issue, []))

function problemsOf(shaped: ShapedValue, issue: Issue, outer: FieldPath): Problem[] {
  const inner = [...outer, ...issue.path.filter((part) => typeof part !== 'symbol')]
  const path = [...shaped.path, ...inner]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => shaped.part.problem([...path, key], unknownField(path, key)))
  if (issue.code === 'invalid_union') {
    // Of the forms that are allowed, what is wrong with the one that comes nearest.
    const [nearest] = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))
    if (nearest && depthOf(nearest) > 0) return nearest.flatMap((one) => problemsOf(shaped, one, inner))
  }
  return [shaped.part.problem(path, messageOf(issue, valueAt(shaped.value, inner)))]
}

const depthOf = (issues: readonly Issue[]): number =>
  issues.reduce((depth, { path }) => Math.max(depth, path.length), 0)

function messageOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String), value)
    case 'invalid_type':
      if (value === undefined) return `is missing: ${expectedOf(issue.expected)} is required here`
      return `should be ${expectedOf(issue.expected)}${quotingAdvice(issue.expected, value)}`
    case 'invalid_union':
      return 'should be a text, or a list of texts'
    case 'invalid_key':
      return issue.issues[0]?.code === 'custom' ? issue.issues[0].message : 'has a key that is empty'
    case 'too_small':
      if (issue.origin === 'string') return 'is empty: leave it out, or say something'
      if (issue.origin === 'array') return 'is an empty list: leave it out, or put something in'
      return `should be no less than ${issue.minimum}`
    case 'too_big':
      return `should be no more than ${issue.maximum}`
    case 'invalid_format':
      return formatFaults[issue.format] ?? `should be a valid ${issue.format}`
    default:
      return issue.message
  }
}

const formatFaults: Readonly<Record<string, string>> = {
  url: 'should be an address that begins with http:// or https://',
}

const expectations: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map',
}
const expectedOf = (expected: string): string => expectations[expected] ?? expected

/** YAML takes 2023 for a number and no for false: both are texts in quotes. */
const quotingAdvice = (expected: string, value: unknown): string =>
  expected === 'string' && ['number', 'boolean'].includes(typeof value)
    ? `: put it in quotes, "${value}"`
    : ''

function oneOf(values: readonly string[], value: unknown): string {
  const choice = values.length === 1 ? `should be ${values[0]}` : `should be one of ${values.join(', ')}`
  if (value === undefined) return `is missing: it ${choice}`
  if (typeof value === 'object') return choice
  const near = nearWord(String(value).toUpperCase(), values)
  return near !== undefined && values.length > 1 ? `${choice}; did you mean ${near}?` : choice
}

function unknownField(path: FieldPath, key: string): string {
  const fields = fieldsAt(path)
  if (fields.length === 0) return 'is no field of the format'
  const near = nearWord(key, fields)
  return near !== undefined
    ? `is no field here; did you mean ${near}?`
    : `is no field here; there are ${fields.join(', ')}`
}

/** The fields that the format has at a path. */
function fieldsAt(path: FieldPath): string[] {
  let schema: z.core.$ZodType | undefined = dossier
  for (const part of path) schema = schema && partOf(unwrappedSchema(schema), part)
  const fields = schema && unwrappedSchema(schema)
  return fields instanceof z.ZodObject ? Object.keys(fields.shape) : []
}

function partOf(schema: z.core.$ZodType, part: string | number): z.core.$ZodType | undefined {
  if (typeof part === 'number') return schema instanceof z.ZodArray ? schema.element : undefined
  return schema instanceof z.ZodObject ? schema.shape[part] : undefined
}

/** The schema inside of an optional or a defaulted one. */
const unwrappedSchema = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrappedSchema(schema.unwrap())
    : schema
