import './combobox.css'
import { useId } from 'preact/hooks'
import { countText } from '../kit/count.ts'
import { kindName } from '../kit/node-path.ts'
import { HitWords } from './hit-words.tsx'
import { nearestWords, noneHas } from './nearest.ts'
import { SuggestionItem } from './suggestion-item.tsx'
import { type ComboboxOptions, useCombobox } from './use-combobox.ts'

interface ComboboxProps extends ComboboxOptions {
  readonly label: string
  readonly placeholder: string
}

/** ARIA 1.2's combobox owns a listbox; the types know only the older one, with a datalist. */
const combobox = (isOpen: boolean) => ({ role: 'combobox', 'aria-expanded': isOpen }) as object

/** An ARIA combobox with a list: arrows move, Enter chooses, Escape closes and then clears. */
export function Combobox({ label, placeholder, ...asked }: ComboboxProps) {
  const id = useId()
  const box = useCombobox(asked)
  const { active, shows } = box
  const { hits, state, total, nearest } = box.found
  const instead =
    hits.length > 0 && nearest.searchedFor !== null
      ? `${noneHas(box.found.text.replace(/\*$/, ''))} Shown: ${nearestWords(nearest)}`
      : ''
  const item = (index: number) => ({
    id: `${id}-${index}`,
    isActive: index === active,
    choose: () => box.chooseAt(index),
  })
  return (
    <>
      <input
        type="search"
        {...combobox(shows)}
        aria-label={label}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(shows && active >= 0 && { 'aria-activedescendant': `${id}-${active}` })}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={box.typed}
        onInput={(event) => box.type(event.currentTarget.value)}
        onKeyDown={box.onKeyDown}
        onFocus={box.open}
        onBlur={box.close}
      />
      <div
        class="suggestions"
        id={`${id}-list`}
        role="listbox"
        aria-label="Suggestions"
        aria-busy={state === 'loading'}
        hidden={!shows}
      >
        {instead && (
          <div class="nearest" aria-hidden="true">
            {instead}
          </div>
        )}
        {hits.map((hit, index) => (
          <SuggestionItem key={hit.node.id} {...item(index)} kind={kindName(hit.node.__typename)}>
            <HitWords hit={hit} />
          </SuggestionItem>
        ))}
        {box.hasAll && (
          <SuggestionItem key="all" {...item(hits.length)}>
            All {countText(total)} results
          </SuggestionItem>
        )}
      </div>
      <p class={shows && hits.length === 0 ? 'search-status' : 'visually-hidden'} role="status">
        {shows && `${instead} ${statusText(state, hits.length)}`.trim()}
      </p>
    </>
  )
}

function statusText(state: string, count: number): string {
  if (state === 'failed') return 'The search cannot be reached.'
  if (state === 'loading') return 'Searching…'
  return count === 0 ? 'Nothing has these words.' : `${count} suggestions; choose with the arrow keys`
}
