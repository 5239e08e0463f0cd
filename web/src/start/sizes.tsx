import { Link } from '../kit/link.tsx'

interface SizesProps {
  readonly stats: Readonly<Record<string, number>>
}

/** Where all of a kind are listed. */
const LISTS: Readonly<Record<string, string>> = {
  actors: '/actors',
  places: '/places',
  events: '/events',
  sources: '/sources',
  claims: '/claims',
  statements: '/statements',
  assessments: '/assessments',
}

/** How much the graph holds. */
export const Sizes = ({ stats }: SizesProps) => (
  <dl class="sizes" aria-label="Size of the graph">
    {Object.entries(stats).map(([name, size]) => {
      const noun = size === 1 ? name.replace(/s$/, '') : name
      const list = LISTS[name]
      return (
        <div key={name}>
          <dt>{list ? <Link href={list}>{noun}</Link> : noun}</dt>
          <dd>{size.toLocaleString('en')}</dd>
        </div>
      )
    })}
  </dl>
)
