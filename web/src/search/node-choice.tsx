import { setParams } from '../location.ts'
import { NodePicker } from './node-picker.tsx'
import type { NodeType } from './use-suggestions.ts'

interface Props {
  /** Goes before each name, such as “assessed by”. */
  readonly words: string
  readonly label: string
  /** In the address. */
  readonly name: string
  readonly types: readonly NodeType[]
  readonly chosen: readonly string[]
  /** As far as they are known. */
  readonly names: ReadonlyMap<string, string>
}

/** Nodes of which the address names any number: each can be taken out again, and others put in by their names. */
export function NodeChoice({ words, label, name, types, chosen, names }: Props) {
  const set = (slugs: readonly string[]) => setParams({ [name]: slugs })
  return (
    <>
      {chosen.length > 0 && (
        <fieldset class="chips">
          <legend class="visually-hidden">{label}</legend>
          {chosen.map((slug) => (
            <button
              key={slug}
              type="button"
              class="chip"
              aria-label={`Not only ${words} ${names.get(slug) ?? slug}`}
              onClick={() => set(chosen.filter((each) => each !== slug))}
            >
              {words} {names.get(slug) ?? slug} ×
            </button>
          ))}
        </fieldset>
      )}
      <NodePicker label={label} types={types} choose={(slug) => set([...new Set([...chosen, slug])])} />
    </>
  )
}
