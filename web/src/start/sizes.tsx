import { Link } from '../link.tsx'

interface Props {
  readonly stats: Readonly<Record<string, number>>
}

/** Where all of a kind are listed. */
const LISTS: Readonly<Record<string, string>> = {
  claims: '/claims',
  events: '/timeline?types=EVENT',
  statements: '/timeline?types=STATEMENT',
}

/** How much the graph holds. */
export const Sizes = ({ stats }: Props) => (
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
