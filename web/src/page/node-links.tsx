import { Link } from '../kit/link.tsx'
import { pathOf } from '../kit/node-path.ts'

interface NodeLinksProps {
  readonly nodes: readonly { readonly __typename?: string; readonly slug: string; readonly name: string }[]
}

/** Nodes by their names, one after the other; actors, where nothing else is said of them. */
export const NodeLinks = ({ nodes }: NodeLinksProps) => (
  <>
    {nodes.map(({ __typename = 'Actor', slug, name }, index) => (
      <span key={slug}>
        {index > 0 && ', '}
        <Link href={pathOf({ __typename, slug })}>{name}</Link>
      </span>
    ))}
  </>
)
