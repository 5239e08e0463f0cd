import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql'
import type { QueryLevel } from '../../sql/read-columns.ts'
import { Lru } from '../../values/lru.ts'
import type { Context } from '../kit/builder.ts'
import { type Arguments, type Complete, leave, type PlainLeaf, type Run } from './complete.ts'

/** A field that is asked of an object, or `__typename`, which is known beforehand. */
export type Field = { readonly key: string; readonly constant: string } | ResolvedField

export interface ResolvedField {
  readonly key: string
  readonly constant: null
  /** The object's own property that is the field's value. */
  readonly property: string | null
  readonly resolve: GraphQLFieldResolver<unknown, Context>
  readonly args: (run: Run) => Arguments
  readonly info: GraphQLResolveInfo
  readonly level: QueryLevel
  readonly isRequired: boolean
  readonly plain: PlainLeaf | null
  readonly complete: Complete
}

/**
 * Makes the function that completes an object with these fields, as code of its own: properties are read by their names, and
 * all answers have one layout. For `{ id: name }` and `{ claim { … } }` of a statement it is, about,
 *
 *     (object, run) => {
 *       let size = 7, v
 *       v = object.name
 *       const a0 = typeof v === 'string' ? (size += v.length, v) : complete0(v, run)
 *       v = resolve1(object, args1(run), run.context, info1)
 *       const a1 = v == null ? null : complete1(v, run)
 *       run.budget.takeCharacters(size, 2)
 *       return { id: a0, claim: a1 }
 *     }
 */
export function objectCode(fields: readonly Field[]): Complete {
  const bound = { leave, fields }
  return codes.take(written(fields), (code) => new Function('bound', code) as Code)(bound)
}

type Code = (bound: object) => Complete

/** Code that is alike is compiled once. */
const codes = new Lru<string, Code>(1_000, (code) => code.length < 20_000)

function written(fields: readonly Field[]): string {
  const resolved = fields.filter((field) => field.constant === null)
  // As graphql-js comes by them, which asks no resolver for `__typename`.
  const keys = resolved.reduce((sum, { key }) => sum + key.length, 0)
  const bindings = fields.flatMap((field, at) => (field.constant === null ? binding(field, at) : []))
  return `
const { leave, fields } = bound
${bindings.join('\n')}
return (object, run) => {
  if (object instanceof Error || typeof object?.then === 'function') leave(object)
  const { context, budget } = run
  const { engine } = context.graph
  let size = ${keys}, v
${fields.map((field, at) => (field.constant === null ? valueCode(field, at) : '')).join('\n')}
  if (budget !== undefined) budget.takeCharacters(size, ${resolved.length})
  return { ${fields.map((field, at) => `${JSON.stringify(field.key)}: ${answerCode(field, at)}`).join(', ')} }
}`
}

const binding = ({ property }: ResolvedField, at: number): string =>
  property === null
    ? `const { resolve: resolve${at}, args: args${at}, info: info${at}, level: level${at}, complete: complete${at} } = fields[${at}]`
    : `const { complete: complete${at} } = fields[${at}]`

function valueCode({ property, isRequired, plain }: ResolvedField, at: number): string {
  const read =
    property === null
      ? `engine.level = level${at}; v = resolve${at}(object, args${at}(run), context, info${at})`
      : `v = object[${JSON.stringify(property)}]`
  const whole = `v == null ? ${isRequired ? 'leave()' : 'null'} : complete${at}(v, run)`
  const answer = plain ? `${plain.test} ? (size += ${plain.size}, v) : ${whole}` : whole
  return `  ${read}\n  const a${at} = ${answer}`
}

const answerCode = (field: Field, at: number): string =>
  field.constant === null ? `a${at}` : JSON.stringify(field.constant)
