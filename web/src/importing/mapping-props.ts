import type { DraftColumn } from './import-request.ts'
import type { MappableField } from './mappable-fields.ts'
import type { MappedObject, MappedValue, Mapping } from './mapping.ts'

/** What the parts of a mapping's form show and change. */
export interface MappingProps {
  readonly columns: readonly DraftColumn[]
  readonly mapping: Mapping
  readonly change: (mapping: Mapping) => void
}

/** A field that a column fills, and how. */
export interface FieldOptionsProps {
  readonly value: MappedValue
  readonly field: MappableField
  readonly column: DraftColumn
  readonly mapping: Mapping
  readonly set: (value: MappedValue) => void
  readonly change: (mapping: Mapping) => void
}

/** A value, and what changes some of what is said of it. */
export interface AmendProps {
  readonly object: MappedObject
  /** What is undefined is taken out. */
  readonly amend: (changed: Readonly<Record<string, unknown>>) => void
}
