import { Combobox } from './combobox.tsx'
import type { NodeType } from './hit.ts'

interface NodePickerProps {
  readonly label: string
  readonly types: readonly NodeType[]
  readonly choose: (slug: string) => void
}

/** Chooses an entity of some types by its name. */
export const NodePicker = ({ label, types, choose }: NodePickerProps) => (
  <div class="search picker">
    <Combobox
      label={label}
      placeholder={label}
      types={types}
      choose={({ node }) => 'slug' in node && node.slug && choose(node.slug)}
    />
  </div>
)
