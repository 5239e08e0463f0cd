import { Link } from '../../kit/link.tsx'
import { pathOf } from '../../kit/node-path.ts'
import { Said } from '../../statement/said.tsx'
import type { Evidence } from './evidence-query.ts'

/** What a link rests on, each by the words that say most of it. */
export const EvidenceList = ({ evidence }: { readonly evidence: readonly Evidence[] }) => (
  <ul class="lines">
    {evidence.map((node) => (
      <li key={node.id}>
        {node.__typename === 'Statement' ? (
          <Link href={pathOf(node)} dir="ltr">
            <Said {...node} />
          </Link>
        ) : (
          <Link href={pathOf(node)}>{titleOfEvidence(node)}</Link>
        )}
      </li>
    ))}
  </ul>
)

function titleOfEvidence(node: Exclude<Evidence, { readonly __typename: 'Statement' }>): string {
  if ('name' in node) return node.name
  return 'text' in node ? node.text : node.id
}
