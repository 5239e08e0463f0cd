import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql'
import { answerSize } from '../kit/budget.ts'
import { type Complete, leave } from './run.ts'

/** An error or a promise may be returned in place of any value. */
function leaveUnlessPlain(value: unknown): void {
  if (value instanceof Error || typeof (value as { then?: unknown } | null)?.then === 'function') leave(value)
}

export const completeLeaf =
  (type: GraphQLLeafType): Complete =>
  (value, run) => {
    if (typeof value === 'object') leaveUnlessPlain(value)
    run.budget?.takeCharacters(answerSize(value))
    return type.serialize(value) ?? leave()
  }

export const completeList =
  (completeItem: Complete, isRequired: boolean): Complete =>
  (value, run) => {
    if (!Array.isArray(value)) return leave(value)
    const items: unknown[] = new Array(value.length)
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index]
      items[index] = item != null ? completeItem(item, run) : isRequired ? leave() : null
    }
    return items
  }

/** Values of which it can be seen at once that they stand in the answer as they are. */
export interface PlainLeaf {
  /** A JavaScript condition on `v`. */
  readonly test: string
  /** How many characters it counts as, in JavaScript. */
  readonly size: string
}

const PLAIN_TEXT: PlainLeaf = { test: "typeof v === 'string'", size: 'v.length' }
const plainNumber = (test: string): PlainLeaf => ({ test, size: `${answerSize(0)}` })

const plainLeaves = new Map<GraphQLLeafType, PlainLeaf>([
  [GraphQLString, PLAIN_TEXT],
  [GraphQLID, PLAIN_TEXT],
  [GraphQLInt, plainNumber("typeof v === 'number' && (v | 0) === v")],
  [GraphQLFloat, plainNumber("typeof v === 'number' && Number.isFinite(v)")],
  [GraphQLBoolean, plainNumber("typeof v === 'boolean'")],
])

/** Null where a value of this type must be looked at by the type itself. */
export function plainLeaf(type: GraphQLLeafType): PlainLeaf | null {
  if (!isEnumType(type)) return plainLeaves.get(type) ?? null
  const names = type.getValues()
  if (!names.every(({ name, value }) => name === value)) return null
  return { test: names.map(({ name }) => `v === ${JSON.stringify(name)}`).join(' || '), size: 'v.length' }
}
