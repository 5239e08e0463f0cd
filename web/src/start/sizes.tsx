import { nodeKinds } from '../../../src/values/node-kinds.ts'
import { Link } from '../kit/link.tsx'

interface SizesProps {
  readonly stats: Readonly<Record<string, number>>
}

/** Of these all are listed, under addresses such as /actors. */
const listed: ReadonlySet<string> = new Set(Object.values(nodeKinds).map(({ many }) => many))

/** How much the graph holds. */
export const Sizes = ({ stats }: SizesProps) => (
  <dl class="sizes" aria-label="Size of the graph">
    {Object.entries(stats).map(([name, size]) => {
      const noun = size === 1 ? name.replace(/s$/, '') : name
      return (
        <div key={name}>
          <dt>{listed.has(name) ? <Link href={`/${name}`}>{noun}</Link> : noun}</dt>
          <dd>{size.toLocaleString('en')}</dd>
        </div>
      )
    })}
  </dl>
)
