import { type NamedNode, nodeTitle } from '../desk/named-node.ts'
import type { FormField } from '../editing/form/field.ts'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { pathOf } from '../kit/node-path.ts'
import { capital, counted, plain } from '../kit/words.ts'
import { entriesIn, type NamedValue, namedIn } from './field-value.ts'

export type KnownNames = ReadonlyMap<string, NamedNode>

interface ValueViewProps {
  readonly field: FormField | undefined
  /** As the history has it. */
  readonly json: string | null
  readonly names: KnownNames
}

/** A value from the history, to be read: nodes as links, lists line by line. */
export function ValueView({ field, json, names }: ValueViewProps) {
  if (json === null) return <span class="faint">nothing</span>
  const value: unknown = JSON.parse(json)
  if (!field) return <Single value={value} />
  return entriesIn(field, value).map((parts, index) => (
    <span key={index} class="line">
      {parts.map((part, place) => (
        <span key={part.field.name}>
          {place > 0 && ' · '}
          <Part part={part} isAlone={parts.length === 1} names={names} />
        </span>
      ))}
    </span>
  ))
}

interface PartProps {
  readonly part: NamedValue
  readonly isAlone: boolean
  readonly names: KnownNames
}

const Part = ({ part: { field, value }, isAlone, names }: PartProps) => (
  <>
    {!isAlone && <span class="faint">{field.label}: </span>}
    {namedIn(field, value) !== null ? (
      <NodeName name={String(value)} names={names} />
    ) : (
      <Single field={field} value={value} />
    )}
  </>
)

function NodeName({ name, names }: { readonly name: string; readonly names: KnownNames }) {
  const node = names.get(name)
  return node ? <Link href={pathOf(node)}>{nodeTitle(node)}</Link> : <bdi>{name}</bdi>
}

/** As much of a long text as tells which it is. */
const SHOWN_LENGTH = 280

function Single({ field, value }: { readonly field?: FormField; readonly value: unknown }) {
  const text = wordsOf(field, value)
  if (text.length <= SHOWN_LENGTH) return <bdi>{text}</bdi>
  return (
    <>
      <bdi>{text.slice(0, SHOWN_LENGTH)}…</bdi>{' '}
      <span class="faint">({counted(text.length, 'character')})</span>
    </>
  )
}

function wordsOf(field: FormField | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (field?.kind === 'choice') return capital((field.words ?? plain)(value))
  return field?.kind === 'date' ? (dateText(value) ?? value) : value
}
