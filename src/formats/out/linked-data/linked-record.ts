import type { TermName } from './linked-terms.ts'

/** A literal that says itself of which type it is. */
export interface TypedLiteral {
  readonly '@value': string
  readonly '@type': string
}

type LinkedObject =
  | string
  | number
  | boolean
  | TypedLiteral
  | LinkedRecord
  | Readonly<Record<string, unknown>>
type LinkedValue = LinkedObject | readonly LinkedObject[] | undefined

/** A node and its properties, as they stand in JSON-LD; other records may stand within it. */
export type LinkedRecord = {
  readonly id: string
  readonly type?: string | readonly string[]
} & { readonly [Term in TermName]?: LinkedValue }
