import type { Section } from '../../../src/values/node-kinds.ts'
import { NodeField } from '../desk/node-field.tsx'
import { capital, plain } from '../kit/words.ts'
import { Choice } from '../page/choice.tsx'
import { conditionText } from './condition-text.ts'
import { madeText } from './made-text.ts'
import { fieldAt, fieldsToMap, type MappableField, missingFields } from './mappable-fields.ts'
import {
  columnOf,
  constantOf,
  type MappedPath,
  type MappedUse,
  objectOf,
  shortValue,
  withField,
} from './mapped-uses.ts'
import type { MappedValue } from './mapping.ts'
import { itemName, itemsOfTypes, namedItem } from './mapping-items.ts'
import type { MappingProps } from './mapping-props.ts'
import { withNewField } from './new-field.ts'

interface FixedFieldsProps extends MappingProps {
  readonly index: number
  readonly uses: readonly MappedUse[]
}

/** What an item has that comes from no single column: what is the same for every row, what is made of several, what is missing. */
export function FixedFields(props: FixedFieldsProps) {
  const { index, uses, columns, mapping, change } = props
  const item = mapping.items[index]
  if (!item) return null
  const names = columns.map(({ name }) => name)
  const ofItem = uses.filter((use) => use.item === index)
  const own = ofItem.filter(({ value }) => columnOf(value, names) === null)
  const missing = missingFields(item).map(({ path }) => ({ path, value: null }))
  const shown = inOrder(item.section, [...own, ...missing])
  const filled = new Set([...ofItem, ...missing].map(({ path }) => path.join()))
  const free = fieldsToMap(item.section).filter(({ path, field }) => field && !filled.has(path.join()))
  return (
    <section class="fixed" aria-labelledby={`fixed-${index}`}>
      <h4 id={`fixed-${index}`}>{capital(itemName(mapping, index))}: the same for every row</h4>
      <RowConditions when={item.when} />
      <div class="fixed-fields">
        {shown.map(({ path, value }) => (
          <FixedField
            key={path.join()}
            {...props}
            field={fieldAt(item.section, path)}
            path={path}
            value={value}
          />
        ))}
        <Choice
          label="Another field"
          value=""
          options={[['', 'choose…'], ...free.map(({ path, label }) => [path.join('.'), label] as const)]}
          choose={(name) => name && change(withNewField(mapping, index, name.split('.')))}
        />
      </div>
    </section>
  )
}

/** Of which rows it is made at all, where not of each; the text says it, and can change it. */
const RowConditions = ({ when }: { readonly when: unknown }) =>
  Array.isArray(when) && when.length > 0 ? (
    <p class="faint conditions">
      Only of rows where{' '}
      {when.map((condition, index) => (
        <span key={index}>
          {index > 0 && ' and '}
          <bdi>{conditionText(condition)}</bdi>
        </span>
      ))}
      .
    </p>
  ) : null

/** In the order of the fields, so that none moves when something is said of it. */
function inOrder<Shown extends { readonly path: MappedPath }>(section: Section, shown: readonly Shown[]) {
  const order = fieldsToMap(section).map(({ path }) => path.join())
  return [...shown].sort((a, b) => order.indexOf(a.path.join()) - order.indexOf(b.path.join()))
}

interface FixedFieldProps extends FixedFieldsProps {
  readonly field: MappableField
  readonly path: MappedPath
  /** Null where the field is needed, and nothing has been said of it. */
  readonly value: MappedValue | null
}

function FixedField(props: FixedFieldProps) {
  const { field, value, mapping, index, path, change } = props
  const set = (next: MappedValue | undefined) => change(withField(mapping, index, path, next))
  const constant = value === null ? '' : constantOf(value)
  const setText = (text: string) => set(text === '' ? undefined : shortValue({ constant: text }))
  const label = value === null ? `${field.label} (needed)` : field.label
  const kind = field.field?.kind
  if (kind === 'node' || (kind === 'nodes' && value === null))
    return <FixedNode {...props} label={label} set={set} />
  if (constant === undefined || field.field === null) return <MadeValue {...props} label={label} set={set} />
  if (field.field.kind === 'choice') {
    const { values, words = plain } = field.field
    return (
      <Choice
        label={label}
        value={String(constant)}
        options={[['', '—'], ...values.map((word) => [word, capital(words(word))] as const)]}
        choose={setText}
      />
    )
  }
  return (
    <label class="field">
      {label}
      <input
        value={String(constant)}
        onInput={({ currentTarget }) => set(shortValue({ constant: currentTarget.value }))}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </label>
  )
}

type SetValue = (value: MappedValue | undefined) => void
interface LabelledProps extends FixedFieldProps {
  readonly label: string
  readonly set: SetValue
}

/** A node of the same row, or one that the graph has. */
function FixedNode({ label, field, value, mapping, index, path, change, set }: LabelledProps) {
  const types = field.field?.kind === 'node' || field.field?.kind === 'nodes' ? field.field.types : []
  const ofRow = itemsOfTypes(mapping, types, index)
  const { item, constant } = value === null ? {} : objectOf(value)
  const isKnown = item !== undefined || constant !== undefined || value === null
  const chosen = ofRow.find((each) => item !== undefined && mapping.items[each]?.as === item)
  const takeRow = (word: string) => {
    if (word === '') return set(undefined)
    const { mapping: named, as } = namedItem(mapping, Number(word))
    change(withField(named, index, path, { item: as }))
  }
  return (
    <>
      {ofRow.length > 0 && (
        <Choice
          label={label}
          value={chosen === undefined ? '' : String(chosen)}
          options={[
            ['', '—'],
            ...ofRow.map((each) => [String(each), `the ${itemName(mapping, each)} of the row`] as const),
          ]}
          choose={takeRow}
        />
      )}
      {isKnown && chosen === undefined && (
        <NodeField
          label={ofRow.length > 0 ? `${label}: one of the graph` : label}
          types={types}
          chosen={constant ? [{ key: String(constant), name: String(constant) }] : []}
          choose={([node]) => set(node ? `=${node.key}` : undefined)}
        />
      )}
      {!isKnown && <code class="made">{JSON.stringify(value)}</code>}
    </>
  )
}

/** What only the text can say, as it says it; of a slug, which columns it is made of. */
function MadeValue({ label, value, columns, path, set }: LabelledProps) {
  const isSlug = path.join() === 'slug'
  return (
    <div class="field">
      <span>{label}</span>
      {value !== null && (
        <code class="made" dir="auto">
          {madeText(value)}
        </code>
      )}
      {isSlug && (
        <Choice
          label="Made of another column instead"
          value=""
          options={[['', '—'], ...columns.map(({ name }) => [name, name] as const)]}
          choose={(name) => name && set({ slug: shortValue({ column: name }) })}
        />
      )}
    </div>
  )
}
