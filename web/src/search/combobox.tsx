import { useId, useState } from 'preact/hooks'
import { SuggestionItem } from './suggestion-item.tsx'
import { type NodeType, type Suggestion, useSuggestions } from './use-suggestions.ts'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly types: readonly NodeType[]
  readonly choose: (hit: Suggestion) => void
}

/** ARIA 1.2's combobox owns a listbox; the types know only the older one, with a datalist. */
const combobox = (isOpen: boolean) => ({ role: 'combobox', 'aria-expanded': isOpen }) as object

/** An ARIA combobox with a list: arrows move, Enter chooses, Escape closes and then clears. */
export function Combobox({ label, placeholder, types, choose: take }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const { hits, state } = useSuggestions(typed, types)
  const shows = isOpen && typed.trim() !== '' && state !== 'idle'
  const choose = (hit: Suggestion | undefined) => {
    if (!hit) return
    setOpen(false)
    setTyped('')
    take(hit)
  }
  const move = (to: number) => {
    setOpen(true)
    setActive(hits.length === 0 ? -1 : (to + hits.length) % hits.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active <= 0 ? hits.length - 1 : active - 1),
      Home: () => shows && move(0),
      End: () => shows && move(hits.length - 1),
      Enter: () => choose(hits[Math.max(active, 0)]),
      Escape: () => (shows ? setOpen(false) : setTyped('')),
    }
    const act = keys[event.key]
    if (!act || (!shows && (event.key === 'Home' || event.key === 'End'))) return
    event.preventDefault()
    act()
  }
  const onInput = (event: Event) => {
    setTyped((event.currentTarget as HTMLInputElement).value)
    setActive(-1)
    setOpen(true)
  }
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
        value={typed}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <div class="suggestions" id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={!shows}>
        {hits.map((hit, index) => (
          <SuggestionItem
            key={hit.node.id}
            id={`${id}-${index}`}
            hit={hit}
            isActive={index === active}
            choose={() => choose(hit)}
          />
        ))}
      </div>
      <p class={shows && hits.length === 0 ? 'search-status' : 'visually-hidden'} role="status">
        {shows && statusText(state, hits.length)}
      </p>
    </>
  )
}

function statusText(state: string, count: number): string {
  if (state === 'failed') return 'The search cannot be reached.'
  if (state === 'loading') return 'Searching…'
  return count === 0 ? 'Nothing has these words.' : `${count} suggestions; choose with the arrow keys`
}
