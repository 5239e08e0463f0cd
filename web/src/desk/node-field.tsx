import './desk.css'
import type { ComponentChildren } from 'preact'
import { isolated } from '../kit/isolated.ts'
import { Combobox } from '../search/combobox.tsx'
import { type Hit, hitName, type NodeType } from '../search/hit.ts'
import type { ArgumentPath, WriteProblem } from './write-problem.ts'
import { FieldProblems } from './write-problems.tsx'

/** A node that a field names: by its slug, or by its id where it has none. */
export interface ChosenNode {
  readonly key: string
  readonly name: string
}

export const chosenOf = (hit: Hit): ChosenNode => ({
  key: ('slug' in hit.node && hit.node.slug) || hit.node.id,
  name: hitName(hit),
})

interface NodeFieldProps {
  readonly label: string
  readonly types: readonly NodeType[]
  readonly chosen: readonly ChosenNode[]
  readonly choose: (chosen: readonly ChosenNode[]) => void
  /** Whether it may name more than one. */
  readonly isList?: boolean
  readonly problems?: readonly WriteProblem[]
  readonly path?: ArgumentPath
  /** What is offered beneath it, such as what comes nearest. */
  readonly children?: ComponentChildren
}

/** A field of a form that names nodes: chosen by their names, proposed ones too, and taken out again. */
export function NodeField(props: NodeFieldProps) {
  const { label, types, chosen, choose, isList = false, problems = [], path, children } = props
  const add = (node: ChosenNode) =>
    choose(isList ? [...chosen.filter(({ key }) => key !== node.key), node] : [node])
  return (
    <fieldset class="node-field">
      <legend>{label}</legend>
      {chosen.map((node) => (
        <button
          key={node.key}
          type="button"
          class="chip"
          aria-label={`Take out ${isolated(node.name)}`}
          onClick={() => choose(chosen.filter(({ key }) => key !== node.key))}
        >
          {isolated(node.name)} ×
        </button>
      ))}
      <div class="search picker">
        <Combobox
          label={label}
          placeholder={chosen.length > 0 && !isList ? 'Another…' : 'Search…'}
          types={types}
          reviews={['ACCEPTED', 'PROPOSED']}
          choose={(hit) => add(chosenOf(hit))}
        />
      </div>
      {children}
      {path && <FieldProblems problems={problems} path={path} take={(key) => add({ key, name: key })} />}
    </fieldset>
  )
}
