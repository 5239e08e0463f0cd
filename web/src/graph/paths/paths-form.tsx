import { isolated } from '../../kit/isolated.ts'
import { setParams } from '../../kit/location.ts'
import { counted } from '../../kit/words.ts'
import { Choice } from '../../page/choice.tsx'
import { NodePicker } from '../../search/node-picker.tsx'
import { LONGEST_PATH, type PathsState } from './paths-state.ts'

interface PathsFormProps {
  readonly state: PathsState
  /** The names of the ends that are chosen. */
  readonly from: string | null
  readonly to: string | null
}

const lengths = Array.from({ length: LONGEST_PATH }, (_, index) => index + 1)
const counts = [1, 5, 10, 20, 50]

export const PathsForm = ({ state, from, to }: PathsFormProps) => (
  <form class="filters paths-form" onSubmit={(event) => event.preventDefault()} aria-label="Paths">
    <PathEnd name="from" word="From" chosen={from} />
    <button
      type="button"
      class="button quiet"
      aria-label="Exchange the ends"
      disabled={!from && !to}
      onClick={() => setParams({ from: state.to, to: state.from, selected: null, at: null, zoom: null })}
    >
      ⇄
    </button>
    <PathEnd name="to" word="To" chosen={to} />
    <Choice
      label="At most"
      value={String(state.maxLength)}
      options={lengths.map((length) => [String(length), counted(length, 'link')])}
      choose={(max) => setParams({ max })}
    />
    <Choice
      label="Show"
      value={String(state.first)}
      options={counts.map((count) => [String(count), counted(count, 'path')])}
      choose={(first) => setParams({ first })}
    />
  </form>
)

interface EndProps {
  readonly name: 'from' | 'to'
  readonly word: string
  readonly chosen: string | null
}

const PathEnd = ({ name, word, chosen }: EndProps) => {
  const set = (slug: string | null) => setParams({ [name]: slug, selected: null, at: null, zoom: null })
  return (
    <div class="field end">
      <span>{word}</span>
      {chosen ? (
        <button
          type="button"
          class="chip"
          aria-label={`${word} ${isolated(chosen)}: choose another`}
          onClick={() => set(null)}
        >
          <bdi>{chosen}</bdi> ×
        </button>
      ) : (
        <NodePicker label={`${word} which actor?`} types={ACTORS} choose={set} />
      )}
    </div>
  )
}

const ACTORS = ['ACTOR'] as const
