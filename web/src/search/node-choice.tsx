import { isolated } from '../kit/isolated.ts'
import { setParams } from '../kit/location.ts'
import { ChosenChip } from '../page/chosen-chip.tsx'
import type { NodeType } from './hit.ts'
import { NodePicker } from './node-picker.tsx'

interface NodeChoiceProps {
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
export function NodeChoice({ words, label, name, types, chosen, names }: NodeChoiceProps) {
  const set = (slugs: readonly string[]) => setParams({ [name]: slugs })
  return (
    <>
      {chosen.length > 0 && (
        <fieldset class="chips">
          <legend class="visually-hidden">{label}</legend>
          {chosen.map((slug) => (
            <ChosenChip
              key={slug}
              text={`${words} ${isolated(names.get(slug) ?? slug)}`}
              remove={() => set(chosen.filter((each) => each !== slug))}
            />
          ))}
        </fieldset>
      )}
      <NodePicker label={label} types={types} choose={(slug) => set([...new Set([...chosen, slug])])} />
    </>
  )
}

interface ChoicesProps<Name extends string> {
  /** Under which name in the address and the filter, before each chosen name, for the box, and of what types. */
  readonly choices: readonly (readonly [name: Name, words: string, label: string, ...types: NodeType[]])[]
  readonly filter: { readonly [name in Name]?: readonly string[] }
  readonly names: ReadonlyMap<string, string>
}

/** Several of them, as a list's filters have them. */
export const NodeChoices = <Name extends string>({ choices, filter, names }: ChoicesProps<Name>) => (
  <>
    {choices.map(([name, words, label, ...types]) => (
      <NodeChoice key={name} {...{ name, words, label, types, names }} chosen={filter[name] ?? []} />
    ))}
  </>
)
