import { applyingFields } from '../form/field.ts'
import { isEmptyValue, isSameValue, textIn } from '../form/form-value.ts'
import { ValueLines } from '../form/value-lines.tsx'
import { nodeFields } from '../kinds/node-fields.ts'
import type { WholeNode } from '../kinds/whole-node.ts'

interface BothSidesProps {
  readonly stays: WholeNode
  readonly goes: WholeNode
}

/** What a node is called. */
export const titleOf = ({ values, id }: WholeNode): string => textIn(values.name ?? values.text) || id

/** Two nodes, field by field beside each other; where they say the same, once. */
export function BothSides({ stays, goes }: BothSidesProps) {
  const fields = applyingFields(nodeFields[stays.type], stays.values).filter(
    ({ name }) => !isEmptyValue(stays.values[name]) || !isEmptyValue(goes.values[name]),
  )
  return (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Stays</th>
          <th scope="col">Goes into it</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const [one, other] = [stays.values[field.name], goes.values[field.name]]
          return (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              <td data-label="Stays">
                <ValueLines field={field} value={one} />
              </td>
              <td data-label="Goes into it">
                {isSameValue(one, other) ? (
                  <span class="faint">the same</span>
                ) : (
                  <ValueLines field={field} value={other} />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
