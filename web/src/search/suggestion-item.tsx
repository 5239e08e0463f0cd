import { kindName } from '../node-path.ts'
import { Snippet } from './snippet.tsx'
import type { Suggestion } from './use-suggestions.ts'

interface Props {
  readonly id: string
  readonly hit: Suggestion
  readonly isActive: boolean
  readonly choose: () => void
}

/** The pointer's press is kept from taking the focus, or the list would close before the click. */
export const SuggestionItem = ({ id, hit: { node, snippet }, isActive, choose }: Props) => (
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isActive}
    class="suggestion"
    onMouseDown={(event) => event.preventDefault()}
    onClick={choose}
    onKeyDown={(event) => event.key === 'Enter' && choose()}
  >
    <span class="kind">{kindName(node.__typename)}</span>
    <span class="hit">
      {node.__typename === 'Statement' && 'speaker' in node && <b>{node.speaker.name}: </b>}
      <Snippet text={snippet} />
    </span>
  </div>
)
