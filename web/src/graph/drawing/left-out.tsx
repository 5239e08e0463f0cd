import { isolated } from '../../kit/isolated.ts'
import type { GraphData } from './graph-data.ts'

interface LeftOutProps {
  readonly data: GraphData
  readonly slugs: readonly string[]
  readonly bringBack: (slug: string) => void
}

/** What the reader left out stays in sight, to be brought back. */
export const LeftOut = ({ data, slugs, bringBack }: LeftOutProps) => {
  const nodes = data.nodes.filter(({ slug }) => slugs.includes(slug))
  return nodes.length === 0 ? null : (
    <fieldset class="chips">
      <legend>Left out</legend>
      {nodes.map(({ slug, name }) => (
        <button
          key={slug}
          type="button"
          class="chip"
          aria-label={`Bring back ${isolated(name)}`}
          onClick={() => bringBack(slug)}
        >
          <bdi>{name}</bdi> ↩
        </button>
      ))}
    </fieldset>
  )
}
