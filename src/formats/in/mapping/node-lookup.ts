import type { Fields } from '../../../dossier/fields.ts'
import { itemSchemas } from '../../../dossier/format.ts'
import { compileFields, type FieldsMaker } from './field-maker.ts'
import type { MakerKit, NodeLookup } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'
import type { MappedFields } from './mapping-schema.ts'
import { type NodeQuery, nameFieldOf, sectionOfFindable } from './node-finder.ts'
import type { TableProgress } from './table-progress.ts'
import { leftOut } from './text-steps.ts'
import type { FindableType, ValueObject } from './value-schema.ts'

/** Looks texts up as a value says: what is not found is told, left out, or made. */
export function nodeLookup(
  type: FindableType,
  value: ValueObject,
  kit: MakerKit,
  progress: TableProgress,
): NodeLookup {
  const by = value.by ?? 'name'
  const fields = value.else === 'create' ? (value.create ?? {}) : undefined
  const maker = fields && compileFields(fields as MappedFields, itemSchemas[sectionOfFindable(type)], kit)
  const columns = maker ? [...maker.columnsOf.values()].flat() : []
  return (row, text, column) => {
    const query = { type, by, text }
    const found = progress.finder.find(query)
    if (found !== undefined) {
      // What would be made of them is there already.
      row.use(columns)
      return found
    }
    if (maker) return created(query, row, maker, progress)
    if (value.else === 'empty') return leftOut(row, column)
    row.fault(
      column,
      `is no ${type} that the file or the graph has${by === 'name' ? '' : ` by its ${by}`}`,
      text,
    )
    return undefined
  }
}

/** Makes a node that was looked up and not found, unless the graph has it by the name or the slug that it would get. */
function created(
  query: NodeQuery,
  row: MappedRow,
  maker: FieldsMaker,
  { items, finder: nodes }: TableProgress,
): string {
  const { type, by, text } = query
  const nameField = nameFieldOf(type)
  const given = maker.make(row)
  const fields: Fields = { [nameField]: text, ...(by === 'url' && { url: text }), ...given }
  const name = String(fields[nameField])
  const named = name === text ? undefined : nodes.find({ type, by: 'name', text: name })
  const slug = named ?? (typeof given.slug === 'string' ? given.slug : nodes.freeSlug(type, name))
  nodes.note(query, slug)
  if (named !== undefined || nodes.isKnown(type, slug) || items.has(sectionOfFindable(type), slug))
    return slug
  const item = {
    slug,
    ...fields,
    ...(by !== 'name' && by !== 'url' && by !== 'slug' && { links: { [by]: text } }),
  }
  items.giveOnce(sectionOfFindable(type), slug, () => ({ ...item, slug }), { line: row.record.line })
  nodes.noteItem(type, item)
  return slug
}
