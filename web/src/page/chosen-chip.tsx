interface ChosenChipProps {
  readonly text: string
  readonly remove: () => void
}

/** Something that narrows what is shown, to be taken away again. */
export const ChosenChip = ({ text, remove }: ChosenChipProps) => (
  <button type="button" class="chip" aria-label={`Not only ${text}`} onClick={remove}>
    {text} ×
  </button>
)
