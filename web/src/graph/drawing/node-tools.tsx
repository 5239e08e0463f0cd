import { isolated } from '../../kit/isolated.ts'
import { Link } from '../../kit/link.tsx'
import { isActor } from '../../kit/node-path.ts'
import type { GraphNode } from './graph-data.ts'

export interface NodeActions {
  readonly expand: (slug: string) => void
  readonly collapse?: (slug: string) => void
  readonly leaveOut: (slug: string) => void
}

interface NodeToolsProps {
  readonly node: GraphNode
  readonly isChosen: boolean
  readonly actions: NodeActions
}

/** What can be done with a node: the same beside the drawing and in the list. */
export const NodeTools = ({ node: { slug, name, __typename }, isChosen, actions }: NodeToolsProps) => {
  const { expand, collapse, leaveOut } = actions
  return (
    <>
      {!isChosen && <Tool word="Expand" name={name} act={() => expand(slug)} />}
      {isChosen && collapse && <Tool word="Collapse" name={name} act={() => collapse(slug)} />}
      {!isChosen && <Tool word="Leave out" name={name} act={() => leaveOut(slug)} />}
      {isActor(__typename) && (
        <Link
          class="text-button"
          href={`/graph?view=paths&from=${slug}`}
          aria-label={`Paths from here: ${isolated(name)}`}
        >
          Paths from here
        </Link>
      )}
    </>
  )
}

const Tool = ({
  word,
  name,
  act,
}: {
  readonly word: string
  readonly name: string
  readonly act: () => void
}) => (
  <button type="button" class="text-button" aria-label={`${word} ${isolated(name)}`} onClick={act}>
    {word}
  </button>
)
