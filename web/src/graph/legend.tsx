import { LINK_TYPES, type LinkType, linkWords } from './graph-data.ts'

interface Props {
  readonly hidden: readonly LinkType[]
  readonly counts: Readonly<Partial<Record<LinkType, number>>>
  readonly toggle: (type: LinkType) => void
}

/** Says which colour is which link, and filters by it. */
export const Legend = ({ hidden, counts, toggle }: Props) => (
  <fieldset class="chips legend">
    <legend class="visually-hidden">Kinds of links</legend>
    {LINK_TYPES.filter((type) => counts[type] || hidden.includes(type)).map((type) => (
      <button
        key={type}
        type="button"
        class="chip"
        aria-pressed={!hidden.includes(type)}
        onClick={() => toggle(type)}
      >
        <span class={`swatch ${type.toLowerCase()}`} aria-hidden="true" /> {linkWords[type]} (
        {counts[type] ?? 0})
      </button>
    ))}
  </fieldset>
)
