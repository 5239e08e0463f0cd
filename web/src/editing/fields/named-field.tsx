import { NodeField } from '../../desk/node-field.tsx'
import type { NodeField as NamedNodeField, NodesField } from '../form/field.ts'
import { isChosenNode, nodesIn } from '../form/form-value.ts'
import type { FieldProps } from './field-props.ts'

/** Another node, or several. */
export function NamedField({ field, value, set, problems, path }: FieldProps<NamedNodeField | NodesField>) {
  const isList = field.kind === 'nodes'
  const chosen = isList ? nodesIn(value) : isChosenNode(value) ? [value] : []
  return (
    <div class={`field ${isList ? 'wide' : ''}`}>
      <NodeField
        label={field.isRequired ? `${field.label} (needed)` : field.label}
        types={field.types}
        chosen={chosen}
        choose={(nodes) => set(isList ? nodes : (nodes[0] ?? null))}
        isList={isList}
        problems={problems}
        path={path}
      >
        {field.hint && <span class="hint">{field.hint}</span>}
      </NodeField>
    </div>
  )
}
