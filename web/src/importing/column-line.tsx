import { useState } from 'preact/hooks'
import { capital } from '../kit/words.ts'
import { FieldOptions } from './field-options.tsx'
import type { DraftColumn } from './import-request.ts'
import { fieldAt, fieldsToMap, type MappableField } from './mappable-fields.ts'
import { columnOf, hasPartOf, type MappedPath, type MappedUse, withField } from './mapped-uses.ts'
import type { Mapping } from './mapping.ts'
import { itemName } from './mapping-items.ts'
import type { MappingProps } from './mapping-props.ts'
import { valueForColumn } from './value-for-column.ts'

interface ColumnLineProps extends MappingProps {
  readonly column: DraftColumn
  readonly uses: readonly MappedUse[]
}

const SHOWN_SAMPLES = 3

/** A column with the first of its cells, and what becomes of them. */
export function ColumnLine(props: ColumnLineProps) {
  const { column, columns, uses } = props
  const names = columns.map(({ name }) => name)
  const own = uses.filter(({ value }) => columnOf(value, names) === column.name)
  const parts = uses.filter((use) => !own.includes(use) && hasPartOf(use.value, column.name))
  const [isAdding, setAdding] = useState(false)
  const lines = own.length === 0 || isAdding ? [...own, null] : own
  const samples = [...new Set(column.samples.filter(Boolean))].slice(0, SHOWN_SAMPLES)
  return (
    <>
      <div class="column-head">
        <bdi class="column-name">{column.name}</bdi>
        {samples.length === 0 && <span class="faint">empty in the first rows</span>}
        {samples.map((sample) => (
          <span key={sample} class="sample" dir="auto">
            {sample}
          </span>
        ))}
      </div>
      <div class="column-uses">
        {lines.map((use, index) => (
          // By its place, so that the keyboard stays where another field is chosen.
          <UseLine
            key={index}
            use={use}
            isPart={parts.length > 0}
            {...props}
            added={() => setAdding(false)}
          />
        ))}
        {parts.length > 0 && (
          <p class="faint part-of">A part of {parts.map((use) => useLabel(props.mapping, use)).join('; ')}</p>
        )}
        {own.length > 0 && !isAdding && (
          <button type="button" class="text-button" onClick={() => setAdding(true)}>
            and something more
            <span class="visually-hidden"> is {column.name}</span>
          </button>
        )}
      </div>
    </>
  )
}

const useKey = (item: number, path: MappedPath): string => JSON.stringify([item, ...path])

interface UseLineProps extends ColumnLineProps {
  readonly use: MappedUse | null
  /** Whether other fields are made of the column among others. */
  readonly isPart: boolean
  readonly added: () => void
}

/** Which field a column fills, and how. */
function UseLine(props: UseLineProps) {
  const { use, column, mapping, change, added } = props
  const section = use && mapping.items[use.item]?.section
  const choose = (key: string) => {
    const without = use ? withField(mapping, use.item, use.path, undefined) : mapping
    const target = key === '' ? null : targetOf(key, props)
    added()
    change(
      target
        ? withField(without, target.item, target.field.path, valueForColumn(column, target.field))
        : without,
    )
  }
  return (
    <div class="use-line">
      <FieldChoice {...props} choose={choose} />
      {use && section && (
        <FieldOptions
          value={use.value}
          field={fieldAt(section, use.path)}
          column={column}
          mapping={mapping}
          set={(value) => change(withField(mapping, use.item, use.path, value))}
          change={change}
        />
      )}
    </div>
  )
}

function targetOf(key: string, { mapping }: ColumnLineProps): { item: number; field: MappableField } | null {
  const [item, ...path] = JSON.parse(key) as [number, ...string[]]
  const section = mapping.items[item]?.section
  return section ? { item, field: fieldAt(section, path) } : null
}

/** The fields that no other column fills. */
function FieldChoice({
  use,
  isPart,
  column,
  columns,
  mapping,
  uses,
  choose,
}: UseLineProps & { readonly choose: (key: string) => void }) {
  const own = use ? useKey(use.item, use.path) : ''
  const names = columns.map(({ name }) => name)
  const byColumns = uses.filter(({ value }) => columnOf(value, names) !== null)
  const taken = new Set(byColumns.map(({ item, path }) => useKey(item, path)))
  const offered = mapping.items
    .flatMap(({ section }, item) =>
      fieldsToMap(section).map(({ path }) => ({
        key: useKey(item, path),
        label: useLabel(mapping, { item, path }),
      })),
    )
    .filter(({ key }) => key === own || !taken.has(key))
  const isOffered = offered.some(({ key }) => key === own)
  return (
    <select
      aria-label={`What ${column.name} is`}
      value={own}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">{isPart ? '— nothing by itself —' : '— left out —'}</option>
      {use && !isOffered && <option value={own}>{useLabel(mapping, use)}</option>}
      {offered.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** A field by its item and what it is called there: “Statement: speaker”. */
function useLabel(mapping: Mapping, { item, path }: Pick<MappedUse, 'item' | 'path'>): string {
  const { section } = mapping.items[item] ?? {}
  return section ? `${capital(itemName(mapping, item))}: ${fieldAt(section, path).label.toLowerCase()}` : ''
}
