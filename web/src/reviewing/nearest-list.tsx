import { type NamedNode, nodeTitle } from '../desk/named-node.ts'

/** A node that may be meant, and why. */
export interface NearNode {
  readonly key: string
  readonly name: string
  readonly why: string
}

interface DuplicatePair {
  readonly score: number
  readonly reasons: readonly string[]
  readonly a: NamedNode
  readonly b: NamedNode
}

/** The other of each pair, with the graph's reasons. */
export const nearOf = (pairs: readonly DuplicatePair[], own: string): NearNode[] =>
  pairs.map(({ a, b, score, reasons }) => {
    const other = slugOf(a) === own ? b : a
    return {
      key: slugOf(other),
      name: nodeTitle(other),
      why: `${reasons.join(', ')} (${score.toFixed(2)} of 1)`,
    }
  })

const slugOf = (node: NamedNode): string => ('slug' in node ? node.slug : node.id)

/** Each node once, with the first reason for it. */
export const eachOnce = (nodes: readonly NearNode[], except: readonly string[]): NearNode[] =>
  [
    ...new Map(
      nodes
        .toReversed()
        .filter(({ key }) => !except.includes(key))
        .map((node) => [node.key, node]),
    ).values(),
  ].toReversed()

interface NearestListProps {
  readonly label: string
  readonly near: readonly NearNode[]
  readonly wordsOf?: (node: NearNode) => string
  readonly choose: (node: NearNode) => void
}

/** What comes nearest, to be taken at a click, each with why. */
export const NearestList = ({ label, near, wordsOf = ({ name }) => name, choose }: NearestListProps) =>
  near.length === 0 ? null : (
    <ul class="plain nearest-list" aria-label={label}>
      {near.map((node) => (
        <li key={node.key}>
          <button type="button" class="chip" dir="auto" onClick={() => choose(node)}>
            {wordsOf(node)}
          </button>{' '}
          <span class="faint">{node.why}</span>
        </li>
      ))}
    </ul>
  )
