import './mapping-form.css'
import type { Section } from '../../../src/values/node-kinds.ts'
import { capital } from '../kit/words.ts'
import { Choice } from '../page/choice.tsx'
import { ColumnLine } from './column-line.tsx'
import { FixedFields } from './fixed-fields.tsx'
import { usesOf } from './mapped-uses.ts'
import { itemName, newItem, newMapping, withItem, withoutItem } from './mapping-items.ts'
import type { MappingProps } from './mapping-props.ts'
import { kindOfSection, sectionNames } from './section-kind.ts'

const sectionOptions = sectionNames.map((section) => [section, kindOfSection(section).one] as const)
const isSection = (word: string): word is Section => sectionNames.some((section) => section === word)

/** What each row becomes, and which column fills what of it. */
export function MappingForm(props: MappingProps) {
  const { columns, mapping, change } = props
  const uses = usesOf(mapping)
  return (
    <>
      <RowItems mapping={mapping} change={change} />
      <h4>What its columns are</h4>
      <ul class="plain columns">
        {columns.map((column, index) => (
          <li key={index}>
            <ColumnLine column={column} uses={uses} {...props} />
          </li>
        ))}
      </ul>
      {mapping.items.map((item, index) => (
        <FixedFields
          key={`${index} ${item.section}`}
          index={index}
          uses={uses}
          columns={columns}
          mapping={mapping}
          change={change}
        />
      ))}
    </>
  )
}

/** What is made of each row. */
function RowItems({ mapping, change }: Omit<MappingProps, 'columns'>) {
  return (
    <div class="row-items">
      <h4>Each row is</h4>
      <ul class="plain">
        {mapping.items.map((_, index) => (
          <li key={index} class="tag">
            {capital(itemName(mapping, index))}
            {mapping.items.length > 1 && (
              <button
                type="button"
                class="text-button"
                aria-label={`Take out: ${itemName(mapping, index)}`}
                onClick={() => change(withoutItem(mapping, index))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <Choice
        label="and also"
        value=""
        options={[['', 'nothing more'], ...sectionOptions]}
        choose={(word) => isSection(word) && change(withItem(mapping, newItem(word)))}
      />
    </div>
  )
}

/** For a table of which nothing has been said yet. */
export const FirstChoice = ({ change }: Pick<MappingProps, 'change'>) => (
  <Choice
    label="What is each row of this table?"
    value=""
    options={[['', 'choose…'], ...sectionOptions]}
    choose={(word) => isSection(word) && change(newMapping(word))}
  />
)
