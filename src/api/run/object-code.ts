import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql'
import type { QueryLevel } from '../../sql/read-columns.ts'
import { Lru } from '../../values/lru.ts'
import type { Context } from '../kit/builder.ts'
import type { PlainLeaf } from './complete.ts'
import { type Arguments, type Complete, leave, type Run } from './run.ts'

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
export function objectCode(fields: readonly Field[], mayWait: boolean): Complete {
  const bound = { leave, fields }
  const written = mayWait ? waitingCode(fields) : immediateCode(fields)
  return codes.take(written, (code) => new Function('bound', code) as Code)(bound)
}

type Code = (bound: object) => Complete

/** Code that is alike is compiled once. */
const codes = new Lru<string, Code>(1_000, (code) => code.length < 20_000)

function immediateCode(fields: readonly Field[]): string {
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

/**
 * The same where a resolver may promise its value. A field that is waited for has its place in the answer from the beginning, so
 * that they come in their order. With `claim` it is, about,
 *
 *     const w1 = waits.followers(field1)
 *     v = w1 === undefined ? resolve1(object, args1(run), context, info1) : null
 *     const p1 = v instanceof Promise ? waits.first(field1, v, object, run) : null
 *     const a1 = v == null || p1 !== null ? null : complete1(v, run)
 *     const answer = { id: a0, claim: a1 }
 *     if (w1 !== undefined) w1.push({ object, answer })
 *     else if (p1 !== null) p1.answer = answer
 *     return answer
 */
function waitingCode(fields: readonly Field[]): string {
  const resolved = fields.filter((field) => field.constant === null)
  const keys = resolved.reduce((sum, { key }) => sum + key.length, 0)
  const bindings = fields.flatMap((field, at) => (field.constant === null ? binding(field, at) : []))
  const places = fields.flatMap((field, at) => (field.constant === null ? [{ field, at }] : []))
  return `
const { leave, fields } = bound
${bindings.join('\n')}
return (object, run) => {
  if (object instanceof Error || typeof object?.then === 'function') leave(object)
  const { context, budget, waits } = run
  let size = ${keys}, v
${places.map(({ field, at }) => (field.property === null ? awaitedCode(field, at) : valueCode(field, at))).join('\n')}
  if (budget !== undefined) budget.takeCharacters(size, ${resolved.length})
  const answer = { ${fields.map((field, at) => `${JSON.stringify(field.key)}: ${answerCode(field, at)}`).join(', ')} }
${places.map(({ field, at }) => (field.property === null ? laterCode(at) : '')).join('\n')}
  return answer
}`
}

function awaitedCode({ isRequired, plain }: ResolvedField, at: number): string {
  const missing = isRequired ? `w${at} === undefined ? leave() : null` : 'null'
  const whole = `p${at} !== null ? null : v == null ? ${missing} : complete${at}(v, run)`
  const answer = plain ? `${plain.test} ? (size += ${plain.size}, v) : ${whole}` : whole
  return `  const w${at} = waits.followers(fields[${at}])
  v = w${at} === undefined ? resolve${at}(object, args${at}(run), context, info${at}) : null
  const p${at} = v instanceof Promise ? waits.first(fields[${at}], v, object, run) : null
  const a${at} = ${answer}`
}

const laterCode = (at: number): string => `  if (w${at} !== undefined) w${at}.push({ object, answer })
  else if (p${at} !== null) p${at}.answer = answer`
