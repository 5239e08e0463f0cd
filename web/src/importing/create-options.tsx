import { nodeKinds } from '../../../src/values/node-kinds.ts'
import {
  actorTypes,
  claimKinds,
  eventTypes,
  type NodeType,
  placePrecisions,
  sourceKinds,
} from '../../../src/values/vocabulary.ts'
import { capital, oneOf, plain } from '../kit/words.ts'
import type { MappedObject } from './mapping.ts'
import type { AmendProps } from './mapping-props.ts'

interface CreateOptionsProps extends AmendProps {
  readonly types: readonly NodeType[]
}

/** What has to be said of a node that is made because nothing is found: under which field, and the words that it takes. */
const createdBy: Readonly<Record<string, readonly [field: string, values: readonly string[]]>> = {
  actor: ['type', actorTypes],
  place: ['precision', placePrecisions],
  event: ['type', eventTypes],
  source: ['kind', sourceKinds],
  claim: ['kind', claimKinds],
}
const usualWord: Readonly<Record<string, string>> = {
  actor: 'PERSON',
  place: 'LOCALITY',
  event: 'OTHER',
  source: 'ARTICLE',
  claim: 'OCCURRENCE',
}

/** By what a cell names a node, and what is done where there is none. */
export function CreateOptions({ object, amend, types }: CreateOptionsProps) {
  const findable = types.map((type) => nodeKinds[type].one).filter((one) => Object.hasOwn(createdBy, one))
  if (findable.length === 0) return null
  const { find } = object
  const by = find === undefined ? 'slug itself' : (object.by ?? 'name')
  const setBy = (word: string) =>
    word === 'slug itself'
      ? amend({ find: undefined, by: undefined, else: undefined, create: undefined })
      : amend({ find: find ?? findable[0], by: word === 'name' ? undefined : word })
  return (
    <>
      {findable.length > 1 && find !== undefined && (
        <Select
          label="It is"
          value={find}
          set={(one) => amend({ find: one, else: undefined, create: undefined })}
          options={findable.map((one) => [one, oneOf(one)])}
        />
      )}
      <Select label="Named by" value={by} set={setBy} options={namings(find ?? findable[0] ?? '', by)} />
      {find !== undefined && <WhereNone object={object} amend={amend} find={find} />}
    </>
  )
}

const callings: Readonly<Record<string, string>> = { source: 'its title', claim: 'its text' }

function namings(one: string, by: string): (readonly [string, string])[] {
  const known = [
    ['name', callings[one] ?? 'its name'],
    ...(one === 'source' ? [['url', 'its address'] as const] : []),
    ['slug', 'its short name'],
    ['slug itself', 'its short name, which this file has itself'],
  ] as const
  const isKnown = known.some(([each]) => each === by)
  return [...known, ...(isKnown ? [] : [[by, by] as const])]
}

function WhereNone({ object, amend, find }: AmendProps & { readonly find: string }) {
  const [field, values] = createdBy[find] ?? ['type', []]
  const { else: otherwise = 'problem', create } = object
  const now = otherwise === 'create' ? createdWord(create?.[field]) : otherwise
  const set = (word: string) =>
    values.includes(word)
      ? amend({
          else: 'create',
          create: { ...create, [field]: `=${word}`, ...kindOfOrganization(word, create) },
        })
      : amend({ else: word === 'problem' ? undefined : word, create: undefined })
  const usual = [usualWord[find] ?? '', ...values].filter(
    (word, index, all) => word && all.indexOf(word) === index,
  )
  return (
    <Select
      label="Where there is none"
      value={now}
      set={set}
      options={[
        ['problem', 'it is a problem'],
        ['empty', 'it is left empty'],
        ...usual.map((word) => [word, `make ${oneOf(find)}: ${plain(word)}`] as const),
        ...(values.includes(now) || now === 'problem' || now === 'empty'
          ? []
          : [[now, 'make one, as the text says'] as const]),
      ]}
    />
  )
}

const createdWord = (value: unknown): string =>
  typeof value === 'string' && value.startsWith('=') ? value.slice(1) : 'create'

/** An organization has to be of some kind. */
const kindOfOrganization = (type: string, create: MappedObject['create']) =>
  type === 'ORGANIZATION' && !create?.kind ? { kind: '=OTHER' } : {}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly set: (value: string) => void
}

const Select = ({ label, value, options, set }: SelectProps) => (
  <label class="field">
    {label}
    <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {capital(name)}
        </option>
      ))}
    </select>
  </label>
)
