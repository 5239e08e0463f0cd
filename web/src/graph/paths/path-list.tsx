import { namedThen } from '../../kit/as-of.ts'
import { Link } from '../../kit/link.tsx'
import { pathOf } from '../../kit/node-path.ts'
import { counted } from '../../kit/words.ts'
import { ExportLinks } from '../../list/export-links.tsx'
import { Section } from '../../page/section.tsx'
import { EvidenceList } from '../drawing/evidence-list.tsx'
import { Swatch } from '../drawing/legend.tsx'
import { linkOf, linkRow, linkTail, linkWords } from '../drawing/link.ts'
import { LinkEvidence } from '../drawing/link-evidence.tsx'
import type { Hop, Path } from './paths-query.ts'

interface PathListProps {
  readonly paths: readonly Path[]
  /** Whether there are no others within the length that was asked for. */
  readonly isAll: boolean
  readonly asOf: string | null
}

/** The paths in words, the shortest first. */
export const PathList = ({ paths, isAll, asOf }: PathListProps) => (
  <Section
    title="Paths"
    count={paths.length}
    tools={<ExportLinks name={namedThen('paths', asOf)} rows={() => paths.flatMap(hopRows)} />}
  >
    <ol class="paths">
      {paths.map((path) => (
        <li key={pathKey(path)}>
          <h3>
            {path.nodes.map((node, index) => (
              <span key={node.slug}>
                {index > 0 && <span class="faint"> – </span>}
                <Link href={pathOf(node)}>{node.name}</Link>
              </span>
            ))}{' '}
            <span class="count">{counted(path.length, 'link')}</span>
          </h3>
          <ul class="plain lines">
            {path.links.map((hop) => (
              <HopLine key={`${hop.from.slug} ${hop.to.slug}`} hop={hop} nodes={path.nodes} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
    {!isAll && (
      <p class="faint more">
        There may be more: these are the shortest, and the strongest of the same length.
      </p>
    )}
  </Section>
)

const pathKey = ({ nodes }: Path): string => nodes.map(({ slug }) => slug).join(' ')

function HopLine({ hop, nodes }: { readonly hop: Hop; readonly nodes: Path['nodes'] }) {
  const nameOf = (slug: string) => nodes.find((node) => node.slug === slug)?.name ?? slug
  const link = linkOf(hop)
  return (
    <li>
      <p>
        <bdi>{nameOf(link.from)}</bdi>{' '}
        <span class="faint">
          <Swatch type={link.type} /> {linkWords(link)}
        </span>{' '}
        <bdi>{nameOf(link.to)}</bdi>
        {linkTail(link)}
      </p>
      {link.type === 'MIXED_SIDES' ? <LinkEvidence link={link} /> : <HopEvidence hop={hop} />}
    </li>
  )
}

const HopEvidence = ({ hop: { evidence, evidenceCount } }: { readonly hop: Hop }) => (
  <details class="evidence">
    <summary>What this rests on ({evidenceCount})</summary>
    <EvidenceList evidence={evidence} />
    {evidenceCount > evidence.length && <p class="faint">The first {evidence.length}</p>}
  </details>
)

const hopRows = (path: Path, index: number) =>
  path.links.map((hop, step) => ({ path: index + 1, step: step + 1, ...linkRow(linkOf(hop), path.nodes) }))
