import type { NodeFields } from './named-forms.ts'

/** One field that differs between two states of a node; values are JSON text, null where there was or is none. */
export interface FieldDifference {
  /** The field by its name in the dossier, such as `description`. */
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** The fields in which two states of a node differ, in the order in which a dossier has them. Null is that of no node. */
export function fieldDifferences(before: NodeFields | null, after: NodeFields | null): FieldDifference[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((path) => {
    const [was, is] = [textOfField(before?.[path]), textOfField(after?.[path])]
    return was === is ? [] : [{ path, before: was, after: is }]
  })
}

/** An empty list says as little as none. */
const textOfField = (value: unknown): string | null =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)
    ? null
    : JSON.stringify(value)
